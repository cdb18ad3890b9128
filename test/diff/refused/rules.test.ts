import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';
import { found, object, podTemplate, refusals, statefulSet } from '../support';

type Fields = Record<string, any>;

const spec = (apiVersion: string, kind: string) => (fields: Fields) => object(apiVersion, kind, { spec: fields });
const whole = (apiVersion: string, kind: string) => (fields: Fields) => object(apiVersion, kind, fields);

const deployment = (fields: Fields = {}) => object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template: podTemplate({}, { volumes: [{ name: 'data', emptyDir: {} }] }), ...fields } });
const service = (fields: Fields) => object('v1', 'Service', { spec: { ports: [{ port: 80 }], selector: { app: 'a' }, ...fields } });
const claim = (fields: Fields, status?: Fields) => object('v1', 'PersistentVolumeClaim', {
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '2Gi' } }, ...fields }, ...status && { status },
});
const size = (storage: string) => ({ resources: { requests: { storage } } });
const storageClass = (fields: Fields = {}) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'example.com/a', ...fields });
const volume = (fields: Fields) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], nfs: { server: 's', path: '/p' }, ...fields } });
const job = (fields: Fields, template: Fields = {}) => object('batch/v1', 'Job', {
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }], ...template } }, ...fields },
});
const pod = (fields: Fields) => object('v1', 'Pod', { spec: { containers: [{ name: 'a', image: 'a:1' }], ...fields } });
const binding = whole('rbac.authorization.k8s.io/v1', 'RoleBinding');
const role = (name: string) => ({ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name } });
const secret = whole('v1', 'Secret');
const config = whole('v1', 'ConfigMap');
const priority = whole('scheduling.k8s.io/v1', 'PriorityClass');
const driver = spec('storage.k8s.io/v1', 'CSIDriver');
const probed = (probe: Fields) => deployment({ template: podTemplate({ livenessProbe: probe, volumeMounts: [] }) });
const withVolume = (source: Fields) => deployment({ template: podTemplate({ volumeMounts: [] }, { volumes: [{ name: 'v', ...source }] }) });

