import { parse } from 'yaml';
import { checkManifests } from '../../../src/checks/run';
import { SCHEMA_CHECK } from '../../../src/checks/schema/schema-check';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';

const IDS = new Set(SCHEMA_CHECK.checks.map(({ id }) => id));

/** What the schema finds in one object, as `id path`. */
function found(manifest: Manifest, kubernetesVersion?: string): string[] {
  return findings(manifest, kubernetesVersion).map(({ rule, path }) => `${rule} ${path}`);
}

function findings(manifest: Manifest, kubernetesVersion?: string) {
  return checkManifests([manifest], { scope: 'object', model: ApiModel.of(kubernetesVersion) }).filter(({ rule }) => IDS.has(rule));
}

function pod(spec: Record<string, unknown>, container: Record<string, unknown> = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'httpd:2.4', ...container }], ...spec } };
}

describe('fields', () => {
  test('a misspelled field is reported with the word that was meant', () => {
    const [finding] = findings(pod({}, { imagepullpolicy: 'Always' }));

    expect(finding).toMatchObject({ rule: 'schema-unknown-field', path: '/spec/containers/0/imagepullpolicy', fix: "write 'imagePullPolicy'" });
  });

  test('a misplaced field is reported with its place', () => {
    const [finding] = findings({ ...pod({}), restartPolicy: 'Never' });

    expect(finding).toMatchObject({ path: '/restartPolicy', fix: 'move it to /spec/restartPolicy' });
  });

  test('an unknown field like no other is reported with those there are', () => {
    const [finding] = findings(pod({ tolerations: [{ zzzzzzzz: 1 }] }));

    expect(finding.fix).toBe('remove it; Toleration has effect, key, operator, tolerationSeconds, value');
  });

  test('keys that objects have by birth are fields like any other', () => {
    const manifest = JSON.parse('{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "__proto__": {}, "constructor": 1, "toString": 2}');

    expect(found(manifest)).toEqual([
      'schema-unknown-field /__proto__', 'schema-unknown-field /constructor', 'schema-unknown-field /toString',
    ]);
  });

  test('nothing is missing from the source of a claim that the server drops', () => {
    const claim = (namespace: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'web' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, dataSourceRef: { name: 'a', namespace } },
    });
    const withFeature = checkManifests([claim('b')], { scope: 'object', model: ApiModel.of('1.36', { featureGates: { CrossNamespaceVolumeDataSource: true } }) });

    expect(found(claim('b'))).toEqual(['dropped-field /spec/dataSourceRef/namespace']);
    expect(found(claim(''))).toEqual(['dropped-field /spec/dataSourceRef/namespace', 'schema-required /spec/dataSourceRef/kind']);
    expect(withFeature.map(({ rule, path }) => `${rule} ${path}`)).toContain('schema-required /spec/dataSourceRef/kind');
  });

  test('a missing field is reported where it belongs, also below a missing spec', () => {
    const { spec, ...rest } = pod({});
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: {} };

    expect(spec).toBeDefined();
    expect(found(rest as Manifest)).toEqual(['schema-required /spec/containers']);
    expect(found(deployment)).toEqual(['schema-required /spec/selector', 'schema-required /spec/template']);
  });

  test.each([
    [{ imagePullSecrets: ['login'] }, {}, 'write {name: login}'],
    [{ volumes: [{ name: 'a', persistentVolumeClaim: 'data' }] }, {}, 'write {claimName: data}'],
    [{}, { ports: [80] }, 'write {containerPort: 80}'],
    [{}, { env: ['A=b=c'] }, 'write {name: A, value: "b=c"}'],
    [{}, { resources: { limits: { memory: '512MB' } } }, 'write 512M'],
    [{}, { resources: { limits: { memory: '2 gib' } } }, 'write 2Gi'],
    [{}, { resources: { limits: { memory: 'much' } } }, "write a quantity such as '500m' or '10Gi'"],
    [{}, { securityContext: 'restricted' }, 'write a mapping'],
  ])('%j, %j: the fix is what was meant', (spec, container, fix) => {
    expect(findings(pod(spec, container)).map(finding => finding.fix)).toEqual([fix]);
  });

  test('a word for a mapping is the value of the field that has such words', () => {
    const set = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a' }, spec: { updateStrategy: 'OnDelete', selector: {}, template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } } };

    expect(findings(set)).toMatchObject([{ fix: 'write {type: OnDelete}' }]);
  });

  test('null counts as absent, in lists and mappings too', () => {
    const lenient = pod({ nodeSelector: { a: null }, tolerations: null, restartPolicy: null, imagePullSecrets: [null] });

    expect(found(lenient)).toEqual([]);
    expect(found(pod({}, { image: null }))).toEqual(['schema-required /spec/containers/0/image']);
  });

  test('status and what is switched off are checked for names and types only', () => {
    const manifest = pod({}, { resizePolicy: [], resources: { claims: null } });
    const odd = pod({}, { resizePolicy: [{}], resources: { claims: [{}] } });

    expect(found({ ...manifest, status: { phase: 'Odd', conditions: [{}], containerStatuses: null } })).toEqual([]);
    expect(found(odd, '1.27')).toEqual(['dropped-field /spec/containers/0/resizePolicy', 'dropped-field /spec/containers/0/resources/claims']);
    expect(found({ ...manifest, status: { phase: 1, odd: 1 } })).toEqual(['schema-type /status/phase', 'schema-unknown-field /status/odd']);
  });

  test('host names in the template of a StatefulSet do not count: its controller writes others', () => {
    const template = { metadata: { labels: { a: 'b' } }, spec: { hostname: 'A_B', subdomain: 'C_D', containers: [{ name: 'web', image: 'a:1' }] } };
    const of = (kind: string) => ({ apiVersion: 'apps/v1', kind, metadata: { name: 'web' }, spec: { selector: { matchLabels: { a: 'b' } }, template } });

    expect(found(of('StatefulSet'))).toEqual([]);
    expect(found(of('Deployment'))).toEqual(['format-name /spec/template/spec/hostname', 'format-name /spec/template/spec/subdomain']);
  });

  test('claim templates are claims', () => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { a: 'b' } },
        template: { metadata: { labels: { a: 'b' } }, spec: pod({}).spec },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['RWO'], resources: { requests: { storage: '1Gi' } }, size: '1Gi' } }],
      },
    };

    expect(found(set)).toEqual([
      'schema-enum /spec/volumeClaimTemplates/0/spec/accessModes/0', 'schema-unknown-field /spec/volumeClaimTemplates/0/spec/size',
    ]);
  });
});

