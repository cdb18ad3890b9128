import { featureSince, gateThatIsOff, hasFeature } from '../../../src/kubernetes/api/feature';
import { ApiModel } from '../../../src/kubernetes/api/model';

const USERS = { field: 'PodSpec.hostUsers' };
const SPEEDS = { kind: 'storage.k8s.io/v1/VolumeAttributesClass' };
const SAME_NODE = { field: 'ServiceSpec.trafficDistribution', gate: 'PreferSameTrafficDistribution' };
const UNAVAILABLE = { field: 'RollingUpdateStatefulSetStrategy.maxUnavailable' };

test.each([
  ['a field that is not there yet', { field: 'PodSpec.resources' }, '1.31', false],
  ['a field that is dropped', USERS, '1.32', false],
  ['a field whose gate is on', USERS, '1.33', true],
  ['a field that has no gate any more', { field: 'Container.restartPolicy' }, '1.36', true],
  ['a kind before its API version', SPEEDS, '1.33', false],
  ['a kind that is served', SPEEDS, '1.34', true],
  ['a value before its gate is on', SAME_NODE, '1.33', false],
  ['a value of a gate that is on', SAME_NODE, '1.34', true],
  ['a patch that still has it', UNAVAILABLE, '1.35.3', true],
  ['a patch that has it no more', UNAVAILABLE, '1.35.4', false],
])('%s', (_, feature, version, expected) => {
  expect(hasFeature(feature, ApiModel.of(version))).toBe(expected);
});

test('a cluster may switch a feature on or off', () => {
  const [on, off] = [true, false].map(UserNamespacesSupport => (version: string) => (
    ApiModel.of(version, { featureGates: { UserNamespacesSupport } })
  ));

  expect(hasFeature(USERS, on('1.30'))).toBe(true);
  expect(hasFeature(USERS, off('1.33'))).toBe(false);
  expect(hasFeature(USERS, off('1.36'))).toBe(true);
});

test('the version that has it for good is known', () => {
  const everywhere = { field: 'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy' };
  const since = [USERS, SPEEDS, SAME_NODE, UNAVAILABLE, everywhere, { field: 'Pod.none' }].map(featureSince);

  expect(since).toEqual(['1.33', '1.34', '1.34', '1.37', '', undefined]);
});

test.each([
  ['a gate that can be switched on', USERS, '1.30', 'UserNamespacesSupport'],
  ['one of a value', SAME_NODE, '1.33', 'PreferSameTrafficDistribution'],
  ['none before the version has it', { field: 'Volume.image' }, '1.30', undefined],
  ['none that is on', USERS, '1.36', undefined],
])('%s', (_, feature, version, gate) => {
  expect(gateThatIsOff(feature, ApiModel.of(version))).toBe(gate);
});
