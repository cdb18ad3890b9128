import { HostPathVolumeType } from 'cdk8s-plus-27';
import { NodeVolume } from '../../../src/constructs/storage/node-volume';

test('a local volume names its path', () => {
  const source = NodeVolume.local().source('/disks/a');

  expect(source).toEqual({ local: { path: '/disks/a' } });
});

test('a host path must be a directory by default', () => {
  const source = NodeVolume.hostPath().source('/disks/a');

  expect(source).toEqual({ hostPath: { path: '/disks/a', type: 'Directory' } });
});

test('a host path can be made by the node', () => {
  const source = NodeVolume.hostPath({ type: HostPathVolumeType.DIRECTORY_OR_CREATE }).source('/disks/a');

  expect(source).toEqual({ hostPath: { path: '/disks/a', type: 'DirectoryOrCreate' } });
});
