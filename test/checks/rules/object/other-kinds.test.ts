import { testRules, object, of } from './rule-cases';

const RBAC = 'rbac.authorization.k8s.io/v1';
const REF = 'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}';
const scaler = (fields: string) => of('HorizontalPodAutoscaler', 'autoscaling/v2', `spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3, ${fields}}`);
const metric = (fields: string) => scaler(`metrics: [{${fields}}]`);
const quota = (fields: string) => of('ResourceQuota', 'v1', `spec: {${fields}}`);
const limit = (fields: string) => of('LimitRange', 'v1', `spec: {limits: [{${fields}}]}`);
const secret = (type: string, body: string) => of('Secret', 'v1', `type: ${type}, ${body}`);
const webhook = (fields: string) => of('MutatingWebhookConfiguration', 'admissionregistration.k8s.io/v1',
  `webhooks: [{name: a.b.c, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {service: {name: a, namespace: b}}, ${fields}}]`);
const webhookWith = (fields: Record<string, unknown>) => ({ ...webhook(''), webhooks: [{ ...webhook('').webhooks[0], ...fields }] });

describe('rights', () => {
  testRules([
    ['URLs in a ClusterRole', of('ClusterRole', RBAC, 'rules: [{verbs: [get], nonResourceURLs: [/healthz]}]')],
    ['URLs in a Role', of('Role', RBAC, 'rules: [{verbs: [get], nonResourceURLs: [/healthz]}]'), 'rbac-rule /rules/0/nonResourceURLs'],
    ['URLs and resources', of('ClusterRole', RBAC, 'rules: [{verbs: [get], resources: [pods], nonResourceURLs: [/healthz]}]'), 'rbac-rule /rules/0/nonResourceURLs'],
    ['a rule of nothing', of('Role', RBAC, 'rules: [{verbs: []}]'), 'rbac-rule /rules/0/verbs', 'rbac-rule /rules/0/apiGroups', 'rbac-rule /rules/0/resources'],
    ['a Role in a RoleBinding', of('RoleBinding', RBAC, 'roleRef: {kind: Role, name: a}, subjects: [{kind: ServiceAccount, name: a}]')],
    ['a role without a name in another group', of('RoleBinding', RBAC, 'roleRef: {apiGroup: apps, kind: Role, name: ""}'), 'role-ref /roleRef/apiGroup'],
    ['a user without a group', of('ClusterRoleBinding', RBAC, `${REF}, subjects: [{kind: User, name: a}]`)],
    ['a group in the core group', of('ClusterRoleBinding', RBAC, `${REF}, subjects: [{kind: Group, apiGroup: v1, name: a}]`), 'binding-subject-fields /subjects/0/apiGroup'],
    ['a ServiceAccount in the RBAC group', of('RoleBinding', RBAC, `${REF}, subjects: [{kind: ServiceAccount, apiGroup: rbac.authorization.k8s.io, name: a}]`),
      'binding-subject-fields /subjects/0/apiGroup'],
    ['a Role as a subject', of('RoleBinding', RBAC, `${REF}, subjects: [{kind: Role, name: ""}]`), 'binding-subject-fields /subjects/0/kind'],
    ['a ServiceAccount with its namespace in its name', of('RoleBinding', RBAC, `${REF}, subjects: [{kind: ServiceAccount, name: a/b}]`), 'binding-subject-fields /subjects/0/name'],
  ]);
});

describe('autoscalers', () => {
  const AT = '/spec/metrics/0';

  testRules([
    ['one replica is the default', scaler('minReplicas: null')],
    ['two descriptions', metric('type: Resource, resource: {name: cpu, target: {type: Value, averageValue: 1}}, pods: {}'), `autoscaler-metric ${AT}/pods`],
    ['two targets of a resource', metric('type: ContainerResource, containerResource: {name: cpu, container: a, target: {type: Value, averageValue: 1, averageUtilization: 5}}'),
      `autoscaler-target ${AT}/containerResource/target/averageValue`],
    ['Pods have an average only', metric('type: Pods, pods: {metric: {name: a}, target: {type: Value, value: 1}}'), `autoscaler-target ${AT}/pods/target`],
    ['a target of nothing', metric('type: Object, object: {metric: {name: a}, describedObject: {kind: A, name: a}, target: {type: Value, value: 0}}'),
      `autoscaler-target ${AT}/object/target/value`],
    ['utilization of 0', metric('type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 0}}'),
      `autoscaler-target ${AT}/resource/target/averageUtilization`],
    ['policies that are left out', scaler('behavior: {scaleUp: {stabilizationWindowSeconds: 0}}')],
    ['an autoscaler of v1 knows other fields', of('HorizontalPodAutoscaler', 'autoscaling/v1', 'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: A, name: a}, minReplicas: 4, maxReplicas: 3}'),
      'autoscaler-bounds /spec/maxReplicas'],
  ]);
});

