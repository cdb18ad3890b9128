import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { request } from './request';
import { inTreeModeProblems } from '../../../src/constructs/storage/nfs-volumes';

test.each(Object.values(PersistentVolumeAccessMode))('%s is offered by the kubelet\'s NFS client, unless it takes a CSI driver', mode => {
  const problems = inTreeModeProblems(request({ accessModes: [mode] }));

  expect(problems).toHaveLength(mode === PersistentVolumeAccessMode.READ_WRITE_ONCE_POD ? 1 : 0);
});
