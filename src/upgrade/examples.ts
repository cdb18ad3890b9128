import { objectYaml, podYaml, setYaml, together, volumeYaml, workloadYaml } from '../checks/rules/system/examples';

/** YAML that shows a rule of an upgrade: manifests of which it is true, and where manifests can say it, what to write before the upgrade. A test runs it. */
export interface UpgradeExample {
  readonly from: string;
  readonly to: string;
  readonly manifests: string;
  /** In place of them. @default - nothing is to be changed in manifests; the rule's fix says what to do */
  readonly instead?: string;
}

/** Manifests with a text that is replaced before the upgrade. */
function upgradeOf(versions: readonly [from: string, to: string], manifests: string, edit?: readonly [text: string, by: string]): UpgradeExample {
  const [from, to] = versions;
  if (edit && !manifests.includes(edit[0])) { throw new Error(`'${edit[0]}' is not in the example:\n${manifests}`); }
  return { from, to, manifests, ...edit && { instead: manifests.replace(edit[0], () => edit[1]) } };
}

const CONTAINER = 'containers: [{name: db, image: redis:7.4.1}]';
const AT_ONCE = 'updateStrategy: {rollingUpdate: {maxUnavailable: 2}}';
const ONE_BY_ONE = 'updateStrategy: {rollingUpdate: {}}';
const OWN_IMAGE = 'containers: [{name: web, image: registry.example.com/web:1.4}]';
const SECRET = 'imagePullSecrets: [{name: registry}]';
const SHARED = ['containers: [{name: web, image: httpd:2.4.62}]', 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]'];
const level = (name: string) => `securityContext: {seLinuxOptions: {level: "s0:${name}"}}`;
const sidecar = [
  'restartPolicy: Never', 'initContainers: [{name: proxy, image: envoyproxy/envoy:v1.32.1, restartPolicy: Always}]', 'containers: [{name: copy, image: busybox:1.36.1}]',
];

/** By the id of the rule. Only documentation, tests and `explain` read them. */
export const UPGRADE_EXAMPLES: ReadonlyMap<string, UpgradeExample> = new Map(Object.entries({
  'refused-at-once': upgradeOf(
    ['1.33', '1.34.2'],
    setYaml('db', [CONTAINER, 'volumes: [{name: tmp, emptyDir: {}}, {name: tmp, emptyDir: {}}]']),
    [', {name: tmp, emptyDir: {}}', ''],
  ),
  'apply-refused': upgradeOf(
    ['1.28', '1.29'],
    objectYaml('batch/v1', 'Job', 'copy', 'spec:', '  template:', '    spec:', ...sidecar.map(line => `      ${line}`)),
    [', restartPolicy: Always', ''],
  ),
  'pods-restart': upgradeOf(['1.32', '1.33'], setYaml('db', ['hostUsers: false', CONTAINER], 'replicas: 3'), ['    hostUsers: false\n', '']),
  'field-obeyed': upgradeOf(['1.36', '1.37'], setYaml('db', [CONTAINER], 'replicas: 5', AT_ONCE), [AT_ONCE, ONE_BY_ONE]),
  'field-ignored': upgradeOf(['1.35.3', '1.36'], setYaml('db', [CONTAINER], 'replicas: 5', AT_ONCE), [AT_ONCE, ONE_BY_ONE]),
  'volume-reclaimed': upgradeOf(
    ['1.30', '1.31'],
    objectYaml('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: ebs.csi.aws.com', 'reclaimPolicy: Delete'),
    ['reclaimPolicy: Delete', 'reclaimPolicy: Retain'],
  ),
  'driver-needed': upgradeOf(['1.30', '1.31'], volumeYaml('data', 'accessModes: [ReadWriteOnce]', 'portworxVolume: {volumeID: data}')),
  'sets-restart': upgradeOf(['1.33', '1.34.1'], setYaml('db', [CONTAINER], 'replicas: 3')),
  'rollout-waits': upgradeOf(['1.33', '1.34.2'], setYaml('db', [CONTAINER], 'replicas: 3', 'podManagementPolicy: Parallel', 'minReadySeconds: 30')),
  'exec-needs-create': upgradeOf(
    ['1.34', '1.35'],
    objectYaml('rbac.authorization.k8s.io/v1', 'Role', 'debug', 'rules: [{apiGroups: [""], resources: [pods/exec], verbs: [get]}]'),
    ['verbs: [get]', 'verbs: [get, create]'],
  ),
  'image-credentials': upgradeOf(
    ['1.34', '1.35'],
    together(workloadYaml('Deployment', 'web', [SECRET, OWN_IMAGE]), workloadYaml('Deployment', 'jobs', [OWN_IMAGE])),
    ['labels: {app: jobs}}\n    spec:\n', `labels: {app: jobs}}\n    spec:\n      ${SECRET}\n`],
  ),
  'selinux-mount': upgradeOf(
    ['1.36', '1.37'],
    together(podYaml(level('c1'), ...SHARED), podYaml(level('c2'), ...SHARED).replace('name: web, labels: {app: web}', 'name: other')),
    ['"s0:c2"', '"s0:c1"'],
  ),
  'new-default': upgradeOf(
    ['1.28', '1.29'],
    objectYaml('v1', 'Service', 'web', 'spec:', '  selector: {app: web}', '  ports: [{port: 80}]', '  externalIPs: [192.0.2.10]'),
    ['  externalIPs', '  externalTrafficPolicy: Cluster\n  externalIPs'],
  ),
}));
