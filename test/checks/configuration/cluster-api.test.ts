import { DeclaredApi, clusterApi, clusterApiOf, inWords } from '../../../src/checks/configuration/cluster-api';
import { ApiModel } from '../../../src/kubernetes/api/model';

const problemsOf = (declared: DeclaredApi) => clusterApi(declared).problems.map(inWords);

test('without a word it is the usual version', () => {
  expect(clusterApi().models).toEqual([ApiModel.of()]);
  expect(clusterApi(undefined, {}).models[0]).toBe(ApiModel.of());
});

test('the first one that names a version decides, and switches are put together', () => {
  const { models } = clusterApi(
    { featureGates: { MaxUnavailableStatefulSet: true } },
    { kubernetesVersion: '1.36,1.35.3', featureGates: { MaxUnavailableStatefulSet: false, EnvFiles: false } },
    { kubernetesVersion: '1.30', runtimeConfig: { 'api/beta': true } },
  );

  expect(models.map(({ version }) => String(version))).toEqual(['1.35.3', '1.36']);
  expect(models[1].isOff('MaxUnavailableStatefulSet')).toBe(false);
  expect(models[1].serves(models[1].kind('resource.k8s.io/v1beta1', 'DeviceClass')!)).toBe(true);
});

test.each([
  [{ kubernetesVersion: '1.5' }, /^'kubernetesVersion': '1\.5' is no version/],
  [{ featureGates: { SidecarContainer: true } }, /^'featureGates\.SidecarContainer': there is no feature gate 'SidecarContainer'; did you mean 'SidecarContainers'/],
  [{ featureGates: { Xyzzy: true } }, /there is no feature gate 'Xyzzy'; known are 'APIListChunking', /],
  [{ featureGates: { SidecarContainers: false } }, /'SidecarContainers' is locked on Kubernetes 1\.36: it is on and cannot be switched off; remove it$/],
  [{ runtimeConfig: { 'resource.k8s.io/v1beta9': true } }, /there is no API version 'resource\.k8s\.io\/v1beta9'; did you mean 'resource\.k8s\.io\/v1beta/],
])('%j is wrong, and says what is known', (declared, problem) => {
  expect(problemsOf(declared)).toEqual([expect.stringMatching(problem)]);
  expect(clusterApi(declared).models).toEqual([]);
  expect(() => clusterApiOf(declared)).toThrow(problem);
});

test('all that is wrong is told at once', () => {
  expect(problemsOf({ kubernetesVersion: 'x', featureGates: { A1: true }, runtimeConfig: { b: true } })).toHaveLength(3);
});

test.each([
  [{ featureGates: { VolumeBindMountOptions: true } }, "Kubernetes 1.36 has no feature gate 'VolumeBindMountOptions': it is there since 1.37"],
  [{ featureGates: { AppArmor: true } }, "Kubernetes 1.36 has no feature gate 'AppArmor': it is gone since 1.33, and the feature is as it was before"],
  [{ runtimeConfig: { 'networking.k8s.io/v1alpha1': true } }, "Kubernetes 1.36 has no API version 'networking.k8s.io/v1alpha1'"],
])('%j is noted: another version has it', (declared, note) => {
  const { models, notes } = clusterApi(declared);

  expect(models).toHaveLength(1);
  expect(notes).toEqual([note]);
});

test('the gates of all stages and the API versions of all stages are known', () => {
  expect(clusterApi({ featureGates: { AllAlpha: true, AllBeta: false }, runtimeConfig: { 'api/all': true, 'api/alpha': true, 'api/v1': true } })).toMatchObject({ notes: [], problems: [] });
});
