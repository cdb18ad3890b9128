import { Environment } from '../../../../src/manifest/environment';
import { findingsIn } from '../../findings';

const POD = (namespace: string, body: string) => `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: ${namespace}}
spec: {containers: [{name: web, image: "httpd:2.4.62", ${body}}]}
`;
const SECRET_MAKER = (container: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: maker, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: [create]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: maker, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker}
subjects: [{kind: ServiceAccount, name: maker, namespace: shop}]
---
apiVersion: batch/v1
kind: Job
metadata: {name: maker, namespace: shop}
spec: {template: {spec: {serviceAccountName: maker, restartPolicy: Never, containers: [{name: maker, image: "certgen:1", ${container}}]}}}
`;
const READS = POD('shop', 'envFrom: [{secretRef: {name: shop-login}}]');
const severities = (yaml: string, environment = {}, id = 'missing-secret') =>
  findingsIn(yaml, environment).filter(finding => finding.rule === id).map(({ severity }) => severity);

test.each([
  ['a warning, since it may exist', READS, {}, ['warning']],
  ['an error, if the environment is complete', READS, { complete: true }, ['error']],
  ['nothing, if it is declared', READS, { complete: true, objects: [{ kind: 'Secret', namespace: 'shop', name: 'shop-login' }] }, []],
  ['a warning, if it is declared in another namespace', READS, { objects: [{ kind: 'Secret', namespace: 'other', name: 'shop-login' }] }, ['warning']],
  ['nothing, if it is optional', POD('shop', 'envFrom: [{secretRef: {name: a, optional: true}}]'), { complete: true }, []],
  ['one finding, however often the object names it', POD('shop', 'envFrom: [{secretRef: {name: a}}, {secretRef: {name: a}}]'), {}, ['warning']],
  ['nothing, if a custom resource names it', `${READS}---
{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c, namespace: shop}, spec: {secretName: shop-login}}`, {}, []],
  ['nothing, if it is named after a custom resource', `${READS}---
{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: shop, namespace: shop}}`, {}, []],
  ['an error all the same, if the environment is complete', `${READS}---
{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: shop, namespace: shop}}`, { complete: true }, ['error']],
  ['worth knowing, if some program may create Secrets there', `${READS}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: maker, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: [create]}]`, {}, ['info']],
  ['a warning, if some program may create them elsewhere', `${READS}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: maker, namespace: other}
rules: [{apiGroups: [""], resources: [secrets], verbs: ["*"]}]`, {}, ['warning']],
  ['nothing, if a Job that may create Secrets is told its name', `${READS}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: maker, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: [create]}]
---
apiVersion: batch/v1
kind: Job
metadata: {name: maker, namespace: shop}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: maker, image: "certgen:1", args: [create, --secret-name=shop-login]}]}}}`, { complete: true }, []],
  ['a warning, if the only Job that may create Secrets is told the name of another one', `${READS}---
${POD('shop', 'envFrom: [{secretRef: {name: cache-auth}}]').replace('name: web,', 'name: cache,')}---
${SECRET_MAKER('env: [{name: SECRET_NAME, value: cache-auth}]')}`, {}, ['warning']],
  ['worth knowing, if a Job that may create Secrets is told no name', `${READS}---
${SECRET_MAKER('args: [create]')}`, {}, ['info']],
  ['worth knowing, if a program beside such a Job has the same rights', `${READS}---
${POD('shop', 'envFrom: [{secretRef: {name: cache-auth}}]').replace('name: web,', 'name: cache,').replace('spec: {', 'spec: {serviceAccountName: maker, ')}---
${SECRET_MAKER('env: [{name: SECRET_NAME, value: cache-auth}]')}`, {}, ['info']],
])('a missing Secret is %s', (_, yaml, environment, expected) => {
  const found = severities(yaml, environment);

  expect(found).toEqual(expected);
});

test('an Ingress whose certificate an issuer brings misses no Secret', () => {
  const ingress = (annotations: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: ${annotations}}
spec: {tls: [{secretName: cert}], defaultBackend: {service: {name: web, port: {number: 80}}}}
`;

  const found = [ingress('{}'), ingress('{cert-manager.io/cluster-issuer: le}')].map(yaml => severities(yaml));

  expect(found).toEqual([['warning'], []]);
});

