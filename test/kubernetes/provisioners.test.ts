import { driverOf } from '../../src/kubernetes/provisioners';

test('a driver of disks makes no volumes for many nodes', () => {
  const { accessModes } = driverOf('ebs.csi.aws.com');

  expect(accessModes).toEqual(['ReadWriteOnce', 'ReadWriteOncePod']);
});

test.each([
  ['kubernetes.io/glusterfs', '1.26'],
  ['kubernetes.io/nfs', ''],
  ['kubernetes.io/no-provisioner', undefined],
  ['nfs.csi.k8s.io', undefined],
  ['constructor', undefined],
  [5, undefined],
])('%s is gone since %p', (provisioner, expected) => {
  const { gone } = driverOf(provisioner);

  expect(gone).toBe(expected);
});