/** What the server refuses, the rule that says so, and where. */
const REFUSED: readonly [name: string, rule: string, path: string, before: Manifest, after: Manifest][] = [
  ['another serviceName', 'statefulset-immutable', '/spec/serviceName', statefulSet(), statefulSet({ serviceName: 'x' })],
  ['another pod management', 'statefulset-immutable', '/spec/podManagementPolicy', statefulSet(), statefulSet({ podManagementPolicy: 'Parallel' })],
  ['OnDelete over a defaulted rollingUpdate', 'strategy-leftover', '/spec/updateStrategy', statefulSet(), statefulSet({ updateStrategy: { type: 'OnDelete' } })],
  ['Recreate over a defaulted rollingUpdate', 'strategy-leftover', '/spec/strategy', deployment(), deployment({ strategy: { type: 'Recreate' } })],
  ['another selector', 'workload-selector', '/spec/selector/matchExpressions', deployment(), deployment({ selector: { matchLabels: { app: 'db' }, matchExpressions: [{ key: 'app', operator: 'Exists' }] } })],
  ['pod labels that the selector misses', 'invalid', '/spec/template/metadata/labels', deployment(), deployment({ template: podTemplate({}, { volumes: [{ name: 'data', emptyDir: {} }] }, { app: 'x' }) })],
  ['a secret beside the emptyDir that a volume without a source became', 'invalid', '/spec/template/spec/volumes/0/emptyDir', withVolume({}), withVolume({ secret: { secretName: 'a' } })],
  ['a Service that becomes headless', 'service-cluster-ip', '/spec/clusterIP', service({}), service({ clusterIP: 'None' })],
  ['a headless Service that gets an address', 'service-cluster-ip', '/spec/clusterIP', service({ clusterIP: 'None' }), service({ clusterIP: '10.0.0.9' })],
  ['another first IP family', 'service-ip-family', '/spec/ipFamilies', service({}), service({ ipFamilies: ['IPv6'] })],
  ['another load balancer class', 'service-load-balancer-class', '/spec/loadBalancerClass', service({ type: 'LoadBalancer' }), service({ type: 'LoadBalancer', loadBalancerClass: 'a.b/c' })],
  ['another health check port', 'service-health-check-port', '/spec/healthCheckNodePort',
    service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 }), service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 31001 })],
  ['source ranges without a load balancer', 'invalid', '/spec/loadBalancerSourceRanges',
    service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }), service({ loadBalancerSourceRanges: ['10.0.0.0/8'] })],
  ['an address for an external name that has none', 'invalid', '/spec/ports', service({ type: 'ExternalName', externalName: 'a.b', ports: undefined }), service({ ports: undefined })],
  ['a second port without names', 'invalid', '/spec/ports/0/name', service({}), service({ ports: [{ port: 80 }, { name: 'b', port: 81 }] })],
  ['a node port without the type for it', 'invalid', '/spec/ports/0/nodePort', service({}), service({ ports: [{ port: 80, nodePort: 30080 }] })],
  ['a headless load balancer', 'invalid', '/spec/clusterIP', service({ clusterIP: 'None' }), service({ clusterIP: 'None', type: 'LoadBalancer' })],
  ['a smaller claim', 'claim-size', '/spec/resources/requests/storage', claim({}), claim(size('1Gi'))],
  ['a larger claim that is not bound', 'claim-size', '/spec/resources/requests/storage', claim({}, { phase: 'Pending' }), claim(size('3Gi'))],
  ['a larger claim without a class', 'claim-size', '/spec/resources/requests/storage', claim({ storageClassName: '' }), claim({ storageClassName: '', ...size('3Gi') })],
  ['other access modes of a claim', 'claim-immutable', '/spec/accessModes', claim({}), claim({ accessModes: ['ReadWriteMany'] })],
  ['another class of a claim', 'claim-immutable', '/spec/storageClassName', claim({}), claim({ storageClassName: 'slow' })],
  ['another source of a volume', 'volume-immutable', '/spec/nfs/path', volume({}), volume({ nfs: { server: 's', path: '/q' } })],
  ['another mode of a volume', 'volume-immutable', '/spec/volumeMode', volume({}), volume({ volumeMode: 'Block' })],
  ['another provisioner', 'storage-class-immutable', '/provisioner', storageClass(), storageClass({ provisioner: 'b' })],
  ['new parameters', 'storage-class-immutable', '/parameters', storageClass(), storageClass({ parameters: { a: 'b' } })],
  ['another template of a Job', 'job-immutable', '/spec/template/spec/containers/0/image', job({}), job({}, { containers: [{ name: 'a', image: 'a:2' }] })],
  ['more completions', 'job-immutable', '/spec/completions', job({}), job({ completions: 3 })],
  ['more indexed completions alone', 'job-immutable', '/spec/completions', job({ completionMode: 'Indexed', completions: 2, parallelism: 2 }), job({ completionMode: 'Indexed', completions: 3, parallelism: 2 })],
  ['the image name of a frozen ConfigMap', 'immutable-config', '/data/a', config({ immutable: true, data: { a: '1' } }), config({ immutable: true, data: { a: '2' } })],
  ['a thawed Secret', 'immutable-config', '/immutable', secret({ immutable: true }), secret({})],
  ['another type of a Secret', 'secret-type', '/type', secret({ type: 'example.com/a' }), secret({})],
  ['another role of a binding', 'role-ref', '/roleRef/name', binding(role('a')), binding(role('b'))],
  ['another command of a Pod', 'pod-immutable', '/spec/containers/0/command', pod({}), pod({ containers: [{ name: 'a', image: 'a:1', command: ['x'] }] })],
  ['a toleration taken from a Pod', 'pod-immutable', '/spec/tolerations', pod({ tolerations: [{ key: 'a', operator: 'Exists' }] }), pod({})],
  ['a later deadline of a Pod', 'pod-immutable', '/spec/activeDeadlineSeconds', pod({ activeDeadlineSeconds: 5 }), pod({ activeDeadlineSeconds: 9 })],
  ['another priority', 'priority-class-immutable', '/value', priority({ value: 1 }), priority({ value: 2 })],
  ['attaching of a driver', 'csi-driver-immutable', '/spec/attachRequired', driver({}), driver({ attachRequired: false })],
  ['other addresses of a slice', 'endpoint-slice-address-type', '/addressType', whole('discovery.k8s.io/v1', 'EndpointSlice')({ addressType: 'IPv4' }), whole('discovery.k8s.io/v1', 'EndpointSlice')({ addressType: 'IPv6' })],
  ['other scopes of a quota', 'quota-scopes', '/spec/scopes', spec('v1', 'ResourceQuota')({ hard: { pods: '1' } }), spec('v1', 'ResourceQuota')({ hard: { pods: '1' }, scopes: ['BestEffort'] })],
  ['a uid that the server did not give', 'server-metadata', '/metadata/uid', config({}), { ...config({}), metadata: { name: 'it', namespace: 'data', uid: 'abc' } }],
];

