import { ChangeExample, edited } from './example';
import { DATA, DB_WITH_DATA, WEB, objectYaml, setYaml, together, workloadYaml } from '../../checks/rules/system/examples';

const container = (text: string, more: string) => text.replace('}]', `, ${more}}]`);

const SERVICE = objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}');
const WEB_WITH_PORT = workloadYaml('Deployment', 'web', [container(WEB, 'ports: [{name: http, containerPort: 80}]')]);
const SHOP = workloadYaml('Deployment', 'shop', [container(WEB, 'env: [{name: API, value: "http://web/"}]').replace('name: web', 'name: shop')]);
const policy = (from: string) => objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web',
  `spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: ${from}}}}]}]}`);
const guarded = (more: string) => objectYaml('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'guard',
  `webhooks: [{name: guard.example.com, failurePolicy: ${more}, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {url: "https://guard.example.com"}, `
  + 'rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}]');
const OTHERS = 'namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, guard]}]}';
const boundTo = (account: string) => together(
  objectYaml('rbac.authorization.k8s.io/v1', 'RoleBinding', 'web',
    'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}', `subjects: [{kind: ServiceAccount, name: ${account}, namespace: default}]`),
  workloadYaml('Deployment', 'web', ['serviceAccountName: web', WEB]),
);
const PROBED = setYaml('db', [
  DB_WITH_DATA.replace('redis:7.4.1', 'postgres:17.2, livenessProbe: {tcpSocket: {port: 5432}, periodSeconds: 10, failureThreshold: 10}').replace('mountPath: /data', 'mountPath: /var/lib/postgresql/data'),
], DATA);
const RELEASE = objectYaml('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'db',
  'spec: {interval: 5m, releaseName: db, chart: {spec: {chart: redis, version: 1.x, sourceRef: {kind: HelmRepository, name: charts}}}}');
const applicationTo = (cluster: string, name = 'shop') => objectYaml('argoproj.io/v1alpha1', 'Application', name,
  `spec: {project: default, source: {repoURL: "https://git.example.com/shop.git", path: shop}, destination: {name: ${cluster}, namespace: shop}}`);
const KUSTOMIZATION = objectYaml('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'databases',
  'spec: {interval: 10m, path: databases, prune: true, sourceRef: {kind: GitRepository, name: shop}}');
const TWICE = workloadYaml('Deployment', 'web', [container(WEB, 'env: [{name: COLOUR, value: blue}, {name: COLOUR, value: green}]')]);

/** Objects that need each other, and what deploys them. */
export const OF_RELATIONS: Readonly<Record<string, ChangeExample>> = {
  'newly-broken': edited(together(SERVICE, WEB_WITH_PORT), [['name: http', 'name: web']], [['name: http', 'name: web'], ['targetPort: http', 'targetPort: web']]),
  'used-path-closed': {
    before: together(SERVICE, WEB_WITH_PORT, SHOP),
    after: together(SERVICE, WEB_WITH_PORT, SHOP, policy('frontend')),
    instead: together(SERVICE, WEB_WITH_PORT, SHOP, policy('shop')),
  },
  'database-killed-sooner': edited(PROBED, [['failureThreshold: 10', 'failureThreshold: 1']], [['failureThreshold: 10', 'failureThreshold: 12']]),
  'rights-of-running-pods-lost': edited(boundTo('web'), [['name: web, namespace: default', 'name: web-2, namespace: default']],
    [['name: web, namespace: default', 'name: web-2, namespace: default'], ['serviceAccountName: web', 'serviceAccountName: web-2']]),
  'webhook-stops-all-pods': edited(guarded('Ignore'), [['Ignore', 'Fail']], [['Ignore', `Fail, ${OTHERS}`]]),
  'release-moved': edited(RELEASE, [['releaseName: db', 'releaseName: shop-db']]),
  'pruned-source-moved': edited(KUSTOMIZATION, [['path: databases', 'path: clusters/shop/databases']], [['path: databases, prune: true', 'path: clusters/shop/databases, prune: false']]),
  'destination-moved': { before: applicationTo('prod'), after: applicationTo('prod-2'), instead: together(applicationTo('prod'), applicationTo('prod-2', 'shop-2')) },
  'variable-lost-with-its-double': edited(TWICE, [[', {name: COLOUR, value: green}', '']]),
};