describe('versions', () => {
  test('a field is dropped until its feature is on, and is checked from then on', () => {
    const manifest = pod({}, { resizePolicy: [{}] });
    const [dropped] = findings(manifest, '1.27');

    expect(dropped).toMatchObject({
      rule: 'dropped-field',
      severity: 'warning',
      message: "'resizePolicy' has no effect on Kubernetes 1.27: the feature gate InPlacePodVerticalScaling is off there, so the server drops the field; it works since 1.33",
      fix: 'remove it; without the feature a change of resources re-creates the pod; or, if the cluster has the feature, declare featureGates: {InPlacePodVerticalScaling: true}',
    });
    expect(found(manifest, '1.33')).toEqual([
      'schema-required /spec/containers/0/resizePolicy/0/resourceName', 'schema-required /spec/containers/0/resizePolicy/0/restartPolicy',
    ]);
  });

  test('fields of the API of others are not checked', () => {
    const set = { apiVersion: 'apps.kruise.io/v1beta1', kind: 'StatefulSet', metadata: { name: 'web' } };

    expect(found({ ...set, spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } } })).toEqual(['kind-not-checked /kind']);
  });

  test('a field of a newer version says since when it is there', () => {
    const manifest = pod({}, { restartPolicy: 'Always' });
    const [finding] = findings(manifest, '1.27');

    expect(finding).toMatchObject({
      message: "Container has no field 'restartPolicy' on Kubernetes 1.27: it is there since 1.28",
      fix: 'move it to /spec/restartPolicy, or upgrade the cluster to Kubernetes 1.28',
    });
    expect(found(manifest, '1.29')).toEqual([]);
  });

  test('a field that is gone says since when', () => {
    const [finding] = findings(pod({ workloadRef: { name: 'a' } }), '1.36');

    expect(finding).toMatchObject({ message: "PodSpec has no field 'workloadRef' on Kubernetes 1.36: it is gone since 1.36", fix: 'remove it' });
  });

  test.each([
    ['resource.k8s.io/v1', 'ResourceClaim', '1.27', 'unknown-kind', 'it is there since 1.34', 'remove it, or upgrade the cluster to Kubernetes 1.34'],
    ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', '1.27', 'unknown-kind', 'since 1.29', 'write apiVersion: flowcontrol.apiserver.k8s.io/v1beta3, or upgrade'],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.27', 'deprecated-api', 'will be gone in Kubernetes 1.29', 'v1beta3'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.27', 'deprecated-api', 'will be gone in Kubernetes 1.32', 'write apiVersion: flowcontrol.apiserver.k8s.io/v1'],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.30', 'removed-api', 'is gone since Kubernetes 1.29', 'write apiVersion: flowcontrol.apiserver.k8s.io/v1'],
    ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', '1.30', 'unknown-kind', 'it is there since 1.31', 'remove it'],
    ['networking.k8s.io/v1alpha1', 'ClusterCIDR', '1.30', 'removed-api', 'is gone since Kubernetes 1.29', 'remove it'],
    ['resource.k8s.io/v1beta1', 'ResourceClaim', '1.34', 'api-off', 'on Kubernetes 1.34: this version of the API is off there', 'write apiVersion: resource.k8s.io/v1; or, if the API server runs with --runtime-config=resource.k8s.io/v1beta1=true, declare runtimeConfig: {resource.k8s.io/v1beta1: true}'],
    ['certificates.k8s.io/v1beta1', 'ClusterTrustBundle', '1.36', 'api-off', 'off there', 'remove it; or, if the API server runs with --runtime-config=certificates.k8s.io/v1beta1=true and --feature-gates=ClusterTrustBundle=true, declare runtimeConfig: {certificates.k8s.io/v1beta1: true} and featureGates: {ClusterTrustBundle: true}'],
  ])('%s %s in %s', (apiVersion, kind, version, rule, message, fix) => {
    const [finding] = findings({ apiVersion, kind, metadata: { name: 'web' } }, version).filter(({ path }) => /^.(apiVersion|kind)$/.test(path));

    expect(finding).toMatchObject({ rule, message: expect.stringContaining(message), fix: expect.stringContaining(fix) });
  });
});

