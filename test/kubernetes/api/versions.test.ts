import { ApiModel } from '../../../src/kubernetes/api/model';

// Facts about single versions, as shared knowledge and changelogs have them.

const MINORS = ['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'];

const versionsWith = (has: (model: ApiModel) => boolean, versions = MINORS) => versions.filter(version => has(ApiModel.of(version)));
const since = (first: string) => MINORS.slice(MINORS.indexOf(first));
const until = (last: string) => MINORS.slice(0, MINORS.indexOf(last));

test.each([
  ['Container', 'restartPolicy', '1.28'],
  ['Container', 'restartPolicyRules', '1.34'],
  ['PodSpec', 'resources', '1.32'],
  ['PodSpec', 'hostnameOverride', '1.34'],
  ['EnvVarSource', 'fileKeyRef', '1.34'],
  ['LifecycleHandler', 'sleep', '1.29'],
  ['Lifecycle', 'stopSignal', '1.33'],
  ['Volume', 'image', '1.31'],
  ['VolumeMount', 'recursiveReadOnly', '1.30'],
  ['PodSecurityContext', 'supplementalGroupsPolicy', '1.31'],
  ['PodSecurityContext', 'seLinuxChangePolicy', '1.32'],
  ['SecurityContext', 'appArmorProfile', '1.30'],
  ['ServiceSpec', 'trafficDistribution', '1.30'],
  ['PersistentVolumeClaimSpec', 'volumeAttributesClassName', '1.29'],
  ['JobSpec', 'podReplacementPolicy', '1.28'],
  ['JobSpec', 'successPolicy', '1.30'],
  ['JobSpec', 'managedBy', '1.30'],
  ['HPAScalingRules', 'tolerance', '1.33'],
  ['EmptyDirVolumeSource', 'mode', '1.37'],
  ['PodSpec', 'evictionResponders', '1.37'],
  ['StatefulSetSpec', 'ordinals', '1.27'],
])('%s.%s is there since %s', (type, field, first) => {
  expect(versionsWith(model => model.type(type)?.field(field) !== undefined)).toEqual(since(first));
});

test('workloadRef was there for one minor', () => {
  expect(versionsWith(model => model.type('PodSpec')!.field('workloadRef') !== undefined)).toEqual(['1.35']);
});

test.each<[string, string, readonly string[]]>([
  ['RollingUpdateStatefulSetStrategy', 'maxUnavailable', [...until('1.35'), '1.35', '1.36']],
  ['Container', 'restartPolicy', ['1.28']],
  ['Container', 'resizePolicy', until('1.33')],
  ['Container', 'restartPolicyRules', ['1.34']],
  ['PodSpec', 'resources', ['1.32', '1.33']],
  ['PodSpec', 'hostUsers', until('1.33')],
  ['PodSpec', 'resourceClaims', until('1.34')],
  ['PodSpec', 'hostnameOverride', ['1.34']],
  ['SecurityContext', 'procMount', until('1.33')],
  ['Volume', 'image', ['1.31', '1.32', '1.33', '1.34']],
  ['LifecycleHandler', 'sleep', ['1.29']],
  ['Lifecycle', 'stopSignal', since('1.33')],
  ['VolumeMount', 'recursiveReadOnly', ['1.30']],
  ['PersistentVolumeClaimSpec', 'volumeAttributesClassName', ['1.29', '1.30', '1.31', '1.32', '1.33']],
  ['JobSpec', 'podReplacementPolicy', ['1.28']],
  ['JobSpec', 'managedBy', ['1.30', '1.31']],
  ['PodAffinityTerm', 'matchLabelKeys', ['1.29', '1.30']],
  ['MutatingWebhook', 'matchConditions', ['1.27']],
  ['VolumeProjection', 'podCertificate', ['1.34', '1.35', '1.36']],
  ['GRPCAction', 'mode', ['1.37']],
  ['JobSpec', 'scheduling', ['1.37']],
])('%s.%s is dropped in %j', (type, field, versions) => {
  expect(versionsWith(model => model.type(type)?.field(field)?.dropped === true)).toEqual(versions);
});

