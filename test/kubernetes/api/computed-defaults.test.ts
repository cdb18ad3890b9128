import { computedDefault } from '../../../src/kubernetes/api/computed-defaults';
import { TYPES } from '../../../src/kubernetes/api/fields.generated';

const made = (name: string, struct: object, root: object = struct, given?: unknown) => computedDefault(name)(given, struct, root);

test('every function that the model names exists', () => {
  const names = [...TYPES.matchAll(/;computed=(\w+)/g)].map(([, name]) => name);

  expect(new Set(names).size).toBeGreaterThan(20);
  expect(names.filter(name => typeof computedDefault(name) !== 'function')).toEqual([]);
});

test.each([
  ['nginx', 'Always'], ['nginx:latest', 'Always'], ['nginx:1.27', 'IfNotPresent'], ['host:5000/nginx', 'Always'], ['nginx@sha256:abc', 'IfNotPresent'],
])('the pull policy of %s is %s', (image, policy) => {
  expect(made('pullPolicyOfImage', { image })).toBe(policy);
  expect(made('pullPolicyOfReference', { reference: image })).toBe(policy);
});

test.each<[string, object, unknown]>([
  ['emptyDirWithoutSource', { name: 'data' }, {}],
  ['emptyDirWithoutSource', { name: 'data', secret: {} }, undefined],
  ['requestsOfLimits', { limits: { cpu: 1 } }, { cpu: 1 }],
  ['requestsOfLimits', {}, undefined],
  ['port', { port: 80 }, 80],
  ['sessionAffinityConfig', { sessionAffinity: 'ClientIP' }, { clientIP: { timeoutSeconds: 10800 } }],
  ['sessionAffinityConfig', { sessionAffinity: 'None' }, undefined],
  ['internalTrafficPolicy', {}, 'Cluster'],
  ['internalTrafficPolicy', { type: 'ExternalName' }, undefined],
  ['trafficPolicyOfNodePorts', { type: 'NodePort' }, 'Cluster'],
  ['trafficPolicyOfNodePorts', { externalIPs: ['1.2.3.4'] }, undefined],
  ['trafficPolicyOfExternal', { externalIPs: ['1.2.3.4'] }, 'Cluster'],
  ['trafficPolicyOfExternal', { type: 'LoadBalancer' }, 'Cluster'],
  ['trafficPolicyOfExternal', {}, undefined],
  ['nodePortsOfLoadBalancer', { type: 'LoadBalancer' }, true],
  ['nodePortsOfLoadBalancer', {}, undefined],
  ['policyTypes', {}, ['Ingress']],
  ['policyTypes', { egress: [{}] }, ['Ingress', 'Egress']],
  ['ofRollingUpdate', { type: 'RollingUpdate' }, {}],
  ['ofRollingUpdate', { type: 'Recreate' }, undefined],
  ['withoutType', {}, {}],
  ['withoutType', { type: 'RollingUpdate' }, undefined],
  ['labelsOfTemplate', { template: { metadata: { labels: { app: 'web' } } } }, { app: 'web' }],
  ['oneCompletion', {}, 1],
  ['oneCompletion', { parallelism: 3 }, undefined],
  ['backoffLimit', {}, 6],
  ['backoffLimit', { backoffLimitPerIndex: 1 }, 2147483647],
  ['podReplacementPolicy', {}, 'TerminatingOrFailed'],
  ['podReplacementPolicy', { podFailurePolicy: {} }, 'Failed'],
  ['limitsOfMax', { type: 'Container', max: { cpu: 2 } }, { cpu: 2 }],
  ['limitsOfMax', { type: 'Pod', max: { cpu: 2 } }, undefined],
  ['requestsOfLimitRange', { type: 'Container', min: { cpu: 1, memory: 1 }, max: { cpu: 2 } }, { cpu: 2, memory: 1 }],
  ['requestsOfLimitRange', { type: 'Pod', min: { cpu: 1 } }, undefined],
  ['labelWithName', { name: 'shop' }, { 'kubernetes.io/metadata.name': 'shop' }],
  ['labelWithName', { generateName: 'shop-' }, undefined],
  ['apiGroupOfSubject', { kind: 'User' }, 'rbac.authorization.k8s.io'],
  ['apiGroupOfSubject', { kind: 'ServiceAccount' }, undefined],
  ['lowerKind', { kind: 'Backup' }, 'backup'],
  ['lowerKind', {}, undefined],
  ['listKind', { kind: 'Backup' }, 'BackupList'],
  ['listKind', {}, undefined],
  ['oneDevice', {}, 1],
  ['oneDevice', { allocationMode: 'All' }, undefined],
])('%s of %j is %j', (name, struct, value) => {
  expect(made(name, struct)).toEqual(value);
});

test('what is given stays', () => {
  expect(made('pullPolicyOfImage', { image: 'nginx' }, {}, 'Never')).toBe('Never');
  expect(made('requestsOfLimits', { limits: { cpu: 2, memory: 2 } }, {}, { cpu: 1 })).toEqual({ cpu: 1, memory: 2 });
  expect(made('sessionAffinityConfig', { sessionAffinity: 'ClientIP' }, {}, { clientIP: { timeoutSeconds: 5 } })).toEqual({ clientIP: { timeoutSeconds: 5 } });
  expect(made('labelsOfTemplate', { template: {} }, {}, { a: 'b' })).toEqual({ a: 'b' });
});

test('a port on the network of the host is the same port there, for a Pod and for a pod spec', () => {
  const port = { containerPort: 80 };

  expect(made('hostPortOnHostNetwork', port, { hostNetwork: true })).toBe(80);
  expect(made('hostPortOnHostNetwork', port, { spec: { hostNetwork: true } })).toBe(80);
  expect(made('hostPortOnHostNetwork', port, { spec: {} })).toBeUndefined();
});

test('an object without labels gets those of its template', () => {
  const job = { spec: { template: { metadata: { labels: { app: 'web' } } } } };

  expect(made('labelsOfObjectsTemplate', {}, job, {})).toEqual({ app: 'web' });
  expect(made('labelsOfObjectsTemplate', {}, job, { a: 'b' })).toEqual({ a: 'b' });
});

test('a kind that is no text gives no kind of lists', () => {
  expect([{ kind: 'Widget' }, { kind: {} }, { kind: Object.create(null) }, {}].map(names => computedDefault('listKind')(undefined, names, {}))).toEqual(['WidgetList', undefined, undefined, undefined]);
});
