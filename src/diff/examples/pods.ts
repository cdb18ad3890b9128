import { ChangeExample, besides, edited } from './example';
import { DATA, DB_WITH_DATA, WEB, ensembleWithBudget, objectYaml, setYaml, together, workloadYaml } from '../../checks/rules/system/examples';

/** A StatefulSet `db` that keeps data, of this image and with fields of its container. */
function databaseYaml(image: string, container = '', ...lines: string[]): string {
  return workloadYaml('StatefulSet', 'db', [DB_WITH_DATA.replace('redis:7.4.1', `${image}${container && `, ${container}`}`)], ...lines, DATA);
}

const POSTGRES = 'postgres:17.2';
const fromSecret = (variable: string) => `env: [{name: ${variable}, valueFrom: {secretKeyRef: {name: db, key: password}}}]`;
const withVariable = (name: string, value: string) => `env: [{name: ${name}, value: ${value}}]`;

const SET = setYaml('db', [DB_WITH_DATA], 'replicas: 3', DATA);
const WEB_OF_CONFIG = workloadYaml(
  'Deployment',
  'web',
  [WEB.replace('}]', ', env: [{name: COLOUR, valueFrom: {configMapKeyRef: {name: web, key: colour}}}]}]')],
);
const CONFIG = objectYaml('v1', 'ConfigMap', 'web', 'data: {colour: blue}');
const ACCOUNT = objectYaml('v1', 'ServiceAccount', 'web');
const WEB_OF_ACCOUNT = workloadYaml('Deployment', 'web', ['serviceAccountName: web', WEB]);
const CALLER = workloadYaml(
  'Deployment',
  'shop',
  [WEB.replace('}]', ', env: [{name: API, value: "http://web/"}]}]').replace('name: web', 'name: shop')],
);
const SERVICE = objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}');
const SCALER = objectYaml(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'web',
  'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 5}',
);
const SCALED = workloadYaml('Deployment', 'web', [WEB], 'replicas: 3');
const MEMBERS = workloadYaml('StatefulSet', 'db', [DB_WITH_DATA], 'replicas: 5', DATA);
const SCALER_OF_DB = (maxReplicas: number) => objectYaml('autoscaling/v2', 'HorizontalPodAutoscaler', 'db',
  `spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}, maxReplicas: ${maxReplicas}}`);
const KUSTOMIZATION = objectYaml('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'databases',
  'spec: {interval: 10m, path: databases, prune: true, sourceRef: {kind: GitRepository, name: shop}}');

