import { ApiModel } from '../../../src/kubernetes/api/model';

const GATE = 'MaxUnavailableStatefulSet';
const field = (model: ApiModel) => model.type('RollingUpdateStatefulSetStrategy')!.field('maxUnavailable')!;

test('a gate that the cluster switches on gives its field an effect, and its default', () => {
  const usual = ApiModel.of('1.36');
  const switched = ApiModel.of('1.36', { featureGates: { [GATE]: true } });

  expect([usual, switched].map(model => model.isOff(GATE))).toEqual([true, false]);
  expect([usual, switched].map(model => field(model).dropped)).toEqual([true, false]);
  expect(switched.gate(GATE)).toEqual({ stage: 'beta', on: true, locked: false });
  expect(ApiModel.of('1.37', { featureGates: { [GATE]: false } }).isOff(GATE)).toBe(true);
});

test('a gate that is locked, or is not there, stays as it is', () => {
  expect(ApiModel.of('1.36', { featureGates: { SidecarContainers: false } }).isOff('SidecarContainers')).toBe(false);
  expect(ApiModel.of('1.36', { featureGates: { VolumeBindMountOptions: true } }).isOff('VolumeBindMountOptions')).toBe(true);
});

test('all gates of a stage are switched at once, except those that are switched themselves', () => {
  const model = ApiModel.of('1.36', { featureGates: { AllBeta: true, [GATE]: false } });

  expect(model.isOff(GATE)).toBe(true);
  expect(model.isOff('ClusterTrustBundle')).toBe(false);
  expect(model.isOff('ContainerStopSignals')).toBe(true);
});

test('an API version that the cluster switches on is served; a kind may need its gate besides', () => {
  const served = (apiVersion: string, kind: string, model: ApiModel) => model.serves(model.kind(apiVersion, kind)!);
  const [beta, both] = [false, true].map(ClusterTrustBundle => ApiModel.of('1.36', { featureGates: { ClusterTrustBundle }, runtimeConfig: { 'api/beta': true } }));

  expect(served('resource.k8s.io/v1beta1', 'DeviceClass', ApiModel.of('1.36'))).toBe(false);
  expect(served('resource.k8s.io/v1beta1', 'DeviceClass', beta)).toBe(true);
  expect([beta, both].map(model => served('certificates.k8s.io/v1beta1', 'ClusterTrustBundle', model))).toEqual([false, true]);
  expect(served('apps/v1', 'Deployment', ApiModel.of('1.36', { runtimeConfig: { 'apps/v1': false } }))).toBe(false);
});

test('the same switches in another order are the same model', () => {
  const [one, other] = [{ A: true, B: false }, { B: false, A: true }].map(featureGates => ApiModel.of('1.36', { featureGates }));

  expect(one).toBe(other);
  expect(one).not.toBe(ApiModel.of('1.36'));
});