describe('quotas and limits', () => {
  testRules([
    ['objects of any kind', quota('hard: {count/deployments.apps: 5, requests.nvidia.com/gpu: 4, hugepages-2Mi: 4Mi, gold.storageclass.storage.k8s.io/requests.storage: 1Gi}')],
    ['half a Pod', quota('hard: {pods: 500m}'), 'quota-resource /spec/hard/pods'],
    ['less than nothing', quota('hard: {cpu: -1}'), 'quota-resource /spec/hard/cpu'],
    ['storage is no resource of quotas', quota('hard: {storage: 1Gi}'), 'quota-resource /spec/hard/storage'],
    ['memory of Pods that ask for none', quota('hard: {memory: 1Gi}, scopes: [BestEffort]'), 'quota-scope /spec/scopes/0'],
    ['opposite scopes', quota('hard: {pods: 1}, scopes: [Terminating, NotTerminating]'), 'quota-scope /spec/scopes'],
    ['a scope that is none', quota('scopes: [Sometimes]'), 'quota-scope /spec/scopes/0'],
    ['a scope of claims', quota('hard: {requests.storage: 1Gi}, scopes: [VolumeAttributesClass]')],
    ['a selector of priority classes', quota('hard: {pods: 1}, scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [a]}]}')],
    ['a selector that compares with nothing', quota('scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In}]}'),
      'quota-scope /spec/scopeSelector/matchExpressions/0/values'],
    ['a scope that is there or not', quota('scopeSelector: {matchExpressions: [{scopeName: BestEffort, operator: In, values: [a]}]}'),
      'quota-scope /spec/scopeSelector/matchExpressions/0/operator'],
    ['one type twice', of('LimitRange', 'v1', 'spec: {limits: [{type: Pod}, {type: Pod}]}'), 'limit-range-type /spec/limits/1/type'],
    ['a type that is none', limit('type: Node'), 'limit-range-type /spec/limits/0/type'],
    ['a type with a domain', limit('type: example.com/A, max: {cpu: 1}')],
    ['a type of three parts', limit('type: a/b/c, max: {cpu: 1}'), 'limit-range-type /spec/limits/0/type'],
    ['claims without storage', limit('type: PersistentVolumeClaim'), 'limit-range-type /spec/limits/0'],
    ['claims', limit('type: PersistentVolumeClaim, min: {storage: 1Gi}, max: {storage: 2Gi}')],
    ['a default request above the default', limit('type: Container, default: {cpu: 1}, defaultRequest: {cpu: 2}'), 'limit-range-order /spec/limits/0/default/cpu'],
    ['a default device that differs', limit('type: Container, default: {a.com/b: 2}, defaultRequest: {a.com/b: 1}'), 'limit-range-order /spec/limits/0/defaultRequest/a.com~1b'],
    ['a ratio below 1', limit('type: Pod, maxLimitRequestRatio: {cpu: 500m}'), 'limit-range-order /spec/limits/0/maxLimitRequestRatio/cpu'],
    ['a ratio of less than nothing', limit('type: Pod, min: {cpu: -1}, max: {cpu: 1}, maxLimitRequestRatio: {cpu: 3}'), 'limit-range-order /spec/limits/0/maxLimitRequestRatio/cpu'],
    ['a ratio of nothing', limit('type: Pod, min: {cpu: 0}, max: {cpu: 1}, maxLimitRequestRatio: {cpu: 3}')],
    ['a ratio that cannot be reached', limit('type: Pod, min: {cpu: 1}, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 3}'), 'limit-range-order /spec/limits/0/maxLimitRequestRatio/cpu'],
  ]);
});

describe('a scope of 1.33', () => {
  testRules([['is none before', quota('hard: {requests.storage: 1Gi}, scopes: [VolumeAttributesClass]'), 'quota-scope /spec/scopes/0']], '1.29');
});

describe('configuration', () => {
  testRules([
    ['a key of a type in stringData', secret('kubernetes.io/ssh-auth', 'stringData: {ssh-privatekey: a}')],
    ['an empty private key', secret('kubernetes.io/ssh-auth', 'data: {ssh-privatekey: ""}'), 'secret-data /data'],
    ['a user without a password', secret('kubernetes.io/basic-auth', 'data: {username: ""}')],
    ['neither', secret('kubernetes.io/basic-auth', 'data: {user: ""}'), 'secret-data /data'],
    ['a token of nobody', secret('kubernetes.io/service-account-token', 'data: {}'), 'secret-data /metadata/annotations/kubernetes.io~1service-account.name'],
    ['a docker configuration', secret('kubernetes.io/dockerconfigjson', `data: {.dockerconfigjson: ${Buffer.from('{"auths": {}}').toString('base64')}}`)],
    ['a docker configuration that is none', secret('kubernetes.io/dockercfg', 'stringData: {.dockercfg: "[]"}'), 'secret-data /stringData/.dockercfg'],
    ['a type of your own', secret('example.com/a', 'data: {}')],
  ]);
});

