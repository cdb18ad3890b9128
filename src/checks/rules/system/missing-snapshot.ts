import { absences } from './absence';
import { ONCE, claimYaml, objectYaml, together } from './examples';
import { Check } from '../../engine/check';

const RESTORED = claimYaml('data', `${ONCE}, dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: before-upgrade}`);

export const missingSnapshot: Check = {
  id: 'missing-snapshot',
  why: 'a claim that is filled from a VolumeSnapshot stays Pending until the snapshot is there, in its own namespace. Snapshots are mostly made in the cluster: worth knowing, '
    + 'and an error if the environment is declared complete',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('VolumeSnapshot')),
  bad: RESTORED,
  good: together(RESTORED, objectYaml('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'before-upgrade', 'spec: {source: {volumeSnapshotContentName: content-1}}')),
};