describe('types', () => {
  test.each([
    ['text where a number is wanted', pod({}, { ports: [{ containerPort: '80' }] }), '/spec/containers/0/ports/0/containerPort', 'write it without quotes: 80'],
    ['a number where text is wanted', pod({}, { env: [{ name: 'A', value: 1 }] }), '/spec/containers/0/env/0/value', 'put it in quotes: "1"'],
    ['text where true or false is wanted', pod({ hostNetwork: 'true' }), '/spec/hostNetwork', 'write it without quotes: true'],
    ['a mapping where a list is wanted', pod({ containers: {} }), '/spec/containers', 'write a list: start each item with `- `'],
    ['a list where a mapping is wanted', pod({ securityContext: [] }), '/spec/securityContext', 'write a mapping'],
    ['text where a mapping is wanted', pod({ nodeSelector: 'a' }), '/spec/nodeSelector', 'write a mapping'],
    ['a fraction', pod({}, { ports: [{ containerPort: 80.5 }] }), '/spec/containers/0/ports/0/containerPort', 'write a whole number of 32 bits'],
    ['too many bits', pod({ terminationGracePeriodSeconds: 2 ** 63 }), '/spec/terminationGracePeriodSeconds', 'write a whole number of 64 bits'],
    ['no quantity', pod({}, { resources: { limits: { memory: 'much' } } }), '/spec/containers/0/resources/limits/memory', expect.stringContaining('10Gi')],
    ['an empty time', { ...pod({}), metadata: { name: 'web', creationTimestamp: '' } }, '/metadata/creationTimestamp', expect.stringContaining('2024')],
    ['a day that its month does not have', { ...pod({}), metadata: { name: 'web', creationTimestamp: '2023-02-29T00:00:00Z' } }, '/metadata/creationTimestamp', expect.stringContaining('2024')],
    ['no time', { ...pod({}), metadata: { name: 'web', deletionTimestamp: 'now' } }, '/metadata/deletionTimestamp', expect.stringContaining('2024')],
    ['a number where a word is wanted', pod({ restartPolicy: 1 }), '/spec/restartPolicy', 'write one of Always, Never, OnFailure'],
    ['neither number nor text', pod({}, { livenessProbe: { tcpSocket: { port: true } } }), '/spec/containers/0/livenessProbe/tcpSocket/port', 'write a whole number or text'],
  ])('%s', (_, manifest, path, fix) => {
    const [finding] = findings(manifest as Manifest);

    expect(finding).toMatchObject({ rule: 'schema-type', path, fix });
  });

  test('a word that is none of the known ones is reported with the nearest', () => {
    const [finding] = findings(pod({ restartPolicy: 'always' }));

    expect(finding).toMatchObject({ rule: 'schema-enum', path: '/spec/restartPolicy', fix: "write 'Always'" });
  });

  test('an empty word means the default, unless the server says otherwise', () => {
    const manifest = pod({ restartPolicy: '' }, { volumeMounts: [{ name: 'a', mountPath: '/a', mountPropagation: '' }] });

    expect(found(manifest)).toEqual(['schema-enum /spec/containers/0/volumeMounts/0/mountPropagation']);
  });
});

