import { onSince } from '../../../src/kubernetes/api/gates';
import { lifetimeOfField, lifetimeOfKind } from '../../../src/kubernetes/api/lifetime';

test.each([
  ['apps/v1', 'StatefulSet', {}],
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', { until: '1.29' }],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', { until: '1.32' }],
  ['resource.k8s.io/v1', 'ResourceClaim', { since: '1.34' }],
  ['apps/v1', 'PetSet', undefined],
])('%s %s is there %j', (apiVersion, kind, lifetime) => {
  expect(lifetimeOfKind(apiVersion, kind)).toEqual(lifetime);
});

test.each([
  ['Container', 'image', {}],
  ['Container', 'restartPolicy', { since: '1.28' }],
  ['PodSpec', 'workloadRef', { since: '1.35', until: '1.36' }],
  ['PodSpec', 'containers', {}],
  ['ImageVolumeSource', 'reference', { since: '1.31' }],
  ['Container', 'imagePolicy', undefined],
  ['Nothing', 'image', undefined],
])('%s.%s is there %j', (type, field, lifetime) => {
  expect(lifetimeOfField(type, field)).toEqual(lifetime);
});

test.each([
  ['MaxUnavailableStatefulSet', '1.37'],
  ['StatefulSetSemanticRevisionComparison', '1.34.2'],
  ['SidecarContainers', '1.29'],
  ['PodLevelResources', '1.34'],
  ['StatefulSetStartOrdinal', ''],
  ['CrossNamespaceVolumeDataSource', undefined],
])('%s is on for good since %j', (gate, since) => {
  expect(onSince(gate)).toBe(since);
});
