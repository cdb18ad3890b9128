import { joined, testCases } from './cases';

// Beyond the examples in the checks themselves: annotations in the wrong place, members of databases, new disks, logins. Each with what is like it and no trouble.

const object = (apiVersion: string, kind: string, name: string, rest: string, annotations = '') =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}, annotations: {${annotations}}}, ${rest}}`;
const app = (kind: string, spec: string, pods: string, { annotations = '', ofPods = '' } = {}) => object('apps/v1', kind, 'web',
  `spec: {${spec} selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}, annotations: {${ofPods}}}, spec: {${pods}}}}`, annotations);
const container = (rest: string, image = 'a:1') => `containers: [{name: main, image: "${image}", ${rest}}]`;
const MAIN = container('env: []');

const annotated = (annotations: string, ofPods = '') => app('Deployment', '', MAIN, { annotations, ofPods });
const SCRAPE = 'prometheus.io/scrape: "true"';
const ROLE = 'eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/web"';
const account = (annotations: string) => object('v1', 'ServiceAccount', 'default', 'automountServiceAccountToken: true', annotations);

const members = (image: string, rest: string, replicas = 3, pods = '') => app('StatefulSet', `serviceName: web, replicas: ${replicas},`, `${container(rest, image)}, ${pods}`);
const variable = (name: string, value: string) => `env: [{name: ${name}, value: "${value}"}]`;

const CLASS = object('storage.k8s.io/v1', 'StorageClass', 'disks', 'provisioner: ebs.csi.aws.com');
const disk = (pods: string, claim = 'storageClassName: disks, accessModes: [ReadWriteOnce]', classes = CLASS) => joined(classes,
  app('StatefulSet', `serviceName: web, volumeClaimTemplates: [{metadata: {name: data}, spec: {${claim}, resources: {requests: {storage: 1Gi}}}}],`, pods));
const MOUNT = 'volumeMounts: [{name: data, mountPath: /data}]';
const GROUP = ['warning /spec/template/spec/securityContext/fsGroup'];

const login = (config: string, field = 'stringData', value = config) => `apiVersion: v1\nkind: Secret\nmetadata: {name: login}\ntype: kubernetes.io/dockerconfigjson\n${field}: {.dockerconfigjson: '${value}'}`;
const encoded = (text: string) => Buffer.from(text).toString('base64');
const LOGIN = ['warning /stringData/.dockerconfigjson'];

const nfsClass = (parameters: string, provisioner = 'nfs.csi.k8s.io') => object('storage.k8s.io/v1', 'StorageClass', 'nfs', `provisioner: ${provisioner}, parameters: {${parameters}}`);
const volume = (name: string, attributes: string, driver = 'nfs.csi.k8s.io') => object('v1', 'PersistentVolume', name,
  `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], csi: {driver: ${driver}, volumeHandle: one, volumeAttributes: {${attributes}}}}`);
const ingress = (annotations: string) => object('networking.k8s.io/v1', 'Ingress', 'web', 'spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}', annotations);
const asking = (cpu: string) => app('Deployment', '', container(`resources: {limits: {cpu: ${cpu}}}`));
const defaultClass = (value: string) => object('storage.k8s.io/v1', 'StorageClass', 'a', 'provisioner: ebs.csi.aws.com', `storageclass.kubernetes.io/is-default-class: "${value}"`);

const SERVICE = (rest = '') => object('v1', 'Service', 'web', `spec: {clusterIP: None, ${rest} selector: {app: web}, ports: [{port: 9300}]}`);
const SEARCH = (env: string, probe = 'httpGet: {path: /_cluster/health, port: 9200}') => members('elasticsearch:8.15.0', `${env}, readinessProbe: {${probe}}`);
const SEED = SEARCH(variable('discovery.seed_hosts', 'web'));
const NAMES = object('v1', 'ConfigMap', 'names', 'data: {etcd.yml: "initial-cluster: web-0=http://web-0.web:2380,web-1=http://web-1.web:2380"}');
const ETCD = members('quay.io/coreos/etcd:v3.5.17', 'readinessProbe: {httpGet: {path: /health, port: 2379}}', 3, 'volumes: [{name: names, configMap: {name: names}}]');

testCases({
  'misplaced-annotation': [
    ['of metrics, on a Deployment', annotated(SCRAPE), ['warning /metadata/annotations/prometheus.io~1scrape']],
    ['of metrics, on both', annotated(SCRAPE, SCRAPE), []],
    ['of metrics, also on a Service', joined(annotated(SCRAPE), object('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}', SCRAPE)), []],
    ['a checksum, and another on the pods', annotated('checksum/config: a', 'checksum/secret: b'), []],
    ['a role on the pods', annotated('', ROLE), ['warning /spec/template/metadata/annotations/eks.amazonaws.com~1role-arn']],
    ['a role on the pods and on their account', joined(annotated('', ROLE), account(ROLE)), []],
    ['a role on the account', joined(annotated(''), account(ROLE)), []],
    ['a hook on the pods', annotated('', 'helm.sh/hook: test'), ['warning /spec/template/metadata/annotations/helm.sh~1hook']],
    ['a hook on both', annotated('helm.sh/hook: test', 'helm.sh/hook: test'), []],
    ['on a Pod, which is its own pod', object('v1', 'Pod', 'web', `spec: {${MAIN}}`, `${SCRAPE}, helm.sh/hook: test`), []],
    ['of a load balancer, on a Deployment', annotated('service.beta.kubernetes.io/aws-load-balancer-type: nlb'),
      ['warning /metadata/annotations/service.beta.kubernetes.io~1aws-load-balancer-type']],
    ['of the project itself', annotated('example.com/scrape: "true"', 'example.com/hook: a'), []],
  ],
  'one-identity-for-all': [
    ['one address of three brokers', members('bitnami/kafka:3.7.0', variable('KAFKA_CFG_ADVERTISED_LISTENERS', 'PLAINTEXT://web:9092')), ['warning /spec/template/spec/containers/0/env/0/value']],
    ['one number', members('zookeeper:3.9.2', variable('ZOO_MY_ID', '1')), ['warning /spec/template/spec/containers/0/env/0/value']],
    ['a number that each finds', members('apache/kafka:3.9.0', variable('KAFKA_BROKER_ID', '-1')), []],
    ['of the name of the pod', members('apache/kafka:3.9.0', variable('KAFKA_ADVERTISED_LISTENERS', 'PLAINTEXT://$(POD_NAME).web:9092')), []],
    ['one member', members('apache/kafka:3.9.0', variable('KAFKA_NODE_ID', '1'), 1), []],
    ['a script may write another', members('apache/kafka:3.9.0', `command: [sh, -c, start], ${variable('KAFKA_NODE_ID', '1')}`), []],
    ['of another program', members('a:1', variable('KAFKA_NODE_ID', '1')), []],
  ],
  'unreplicated-database': [
    ['three of PostgreSQL', members('postgres:17.2', variable('POSTGRES_PASSWORD_FILE', '/p')), ['warning /spec/replicas']],
    ['with a configuration', members('postgres:17.2', 'env: []', 3, 'volumes: [{name: c, configMap: {name: c}}]'), []],
    ['told to replicate', members('mongo:7.0', 'args: [--replSet, rs0]'), []],
    ['told by its name', members('mysql:8.4.3', 'env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'), []],
    ['with a sidecar', app('StatefulSet', 'serviceName: web, replicas: 3,', 'containers: [{name: a, image: "mongo:7.0"}, {name: b, image: "b:1"}]'), []],
    ['an image of its own', members('example.com/postgres:17.2', 'env: []'), []],
    ['three caches that clients tell by their names', members('redis:7.4.1', 'env: []'), []],
    ['three caches behind one Service', app('Deployment', 'replicas: 3,', container('env: []', 'redis:7.4.1')), ['warning /spec/replicas']],
    ['one that clusters', members('cassandra:5.0.2', 'env: [{name: CASSANDRA_SEEDS, value: c-0.c}]'), []],
  ],
  'root-owned-volume': [
    ['the user of a container', disk(container(`securityContext: {runAsUser: 1000}, ${MOUNT}`)), GROUP],
    ['root', disk(container(MOUNT)), []],
    ['the user that is known of an image', disk(container(MOUNT, 'grafana/grafana:11.0.0')), GROUP],
    ['the user of an image, which nobody knows', disk(container(MOUNT, 'example.com/grafana:11.0.0')), []],
    ['prepared by root', disk(`securityContext: {runAsUser: 1000}, initContainers: [{name: i, image: "i:1", securityContext: {runAsUser: 0}, ${MOUNT}}], ${container(MOUNT)}`), []],
    ['an init container of the same user', disk(`securityContext: {runAsUser: 1000}, initContainers: [{name: i, image: "i:1", ${MOUNT}}], ${container(MOUNT)}`), GROUP],
    ['only read', disk(`securityContext: {runAsUser: 1000}, ${container('volumeMounts: [{name: data, mountPath: /data, readOnly: true}]')}`), []],
    ['filled from a snapshot', disk(`securityContext: {runAsUser: 1000}, ${container(MOUNT)}`,
      'storageClassName: disks, accessModes: [ReadWriteOnce], dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: s}'), []],
    ['directories that all may write to', disk(`securityContext: {runAsUser: 1000}, ${container(MOUNT)}`, undefined, CLASS.replace('ebs.csi.aws.com', 'rancher.io/local-path')), []],
  ],
  'pull-secret-content': [
    ['registries without auths', login('{"registry.example.com": {"auth": "dTpw"}}'), LOGIN],
    ['under data', login('', 'data', encoded('{"registry.example.com": {"auth": "dTpw"}}')), ['warning /data/.dockerconfigjson']],
    ['other words for name and password', login('{"auths": {"registry.example.com": {"user": "u", "pass": "p"}}}'), LOGIN],
    ['auth that is no name and password', login('{"auths": {"registry.example.com": {"auth": "cGFzc3dvcmQ="}}}'), LOGIN],
    ['auth', login(`{"auths": {"registry.example.com": {"auth": "${encoded('u:p')}"}}}`), []],
    ['a token', login('{"auths": {"registry.example.com": {"identitytoken": "t"}}}'), []],
    ['no registry yet', login('{"auths": {}}'), []],
    ['a placeholder', login('{}'), []],
    ['text that a program fills in', login('${DOCKER_CONFIG}'), []],
  ],
  'class-parameters': [
    ['another name of the directory', nfsClass('server: a, path: /a'), ['warning /parameters/path']],
    ['no server', nfsClass('share: /a'), ['warning /parameters']],
    ['other capitals', nfsClass('Server: a, SHARE: /a, subdir: b'), []],
    ['for the provisioner', nfsClass('server: a, share: /a, csi.storage.k8s.io/provisioner-secret-name: s'), []],
    ['of a driver that is not known', nfsClass('path: /a', 'example.com/nfs'), []],
  ],
  'shared-volume-handle': [
    ['of two directories', joined(volume('a', 'share: /a'), volume('b', 'share: /b')), ['warning /spec/csi/volumeHandle']],
    ['of one directory', joined(volume('a', 'share: /a'), volume('b', 'share: /a')), []],
    ['of two drivers', joined(volume('a', 'share: /a'), volume('b', 'share: /b', 'smb.csi.k8s.io')), []],
  ],
  'misspelt-ingress-annotation': [
    ['another dash', ingress('nginx.ingress.kubernetes.io/rewrite_target: /'), ['warning /metadata/annotations/nginx.ingress.kubernetes.io~1rewrite_target']],
    ['one that nobody knows yet', ingress('nginx.ingress.kubernetes.io/proxy-colour: red'), []],
    ['of another controller', ingress('haproxy.org/rewrite_target: /'), []],
  ],
  'read-only-data': [
    ['by the volume', joined('{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: d}, spec: {accessModes: [ReadOnlyMany], resources: {requests: {storage: 1Gi}}}}',
      app('Deployment', '', `${container(MOUNT.replace('data,', 'd,'), 'redis:7.4.1')}, volumes: [{name: d, persistentVolumeClaim: {claimName: d, readOnly: true}}]`)),
    ['warning /spec/template/spec/containers/0/volumeMounts/0']],
    ['another directory', app('Deployment', '', `${container('volumeMounts: [{name: d, mountPath: /conf, readOnly: true}]', 'redis:7.4.1')}, volumes: [{name: d, emptyDir: {}}]`), []],
  ],
  'whole-cores': [
    ['a unit of memory', asking('500Mi'), ['warning /spec/template/spec/containers/0/resources/limits/cpu']],
    ['thousandths', asking('500m'), []],
    ['a part', asking('0.5'), []],
  ],
  'unknown-deployer-word': [
    ['the default with a capital', defaultClass('True'), ['warning /metadata/annotations/storageclass.kubernetes.io~1is-default-class']],
    ['the default', defaultClass('true'), []],
  ],
  'ordered-start': [
    ['three of etcd by a variable', members('etcd:v3.5.17', `${variable('ETCD_INITIAL_CLUSTER', 'web-0=a,web-1=b')}, readinessProbe: {exec: {command: [etcdctl, endpoint health]}}`),
      ['warning /spec/podManagementPolicy']],
    ['a search that waits for its masters', SEARCH(variable('cluster.initial_master_nodes', 'web-0,web-1,web-2')), ['warning /spec/podManagementPolicy']],
    ['one first member', SEARCH(variable('cluster.initial_master_nodes', 'web-0')), []],
    ['ready when the port is open', SEARCH(variable('cluster.initial_master_nodes', 'web-0,web-1'), 'tcpSocket: {port: 9200}'), []],
    ['all at once', SEARCH(variable('cluster.initial_master_nodes', 'web-0,web-1')).replace('replicas: 3,', 'replicas: 3, podManagementPolicy: Parallel,'), []],
    ['one pod', members('elasticsearch:8.15.0', `${variable('cluster.initial_master_nodes', 'web-0,web-1')}, readinessProbe: {httpGet: {path: /_cluster/health, port: 9200}}`, 1), []],
  ],
  'peers-not-published': [
    ['seeds by the name of the Service', joined(SERVICE(), SEED), ['warning /spec/publishNotReadyAddresses']],
    ['published', joined(SERVICE('publishNotReadyAddresses: true,'), SEED), []],
    ['another Service', joined(SERVICE(), SEARCH(variable('discovery.seed_hosts', 'web-seeds'))), []],
    ['ready when the port is open', joined(SERVICE(), SEARCH(variable('discovery.seed_hosts', 'web'), 'tcpSocket: {port: 9200}')), []],
    ['names in a ConfigMap', joined(SERVICE(), NAMES, ETCD), ['warning /spec/publishNotReadyAddresses']],
    ['a ConfigMap that names nobody', joined(SERVICE(), object('v1', 'ConfigMap', 'names', 'data: {a: b}'), ETCD), []],
  ],
});