test('the finding names the object that was probably meant', () => {
  const secret = (namespace: string, name: string) => `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, namespace: ${namespace}}}`;

  const [misspelled] = findingsIn(`${READS}---\n${secret('shop', 'shop-logn')}`).filter(({ rule }) => rule === 'missing-secret');
  const [misplaced] = findingsIn(`${READS}---\n${secret('default', 'shop-login')}`).filter(({ rule }) => rule === 'missing-secret');

  expect(misspelled.message).toMatch(/did you mean 'shop-logn'\?$/);
  expect(misplaced.message).toMatch(/there is one in namespace 'default'$/);
});

test('what every cluster has is not missed', () => {
  const found = findingsIn(`
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: kube-system}
spec:
  serviceAccountName: default
  priorityClassName: system-cluster-critical
  containers: [{name: web, image: "httpd:2.4.62"}]
  volumes: [{name: ca, configMap: {name: kube-root-ca.crt, items: [{key: ca.crt, path: ca.crt}]}}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: view}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:auth-delegator"}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
`, { complete: true });

  expect(found).toEqual([]);
});

test('a Service without a namespace is taken to be where a webhook asks for it', () => {
  const webhook = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks: [{name: hook.example.com, clientConfig: {service: {name: hook, namespace: shop}}, sideEffects: None, admissionReviewVersions: [v1]}]
`;
  const service = (metadata: string) => `${webhook}---\n{apiVersion: v1, kind: Service, metadata: ${metadata}, spec: {ports: [{port: 443}]}}`;

  const found = [webhook, service('{name: hook}'), service('{name: hook, namespace: other}')]
    .map(yaml => severities(yaml, {}, 'missing-service'));

  expect(found).toEqual([['warning'], [], ['warning']]);
});

test.each([
  ['missing-storage-class', '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {storageClassName: fast}}'],
  ['missing-namespace', '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}'],
])('%s: what mostly comes with the cluster is worth knowing, and an error only if the environment is complete', (id, yaml) => {
  const found = [severities(yaml, {}, id), severities(yaml, { complete: true }, id)];

  expect(found).toEqual([['info'], ['error']]);
});

test('a key that a declared Secret does not hold is an error; if no keys are declared, any is taken to be there', () => {
  const yaml = POD('shop', 'env: [{name: P, valueFrom: {secretKeyRef: {name: login, key: password}}}]');
  const declared = (keys?: string[]) => ({ objects: [{ kind: 'Secret', namespace: 'shop', name: 'login', keys }] });

  const found = [severities(yaml, declared(['user']), 'missing-key'), severities(yaml, declared(['password']), 'missing-key'),
    severities(yaml, declared(), 'missing-key')];

  expect(found).toEqual([['error'], [], []]);
});

test('a Secret that is written down empty, or filled by Kubernetes, may hold the key later', () => {
  const yaml = (secret: string) => POD('shop', 'env: [{name: P, valueFrom: {secretKeyRef: {name: login, key: token}}}]')
    + `---\n{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: shop}, ${secret}}`;

  const found = ['data: {}', 'type: kubernetes.io/service-account-token', 'stringData: {user: a}'].map(secret => severities(yaml(secret), {}, 'missing-key'));

  expect(found).toEqual([['warning'], [], ['error']]);
});

describe('Secrets that custom resources make', () => {
  const pod = (name: string, key: string) => `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default}
