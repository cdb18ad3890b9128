import { isInstalledByOperator } from '../../../src/checks/engine/operator-drivers';
import { Inventory } from '../../../src/manifest/inventory';

const inventory = (apiVersion: string, kind: string, name = 'a') => new Inventory([{ apiVersion, kind, metadata: { name } }]);

test.each([
  ['Rook calls its drivers after its namespace', 'rook-ceph.rbd.csi.ceph.com', inventory('ceph.rook.io/v1', 'CephCluster'), true],
  ['another driver', 'ebs.csi.aws.com', inventory('ceph.rook.io/v1', 'CephCluster'), false],
  ['a kind of the same name', 'rook-ceph.rbd.csi.ceph.com', inventory('example.com/v1', 'CephCluster'), false],
  ['OpenShift calls the object after the driver', 'ebs.csi.aws.com', inventory('operator.openshift.io/v1', 'ClusterCSIDriver', 'ebs.csi.aws.com'), true],
])('%s', (_, driver, manifests, expected) => {
  expect(isInstalledByOperator(driver, manifests)).toBe(expected);
});
