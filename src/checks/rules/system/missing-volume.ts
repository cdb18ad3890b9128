import { absences } from './absence';
import { ONCE, claimYaml, together, volumeYaml } from './examples';
import { Check } from '../../engine/check';

const FIELDS = `storageClassName: "", ${ONCE}, volumeName: disk-1`;

export const missingVolume: Check = {
  id: 'missing-volume',
  why: 'a claim that names a PersistentVolume which does not exist stays Pending; no other volume is given to it',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('PersistentVolume')),
  bad: claimYaml('data', FIELDS),
  good: together(claimYaml('data', FIELDS), volumeYaml('disk-1', 'storageClassName: ""', ONCE, 'nfs: {server: 192.168.1.21, path: /disk-1}')),
};