describe('kinds', () => {
  test.each([
    ['extensions/v1beta1', 'Deployment', 'write apiVersion: apps/v1'],
    ['extensions/v1beta1', 'Ingress', 'write apiVersion: networking.k8s.io/v1'],
    ['apps/v1alpha1', 'PetSet', 'write a StatefulSet'],
    ['policy/v1beta1', 'PodSecurityPolicy', 'use Pod Security admission'],
    ['batch/v1beta1', 'CronJob', 'write apiVersion: batch/v1'],
  ])('%s %s is gone', (apiVersion, kind, fix) => {
    const [finding] = findings({ apiVersion, kind, metadata: { name: 'web' } });

    expect(finding).toMatchObject({ rule: 'removed-api', severity: 'error', path: '/apiVersion', fix: expect.stringContaining(fix) });
  });

  test('an object of a version that is gone is checked by the new one, if the fields are the same', () => {
    const ids = found({ apiVersion: 'extensions/v1beta1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec: pod({}).spec } } });

    expect(ids).toEqual(['removed-api /apiVersion', 'schema-required /spec/selector']);
  });

  test('a version that is still there is a warning until the cluster is upgraded', () => {
    const manifest = { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', kind: 'FlowSchema', metadata: { name: 'web' }, spec: { priorityLevelConfiguration: { name: 'a' } } };

    expect(found(manifest, '1.31')).toEqual(['deprecated-api /apiVersion']);
    expect(found(manifest, '1.32')).toEqual(['removed-api /apiVersion']);
  });

  test.each([
    ['apps/v1', 'Deploymnt', '/kind', 'write kind: Deployment'],
    ['apps/v2', 'Deployment', '/apiVersion', 'write apiVersion: apps/v1'],
    ['V1', 'pod', '/kind', 'write kind: Pod, and apiVersion: v1'],
    ['apps/v1', 'statefulset', '/kind', 'write kind: StatefulSet'],
    ['v1', 'StatefulSet', '/apiVersion', 'write apiVersion: apps/v1'],
    ['policy/v1', 'Zzzzzzzzz', '/kind', 'write one of PodDisruptionBudget'],
    ['apps/v3', 'Zzzzzzzzz', '/kind', 'write the apiVersion that the cluster serves'],
    ['Example.com/v1', 'Widget', '/apiVersion', 'write a group in lower case, a slash and a version, such as example.com/v1'],
    ['https://example.com/v1', 'Widget', '/apiVersion', 'write a group in lower case, a slash and a version, such as example.com/v1'],
    ['example.com/1', 'Widget', '/apiVersion', 'write a group in lower case, a slash and a version, such as example.com/v1'],
  ])('there is no %s %s', (apiVersion, kind, path, fix) => {
    const [finding] = findings({ apiVersion, kind, metadata: { name: 'web' } });

    expect(finding).toMatchObject({ rule: 'unknown-kind', severity: 'error', path, fix });
  });

  test.each([['example.com/v1', 'Cluster'], ['v1', 'Binding']])(
    '%s %s is reported as not checked, and its labels are all the same', (apiVersion, kind) => {
      const ids = found({ apiVersion, kind, metadata: { name: 'web', labels: { 'a b': 'c' } }, spec: { anything: 1 } });

      expect(ids).toEqual(['kind-not-checked /kind', 'format-label /metadata/labels/a b']);
    });
});

describe('examples', () => {
  const examples = SCHEMA_CHECK.checks.filter(({ bad }) => bad !== undefined);

  test.each(examples.map(check => [check.id, check] as const))('%s is found in its bad example and not in its good one', (_, check) => {
    const read = (yaml: string) => parse(yaml, { version: '1.1' }) as Manifest;

    expect(findings(read(check.bad!), check.exampleVersion).map(({ rule }) => rule)).toContain(check.id);
    expect(findings(read(check.good!), check.exampleVersion)).toEqual([]);
  });
});