spec: {containers: [{name: web, image: "httpd:2.4.62", env: [{name: A, valueFrom: {secretKeyRef: {name: ${name}, key: ${key}}}}]}]}
---
`;
  const resource = (apiVersion: string, kind: string, spec: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: db, namespace: default}\nspec: ${spec}\n`;
  const rulesIn = (yaml: string) => findingsIn(yaml).map(({ rule }) => rule).filter(rule => rule.startsWith('missing-'));

  test.each([
    ['a monitor of the same name makes none', pod('db', 'a') + resource('monitoring.coreos.com/v1', 'ServiceMonitor', '{selector: {}, endpoints: []}'), ['missing-secret']],
    ['an operator may make one', pod('db-password', 'a') + resource('example.com/v1', 'Database', '{}'), []],
    ['a Certificate makes the one that it names', pod('tls', 'tls.crt') + resource('cert-manager.io/v1', 'Certificate', '{secretName: tls}'), []],
    ['and no other', pod('db', 'tls.crt') + resource('cert-manager.io/v1', 'Certificate', '{secretName: tls}'), ['missing-secret']],
    ['with its keys', pod('tls', 'tls.pem') + resource('cert-manager.io/v1', 'Certificate', '{secretName: tls}'), ['missing-key']],
  ])('%s', (_, yaml, rules) => {
    expect(rulesIn(yaml)).toEqual(rules);
  });
});

test('an object without a namespace may go where what it names is, unless all is said to be there', () => {
  const unplaced = POD('shop', 'envFrom: [{secretRef: {name: login}}]').replace(', namespace: shop', '');
  const secret = '---\n{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: shop}, stringData: {a: b}}\n';

  const found = [severities(unplaced + secret), severities(unplaced + secret.replace('login', 'other')), severities(unplaced + secret, { complete: true })];

  expect(found).toEqual([[], ['warning'], ['error']]);
});

describe('a selector without a namespace', () => {
  const web = (metadata: string) => `---\n{apiVersion: v1, kind: Pod, metadata: {name: web, ${metadata}}, spec: {containers: [{name: web, image: "httpd:2.4.62"}]}}\n`;
  const PLACED = web('namespace: shop, labels: {app: web}');
  const UNPLACED = web('labels: {app: web}');
  const object = (kind: string, spec: string) => `---\n{apiVersion: ${kind}, metadata: {name: web}, spec: {${spec}}}\n`;
  const selectors: [string, (app: string) => string][] = [
    ['service-selects-pods', app => object('v1, kind: Service', `selector: {app: ${app}}, ports: [{port: 80}]`)],
    ['disruption-budget-selects-pods', app => object('policy/v1, kind: PodDisruptionBudget', `maxUnavailable: 1, selector: {matchLabels: {app: ${app}}}`)],
    ['network-policy-selects-pods', app => object('networking.k8s.io/v1, kind: NetworkPolicy', `policyTypes: [Ingress], podSelector: {matchLabels: {app: ${app}}}`)],
    ['affinity-selects-pods', app => object('v1, kind: Pod', 'containers: [{name: web, image: "httpd:2.4.62"}], affinity: {podAffinity: '
      + `{requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: ${app}}}}]}}`)],
  ];

  test.each(selectors)('%s: may go where its pods are, unless all is said to be there', (rule, of) => {
    const severitiesOf = (yaml: string, environment: Environment = {}) =>
      findingsIn(yaml, environment).filter(finding => finding.rule === rule).map(({ severity }) => severity);

    const found = [severitiesOf(of('web') + PLACED), severitiesOf(of('other') + PLACED).length, severitiesOf(of('web') + PLACED, { complete: true })];

    expect(found).toEqual([[], 1, ['warning']]);
  });

  test.each(selectors.slice(0, 3))('%s: one that names its namespace is told', (rule, of) => {
    const placed = of('web').replace('{name: web}', '{name: web, namespace: mine}');

    expect(findingsIn(placed + PLACED).map(finding => finding.rule)).toContain(rule);
  });

  test('pods without a namespace may go where others look for them', () => {
    const near = (namespace: string) => `---\n{apiVersion: v1, kind: Pod, metadata: {name: near, namespace: shop}, spec: {containers: [{name: a, image: "httpd:2.4.62"}], affinity: {podAffinity:
      {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, namespaces: [${namespace}], labelSelector: {matchLabels: {app: web}}}]}}}}\n`;
    const isTold = (yaml: string) => findingsIn(yaml).some(({ rule }) => rule === 'affinity-selects-pods');

    expect([near('other') + UNPLACED, near('other') + PLACED, near('shop') + UNPLACED].map(isTold)).toEqual([false, true, true]);
  });
});