const claimFor = (deviceClassName: string) => ({ devices: { requests: [{ name: 'gpu', exactly: { deviceClassName } }] } });
const definition = (kind: string, status?: Fields): Manifest => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'its.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'its', kind },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
  ...status && { status },
});
const established = (status: string) => ({ conditions: [{ type: 'Established', status }] });

/** The same for kinds that 1.27 does not have. */
const REFUSED_LATER: readonly [name: string, rule: string, path: string, before: Manifest, after: Manifest][] = [
  ['the devices of a claim', 'resource-claim-spec', '/spec/devices/requests', spec('resource.k8s.io/v1', 'ResourceClaim')(claimFor('a')), spec('resource.k8s.io/v1', 'ResourceClaim')(claimFor('b'))],
  ['the devices of a template of claims', 'resource-claim-spec', '/spec/spec/devices/requests', spec('resource.k8s.io/v1', 'ResourceClaimTemplate')({ spec: claimFor('a') }), spec('resource.k8s.io/v1', 'ResourceClaimTemplate')({ spec: claimFor('b') })],
  ['the node of a slice', 'resource-slice-pool', '/spec/nodeName', spec('resource.k8s.io/v1', 'ResourceSlice')({ nodeName: 'a' }), spec('resource.k8s.io/v1', 'ResourceSlice')({ nodeName: 'b' })],
  ['whose address it is', 'ip-address-parent', '/spec/parentRef/name', spec('networking.k8s.io/v1', 'IPAddress')({ parentRef: { resource: 'services', name: 'a' } }), spec('networking.k8s.io/v1', 'IPAddress')({ parentRef: { resource: 'services', name: 'b' } })],
  ['what an event says', 'event-fields', '/note', whole('events.k8s.io/v1', 'Event')({ note: 'a' }), whole('events.k8s.io/v1', 'Event')({ note: 'b' })],
  ['the kind of an established definition', 'established-definition', '/spec/names/kind', definition('It', established('True')), definition('That')],
];

/** What the server takes, though it looks like one of the above. */
const ACCEPTED: readonly [name: string, before: Manifest, after: Manifest][] = [
  ['everything that a StatefulSet may change', statefulSet(), statefulSet({ replicas: 5, minReadySeconds: 1, ordinals: { start: 2 }, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } })],
  ['the same retention limit written out', statefulSet(), statefulSet({ revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady' })],
  ['OnDelete over a rollingUpdate that was written', statefulSet({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } }), statefulSet({ updateStrategy: { type: 'OnDelete' } })],
  ['another kind of probe', probed({ httpGet: { port: 80 } }), probed({ tcpSocket: { port: 80 } })],
  ['a probe that goes', probed({ httpGet: { port: 80 } }), deployment({ template: podTemplate({ volumeMounts: [] }) })],
  ['another kind of volume', withVolume({ configMap: { name: 'a' } }), withVolume({ secret: { secretName: 'a' } })],
  ['another image', deployment(), deployment({ template: podTemplate({ image: 'postgres:15.4' }, { volumes: [{ name: 'data', emptyDir: {} }] }) })],
  ['a headless Service that leaves clusterIP out', service({ clusterIP: 'None' }), service({})],
  ['a Service with an address that leaves it out', service({ clusterIP: '10.0.0.1' }), service({})],
  ['a Service that becomes an external name', service({}), service({ type: 'ExternalName', externalName: 'a.b' })],
  ['a node port Service that becomes an inner one', service({ type: 'NodePort', externalTrafficPolicy: 'Local' }), service({ externalTrafficPolicy: undefined })],
  ['a larger claim of a class that grows', claim({}), claim(size('3Gi'))],
  ['a first volume and a first class', claim({ storageClassName: undefined }), claim({ volumeName: 'pv' })],
  ['the same size in other words', claim({}), claim(size('2048Mi'))],
  ['more room promised by a volume', volume({}), volume({ capacity: { storage: '5Gi' }, mountOptions: ['ro'] })],
  ['a first node affinity', volume({}), volume({ nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } } })],
  ['expansion switched on', storageClass(), storageClass({ allowVolumeExpansion: true, mountOptions: ['ro'] })],
  ['a Job that goes on', job({ suspend: true }), job({ suspend: false, parallelism: 2, backoffLimit: 1 })],
  ['where a waiting Job is scheduled', job({ suspend: true }), job({ suspend: true }, { nodeSelector: { a: 'b' }, tolerations: [{ operator: 'Exists' }] })],
  ['indexed completions with parallelism', job({ completionMode: 'Indexed', completions: 2, parallelism: 2 }), job({ completionMode: 'Indexed', completions: 3, parallelism: 3 })],
  ['a Secret whose stringData was taken over', secret({ immutable: true, stringData: { a: 'b' } }), secret({ immutable: true, data: { a: 'Yg==' } })],
  ['a binding with other subjects', binding(role('a')), binding({ ...role('a'), subjects: [{ kind: 'User', name: 'x' }] })],
  ['a Pod with another image and one toleration more', pod({}), pod({ containers: [{ name: 'a', image: 'a:2' }], tolerations: [{ operator: 'Exists' }] })],
  ['an earlier deadline of a Pod', pod({ activeDeadlineSeconds: 9 }), pod({ activeDeadlineSeconds: 5 })],
];

