import { explainUpgrade } from '../../src/upgrade/explain-upgrade';

test('an example says from which version to which, and what upgrade-check reports', () => {
  expect(explainUpgrade({ id: 'volume-reclaimed' })).toEqual({
    where: ' from Kubernetes 1.30 to 1.31',
    manifests: expect.stringContaining('reclaimPolicy: Delete'),
    message: "the storage behind volumes of StorageClass 'fast' is deleted with their claims, also if the PersistentVolume was deleted first",
    fix: expect.stringContaining('write Retain'),
    instead: expect.stringContaining('reclaimPolicy: Retain'),
  });
});

test('other rules have none', () => {
  expect(explainUpgrade({ id: 'headless-service' })).toBeUndefined();
});
