import { clusterScopedText } from '../../scripts/api-model/cluster-scoped';
import { KINDS } from '../../src/kubernetes/api/kinds.generated';
import { CLUSTER_SCOPED } from '../../src/kubernetes/cluster-scoped.generated';
import { isBuiltIn, isClusterScoped, isClusterScopedKind, isClusterScopedResource } from '../../src/kubernetes/kinds';

test.each([
  ['v1', 'Namespace', true],
  ['v1', 'Pod', false],
  ['networking.k8s.io/v1', 'ServiceCIDR', true],
  ['resource.k8s.io/v1', 'DeviceClass', true],
  ['policy/v1beta1', 'PodSecurityPolicy', true],
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass', true],
  ['example.com/v1', 'Namespace', false],
  ['example.com/v1', 'Nothing', false],
])('%s %s is cluster-scoped: %s', (apiVersion, kind, expected) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(expected);
});

test('a kind without its group is known by its name', () => {
  expect([isClusterScopedKind('ClusterRole'), isClusterScopedKind('Role')]).toEqual([true, false]);
});

test.each([['', 'nodes'], ['storage.k8s.io', 'storageclasses'], ['networking.k8s.io', 'ipaddresses'], ['admissionregistration.k8s.io', 'validatingadmissionpolicies']])('%s %s belong to the cluster', (group, resource) => {
  expect(isClusterScopedResource(group, resource)).toBe(true);
});

test('what is in a namespace, or of another group, does not', () => {
  expect([isClusterScopedResource('', 'pods'), isClusterScopedResource('apps', 'nodes')]).toEqual([false, false]);
});

test('the list is what the API model says', () => {
  expect(clusterScopedText(KINDS)).toBe(CLUSTER_SCOPED);
});

test.each([['v1', true], ['apps/v1', true], ['storage.k8s.io/v1', true], ['apps.kruise.io/v1beta1', false]])('%s is built in: %s', (apiVersion, expected) => {
  expect(isBuiltIn(apiVersion)).toBe(expected);
});