const context = [storageClass({ allowVolumeExpansion: true })];

describe('what the API server refuses', () => {
  test.each(REFUSED)('%s', (_, rule, path, before, after) => {
    expect(refusals(before, after)).toContainEqual([rule, path]);
  });

  test.each(REFUSED_LATER)('%s', (_, rule, path, before, after) => {
    expect(refusals(before, after, [], '1.36')).toContainEqual([rule, path]);
  });

  test('but not another kind of a definition that could not be established', () => {
    expect(refusals(definition('It', established('False')), definition('That'))).toEqual([]);
  });

  test.each(ACCEPTED)('but not %s', (_, before, after) => {
    const sameKind = before.kind === 'StorageClass' ? [] : context;

    const { changes } = diff([...sameKind, before], [...sameKind, after]);

    expect(changes.filter(({ effect }) => effect === 'refused')).toEqual([]);
  });

  test('pod labels that the selector misses are told once', () => {
    const { changes } = diff([deployment()], [deployment({ template: podTemplate({}, {}, { app: 'x' }) })]);

    expect(changes.filter(({ effect, path }) => effect === 'refused' && path === '/spec/template/metadata/labels')).toHaveLength(1);
  });

  test('a claim cannot grow in a class that does not allow it', () => {
    const { changes } = diff([claim({}), storageClass()], [claim(size('3Gi')), storageClass()]);

    expect(changes).toMatchObject([{ id: 'claim-size:data/it', effect: 'refused' }]);
  });

  test.each([
    ['the history limit of a set', 33, statefulSet(), statefulSet({ revisionHistoryLimit: 3 })],
    ['podInfoOnMount of a driver', 30, driver({}), driver({ podInfoOnMount: true })],
  ])('%s is free from 1.%i', (_, version, before, after) => {
    const numbers = [version - 1, version].map(minor => refusals(before, after, [], `1.${minor}`).length);

    expect(numbers).toEqual([1, 0]);
  });
});

test.each([
  ['serviceName', statefulSet({ serviceName: 'pg-hl' }), statefulSet({ serviceName: 'pg' }), "write `serviceName: 'pg-hl'` on the construct; or run the plan"],
  [
    'the selector',
    statefulSet({ selector: { matchLabels: { 'app': 'db', 'a.io/b': 'c' } } }),
    statefulSet({ selector: { matchLabels: { app: 'db' } } }),
    "write `selectorLabels: { app: 'db', 'a.io/b': 'c' }` on the construct; or run the plan",
  ],
  ['a selector of expressions', statefulSet({ selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }), statefulSet(), 'keep the old value, or run the plan'],
  ['podManagementPolicy', statefulSet(), statefulSet({ podManagementPolicy: 'Parallel' }), 'keep the old value, or run the plan'],
])('the fix for %s names the prop that keeps it, if there is one', (_, before, after, fix) => {
  const changes = found('statefulset-immutable', [before], [after]);

  expect(changes[0].fix).toContain(fix);
});