export const OF_PODS: Readonly<Record<string, ChangeExample>> = {
  'governing-service-changed': edited(SET, [['clusterIP: None, selector: {app: db}', 'clusterIP: None, selector: {app: store}']],
    [['clusterIP: None,', 'clusterIP: None, publishNotReadyAddresses: true,']]),
  'selected-labels-removed': edited(
    together(
      workloadYaml('Deployment', 'web', [WEB]).replace('labels: {app: web}', 'labels: {app: web, tier: front}'),
      SERVICE.replace('{app: web}', '{tier: front}',
      ),
    ),
    [['{app: web, tier: front}', '{app: web}']], [['{app: web, tier: front}', '{app: web}'], ['selector: {tier: front}', 'selector: {app: web}']]),
  'data-directory-moved': edited(databaseYaml(POSTGRES, withVariable('PGDATA', '/data/pg')), [['/data/pg', '/data/pg17']]),
  'database-or-user-changed': edited(databaseYaml(POSTGRES), [['postgres:17.2', 'postgres:18.1']], [['postgres:17.2', 'postgres:17.4']]),
  'config-read-once': edited(
    together(CONFIG, WEB_OF_CONFIG),
    [['blue', 'green']],
    [['blue', 'green'], ['labels: {app: web}}', 'labels: {app: web}, annotations: {config: "2"}}']],
  ),
  'quorum-at-risk': edited(
    ensembleWithBudget('maxUnavailable: 1'),
    [['maxUnavailable: 1', 'maxUnavailable: 2']],
    [['maxUnavailable: 1', 'minAvailable: 2']],
  ),
  'database-password-changed': edited(
    together(databaseYaml(POSTGRES, fromSecret('POSTGRES_PASSWORD')), objectYaml('v1', 'Secret', 'db', 'stringData: {password: old}')),
    [['password: old', 'password: new']],
  ),
  'database-setup-changed': edited(databaseYaml(POSTGRES, withVariable('POSTGRES_DB', 'shop')), [['value: shop', 'value: orders']]),
  'stored-setting-changed': edited(databaseYaml('cassandra:4.1.7', withVariable('CASSANDRA_CLUSTER_NAME', 'shop')), [['value: shop', 'value: store']], [['cassandra:4.1.7', 'cassandra:4.1.8']]),
  'member-tls-switched': edited(databaseYaml('redis:7.4.1', withVariable('REDIS_TLS', '""'), 'replicas: 3'), [['value: ""', 'value: "yes"']]),
  'new-member-of-new-cluster': edited(
    databaseYaml('quay.io/coreos/etcd:v3.5.17', withVariable('ETCD_INITIAL_CLUSTER_STATE', 'new'), 'replicas: 3'),
    [['replicas: 3', 'replicas: 5']],
    [['replicas: 3', 'replicas: 5'], ['value: new', 'value: existing']],
  ),
  'config-removed-while-read': {
    before: together(CONFIG, WEB_OF_CONFIG),
    after: WEB_OF_CONFIG,
    instead: together(CONFIG, WEB_OF_CONFIG.replace(/, env: .*\]}\]/, '}]')),
  },
  'account-or-class-removed-while-named': {
    before: together(
      ACCOUNT,
      WEB_OF_ACCOUNT),
    after: WEB_OF_ACCOUNT,
    instead: together(ACCOUNT,
      WEB_OF_ACCOUNT.replace('serviceAccountName: web', 'serviceAccountName: default'),
    ),
  },
  'service-removed-while-called': {
    before: together(SERVICE, CALLER),
    after: CALLER,
    instead: together(SERVICE, CALLER.replace('http://web/', 'http://api.example.com/')),
  },
  'given-twice': {
    before: CONFIG,
    after: together(CONFIG, CONFIG.replace('blue', 'green')),
    instead: together(CONFIG, CONFIG.replace('blue', 'green').replace('name: web', 'name: web-green')),
  },
  'replicas-left-to-autoscaler': edited(together(SCALED, SCALER), [['  replicas: 3\n', '']]),
  'autoscaler-below-members': {
    before: MEMBERS,
    after: together(MEMBERS, SCALER_OF_DB(3)),
    instead: together(MEMBERS, SCALER_OF_DB(7)),
  },
  'autoscaler-removed': {
    before: together(SCALED.replace('  replicas: 3\n', ''), SCALER.replace('maxReplicas', 'minReplicas: 2, maxReplicas')),
    after: SCALED.replace('replicas: 3', 'replicas: 1'),
    instead: SCALED.replace('replicas: 3', 'replicas: 2'),
  },
  'pods-leave-their-volumes': besides(
    workloadYaml('StatefulSet', 'db', ['nodeSelector: {topology.kubernetes.io/zone: a}', DB_WITH_DATA], DATA),
    [['zone: a', 'zone: b']],
    ['name: db}', 'name: db-b}'],
  ),
  'deployer-removed': {
    before: together(CONFIG, KUSTOMIZATION),
    after: CONFIG,
    instead: together(CONFIG, KUSTOMIZATION.replace('prune: true', 'prune: true, deletionPolicy: Orphan')),
  },
  'database-ends-sooner': edited(
    workloadYaml('StatefulSet', 'db', [DB_WITH_DATA.replace('redis:7.4.1', POSTGRES), 'terminationGracePeriodSeconds: 120'], DATA),
    [['Seconds: 120', 'Seconds: 10']],
    [['Seconds: 120', 'Seconds: 300']],
  ),
  'workload-selector': edited(
    workloadYaml('Deployment', 'web', [WEB]),
    [['matchLabels: {app: web}', 'matchLabels: {app: web, tier: front}'], ['labels: {app: web}}', 'labels: {app: web, tier: front}}']],
    [['labels: {app: web}}', 'labels: {app: web, tier: front}}']],
  ),
  'strategy-leftover': edited(
    SCALED,
    [['replicas: 3', 'replicas: 3\n  strategy: {type: Recreate}']],
    [['replicas: 3', 'replicas: 3\n  strategy: {rollingUpdate: {maxSurge: 0}}']],
  ),
  'list-keys': edited(
    workloadYaml('Deployment', 'web', [WEB.replace('}]', ', env: [{name: A, value: "1"}]}]')]),
    [['[{name: A, value: "1"}]', '[{name: A, value: "1"}, {name: A, value: "2"}]']],
    [['[{name: A, value: "1"}]', '[{name: A, value: "1"}, {name: B, value: "2"}]']],
  ),
};