test('maxUnavailable of a StatefulSet was on in 1.35 up to its fourth patch, and is again since 1.37', () => {
  const gates = ['1.34', '1.35.0', '1.35.3', '1.35.4', '1.36.3', '1.37'].map(version => {
    const { stage, on } = ApiModel.of(version).gate('MaxUnavailableStatefulSet')!;
    return `${version} ${stage} ${on}`;
  });

  expect(gates).toEqual(['1.34 alpha false', '1.35.0 beta true', '1.35.3 beta true', '1.35.4 beta false', '1.36.3 beta false', '1.37 beta true']);
  expect(ApiModel.of('1.35.3').type('RollingUpdateStatefulSetStrategy')!.field('maxUnavailable')!.default).toBe(1);
  expect(ApiModel.of('1.35.4').type('RollingUpdateStatefulSetStrategy')!.field('maxUnavailable')!.default).toBeUndefined();
});

test('the gate that stops needless roll-outs came with the second patch of 1.34', () => {
  const known = ['1.33', '1.34.1', '1.34.2', '1.34'].map(version => ApiModel.of(version).gate('StatefulSetSemanticRevisionComparison')?.on);

  expect(known).toEqual([undefined, undefined, true, true]);
});

test('a feature is off as long as its gate is not there, and stays what it was when the gate is gone', () => {
  expect(['1.34.1', '1.34.2'].map(version => ApiModel.of(version).isOff('StatefulSetSemanticRevisionComparison'))).toEqual([true, false]);
  expect(['1.31', '1.36'].map(version => ApiModel.of(version).isOff('DRAControlPlaneController'))).toEqual([true, true]);
  expect(ApiModel.of('1.36').isOff('NoSuchGate')).toBe(false);
});

test('a gate that is gone is unknown, and its feature stays on', () => {
  const gone = ApiModel.of('1.37');

  expect(gone.gate('JobPodReplacementPolicy')).toBeUndefined();
  expect(gone.isOff('JobPodReplacementPolicy')).toBe(false);
  expect([gone.isOff('CSIVolumeHealth|SidecarContainers'), gone.isOff('CSIVolumeHealth,SidecarContainers')]).toEqual([false, true]);
});

test.each([
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', until('1.29')],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', until('1.32')],
  ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', since('1.29')],
  ['resource.k8s.io/v1', 'ResourceClaim', since('1.34')],
  ['storage.k8s.io/v1', 'VolumeAttributesClass', since('1.34')],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', since('1.30')],
  ['resource.k8s.io/v1', 'DeviceTaintRule', ['1.37']],
  ['certificates.k8s.io/v1', 'ClusterTrustBundle', ['1.37']],
  ['storagemigration.k8s.io/v1', 'StorageVersionMigration', ['1.37']],
  ['apps/v1', 'StatefulSet', MINORS],
])('%s %s is on by default in %j', (apiVersion, kind, versions) => {
  expect(versionsWith(model => model.kind(apiVersion, kind)?.onByDefault === true)).toEqual(versions);
});

test('alpha and beta versions are known, and off', () => {
  const { onByDefault } = ApiModel.of('1.33').kind('resource.k8s.io/v1beta1', 'ResourceClaim')!;

  expect(onByDefault).toBe(false);
  expect(ApiModel.of('1.31').kind('resource.k8s.io/v1beta1', 'ResourceClaim')).toBeUndefined();
});

test('the strategy Recreate is in the schema of 1.37, and refused without its gate', () => {
  expect(ApiModel.of('1.37').type('StatefulSetUpdateStrategy')!.field('type')!.type.values).toEqual(['OnDelete', 'RollingUpdate']);
});

test('tolerations compare numbers only with a gate', () => {
  expect(ApiModel.of('1.37').type('Toleration')!.field('operator')!.type.values).toEqual(['Equal', 'Exists']);
});

test('a claim has no resource claims since 1.29', () => {
  const structs = ['1.28', '1.29'].map(version => ApiModel.of(version).type('PersistentVolumeClaimSpec')!.field('resources')!.type.struct);

  expect(structs).toEqual(['ResourceRequirements', 'VolumeResourceRequirements']);
});

test('host ports are written into templates until 1.27 only', () => {
  const paths = (version: string, type: string) => ApiModel.of(version).type(type)!.defaultsBelow().map(({ path }) => path.join('.')).filter(path => path.endsWith('hostPort'));

  expect([paths('1.27', 'PodSpec').length, paths('1.27', 'Pod').length]).toEqual([2, 0]);
  expect([paths('1.28', 'PodSpec').length, paths('1.28', 'Pod').length]).toEqual([0, 2]);
});

test('the reference of an image volume is required since 1.37', () => {
  expect(versionsWith(model => model.type('ImageVolumeSource')?.required.includes('reference') === true)).toEqual(['1.37']);
});