describe('cluster-scoped kinds', () => {
  testRules([
    ['a system class that pods get without naming it', object('{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: system-node-critical}, value: 2000001000, globalDefault: true}'), 'priority-class /globalDefault'],
    ['a class of the system', object('{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: system-mine}, value: 5}'), 'priority-class /metadata/name'],
    ['too many parameters', { ...of('StorageClass', 'storage.k8s.io/v1', 'provisioner: a'), parameters: Object.fromEntries(Array.from({ length: 513 }, (_, i) => [`p${i}`, ''])) },
      'storage-class-parameters /parameters'],
    ['large parameters', { ...of('StorageClass', 'storage.k8s.io/v1', 'provisioner: a'), parameters: { a: 'a'.repeat(300_000) } }, 'storage-class-parameters /parameters'],
    ['one topology twice, in another order', of('StorageClass', 'storage.k8s.io/v1',
      'provisioner: a, allowedTopologies: [{matchLabelExpressions: [{key: a, values: [x, y]}]}, {matchLabelExpressions: [{key: a, values: [y, x]}]}]'), 'allowed-topologies /allowedTopologies/1'],
    ['a topology of nothing', of('StorageClass', 'storage.k8s.io/v1', 'provisioner: a, allowedTopologies: [{}]'), 'allowed-topologies /allowedTopologies/0'],
    ['one key twice', of('StorageClass', 'storage.k8s.io/v1', 'provisioner: a, allowedTopologies: [{matchLabelExpressions: [{key: a, values: [x]}, {key: a, values: [y]}]}]'),
      'allowed-topologies /allowedTopologies/0/matchLabelExpressions/1/key'],
    ['topology keys of a node', of('CSINode', 'storage.k8s.io/v1', 'spec: {drivers: [{name: a, nodeID: a, topologyKeys: [a, a]}]}'), 'csi-node-drivers /spec/drivers/0/topologyKeys/1'],
    ['a percentage above 100', of('PodDisruptionBudget', 'policy/v1', 'spec: {minAvailable: 101%}'), 'disruption-budget-bounds /spec/minAvailable'],
    ['less than nothing', of('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: -1}'), 'disruption-budget-bounds /spec/maxUnavailable'],
    ['more Pods than there are', of('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: 1000}')],
    ['a webhook at a URL', webhookWith({ clientConfig: { url: 'https://a.example.com/b' } })],
    ['resources that cover each other', webhook('rules: [{operations: [CREATE], apiGroups: [a], apiVersions: [v1], resources: ["*", pods, "pods/*", pods/status]}]'),
      'admission-rule /webhooks/0/rules/0/resources', 'admission-rule /webhooks/0/rules/0/resources/3'],
    ['a subresource before what covers it', webhook('rules: [{operations: [CREATE], apiGroups: [a], apiVersions: [v1], resources: [pods/status, "pods/*", pods, "*"]}]')],
    ['a resource that is null', webhook('rules: [{operations: [CREATE], apiGroups: [a], apiVersions: [v1], resources: [null]}]'), 'admission-rule /webhooks/0/rules/0/resources'],
    ['everything beside something', webhook('rules: [{operations: [], apiGroups: [a], apiVersions: [""], resources: ["*/*", pods]}]'),
      'admission-rule /webhooks/0/rules/0/operations', 'admission-rule /webhooks/0/rules/0/apiVersions', 'admission-rule /webhooks/0/rules/0/resources'],
    ['one version twice', webhookWith({ admissionReviewVersions: ['v1', 'v1'] }), 'webhook-versions /webhooks/0/admissionReviewVersions/1'],
    ['side effects', webhookWith({ sideEffects: 'Some' }), 'webhook-versions /webhooks/0/sideEffects'],
    ['a URL without TLS', webhookWith({ clientConfig: { url: 'http://a.example.com' } }), 'webhook-client /webhooks/0/clientConfig/url'],
    ['a path with an empty piece', webhookWith({ clientConfig: { service: { name: 'a', namespace: 'b', path: '/c//d' } } }), 'webhook-client /webhooks/0/clientConfig/service/path'],
    ['a path with a slash at its end', webhookWith({ clientConfig: { service: { name: 'a', namespace: 'b', path: '/c/d/' } } })],
    ['a path that does not start at the root', webhookWith({ clientConfig: { service: { name: 'a', namespace: 'b', path: 'c' } } }),
      'webhook-client /webhooks/0/clientConfig/service/path'],
  ]);
});
