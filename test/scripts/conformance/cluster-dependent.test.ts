import { dependsOnCluster } from '../../../scripts/conformance/cluster-dependent';

test.each([
  [404, 'namespaces "b" not found'],
  [403, 'pods "a" is forbidden: error looking up service account default/b: serviceaccount "b" not found'],
  [403, 'pods "a" is forbidden: no PriorityClass with name b was found'],
  [422, 'Service "a" is invalid: spec.clusterIPs: Invalid value: ["10.1.1.1"]: failed to allocate IP 10.1.1.1: the provided IP (10.1.1.1) is not in the valid range. The range of valid IPs is 10.96.0.0/16'],
])('status %i with %p depends on the cluster', (code, message) => {
  expect(dependsOnCluster(code, message, {})).toBeDefined();
});

test.each([
  [422, 'Pod "a" is invalid: spec.containers: Required value'],
  [422, 'Service "a" is invalid: spec.ports[0].nodePort: Invalid value: 1: provided port is not in the valid range. The range of valid ports is 30000-32767'],
  [400, 'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "namespaces \\"a\\" not found"'],
])('status %i with %p does not', (code, message) => {
  expect(dependsOnCluster(code, message, {})).toBeUndefined();
});

test('a name that no object can have does not depend on the cluster', () => {
  const why = ['important', 'A b'].map(priorityClassName => dependsOnCluster(403, 'pods "a" is forbidden: no PriorityClass with name b was found', { spec: { priorityClassName } }));

  expect(why).toEqual(['a PriorityClass that is not there', undefined]);
});

test('what a PriorityClass says depends on the cluster, unless every cluster has the class or the Pod names none', () => {
  const message = 'pods "a" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name';

  const why = [{ priorityClassName: 'important' }, { priorityClassName: 'system-node-critical' }, {}].map(spec => dependsOnCluster(403, message, { spec }));

  expect(why).toEqual(['the priority of the PriorityClass', undefined, undefined]);
});
