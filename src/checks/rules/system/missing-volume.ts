import { absences } from './absence';
import { Check } from '../../engine/check';

const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], storageClassName: "", volumeName: disk-1, resources: {requests: {storage: 1Gi}}}
`;

export const missingVolume: Check = {
  id: 'missing-volume',
  why: 'a claim that names a PersistentVolume which does not exist stays Pending; no other volume is given to it',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('PersistentVolume')),
  bad: claim,
  good: `${claim}---
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  capacity: {storage: 1Gi}
  nfs: {server: 192.168.1.21, path: /disk-1}
`,
};
