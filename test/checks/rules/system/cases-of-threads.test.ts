import { loadAll } from 'js-yaml';
import { joined, object, testCases } from './cases';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { isManifest } from '../../../../src/kubernetes/manifest';

// What people ask in forums and issue threads, beyond the examples in the checks themselves.

const pod = (containers: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: a}}, spec: {${spec} containers: [${containers}]}}`;
const asking = (rest: string, spec = '') => pod(`{name: m, image: "registry.example.com/m:1", ${rest}}`, spec);
const service = (name: string, spec: string) => object('v1', 'Service', name, `spec: {${spec}}`);
const endpoints = (name: string, port = '{port: 5432}') => object('v1', 'Endpoints', name, `subsets: [{addresses: [{ip: 192.0.2.9}], ports: [${port}]}]`);
const slice = (of: string, port: string) => object('discovery.k8s.io/v1', 'EndpointSlice', `${of}-1`,
  `addressType: IPv4, endpoints: [{addresses: [192.0.2.9]}], ports: [${port}]`, `labels: {kubernetes.io/service-name: ${of}}`);
const quota = (hard: string) => object('v1', 'ResourceQuota', 'q', `spec: {hard: {${hard}}}`);
const claim = (name: string, storageClass = 'fast', size = '5Gi') => object('v1', 'PersistentVolumeClaim', name,
  `spec: {storageClassName: ${storageClass}, accessModes: [ReadWriteOnce], resources: {requests: {storage: ${size}}}}`);
const TEMPLATE = (name: string) => `{metadata: {name: ${name}}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 5Gi}}}}`;
const set = (replicas = 3, template = 'data') => object('apps/v1', 'StatefulSet', 'db', `spec: {serviceName: db, replicas: ${replicas}, selector: {matchLabels: {app: db}},
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: m, image: "redis:7.4.1", volumeMounts: [{name: ${template}, mountPath: /data}]}]}},
  volumeClaimTemplates: [${TEMPLATE(template)}]}`);
const deployment = (spec: string) => object('apps/v1', 'Deployment', 'a', `spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {${spec}}}}`);
const spread = (rest: string) => deployment(`containers: [{name: m, image: "redis:7.4.1"}],
  topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule${rest}}]`);
const provisioner = (env: string, mountPath = '/persistentvolumes', source = 'nfs: {server: 192.0.2.1, path: /export}') => deployment(`containers: [
  {name: m, image: "registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2", env: [${env}], volumeMounts: [{name: r, mountPath: ${mountPath}}]}], volumes: [{name: r, ${source}}]`);
const backup = (claimName: string) => object('batch/v1', 'CronJob', 'backup', `spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never,
  containers: [{name: m, image: "redis:7.4.1", volumeMounts: [{name: d, mountPath: /d}]}], volumes: [{name: d, persistentVolumeClaim: {claimName: ${claimName}}}]}}}}}`);
const MOUNTED_BY_JOB = '/spec/jobTemplate/spec/template/spec/volumes/0/persistentVolumeClaim/claimName';
const READ_FROM_CLUSTER = `{apiVersion: v1, kind: Pod, metadata: {name: db-0, labels: {app: db}}, spec: {containers: [{name: m, image: "redis:7.4.1",
  volumeMounts: [{name: d, mountPath: /data}]}], volumes: [{name: d, persistentVolumeClaim: {claimName: data-db-0}}]}}`;
const SPREAD = 'warning /spec/template/spec/topologySpreadConstraints/0';
const IN_POD = '/spec/template/spec/containers/0';

const stored = (image: string, mountPath: string, rest = '') => joined(object('v1', 'PersistentVolumeClaim', 'c', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}'),
  pod(`{name: m, image: "${image}", volumeMounts: [{name: d, mountPath: ${mountPath}}]${rest}}`, 'volumes: [{name: d, persistentVolumeClaim: {claimName: c}}],'));
const data = (value: string) => `, env: [{name: POSTGRES_PASSWORD, value: x}, {name: PGDATA, value: ${value}}]`;
const MOUNTS = ['warning /spec/containers/0/volumeMounts'];

const copy = (name: string, size: string, rest = '') => object('v1', 'PersistentVolumeClaim', name,
  `spec: {${rest} storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: ${size}}}, dataSource: {kind: PersistentVolumeClaim, name: a}}`);
const directories = (parameters: string, rest = '') => object('storage.k8s.io/v1', 'StorageClass', 'nfs',
  `provisioner: nfs.csi.k8s.io, ${rest} parameters: {server: 192.0.2.1, share: /a, ${parameters}}`);
const granted = (subject: string) => object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'b',
  `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [${subject}]`);
const volume = (source: string) => object('v1', 'PersistentVolume', 'v',
  `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: x, persistentVolumeReclaimPolicy: Recycle, ${source}}`);

testCases({
  'image-data-directory': [
    ['above the volume that the image declares', stored('postgres:16.2', '/var/lib/postgresql'), MOUNTS],
    ['the same of MongoDB', stored('mongo:7.0', '/data'), MOUNTS],
    ['the data still in the volume of the image', stored('postgres:16.2', '/var/lib/postgresql', data('/var/lib/postgresql/data/pgdata')), MOUNTS],
    ['the data beside the volume of the image', stored('postgres:16.2', '/var/lib/postgresql', data('/var/lib/postgresql/pgdata')), []],
    ['at the volume of the image', stored('postgres:16.2', '/var/lib/postgresql/data', data('/var/lib/postgresql/data/pgdata')), []],
    ['at the volume of a later image', stored('postgres:18.1', '/var/lib/postgresql'), []],
    ['an image that declares none', stored('elasticsearch:8.12.0', '/usr/share/elasticsearch'), []],
    ['an image of any version', stored('postgres', '/var/lib/postgresql'), []],
  ],
  'binding-grants-nothing': [
    ['a group in the singular', granted('{kind: Group, name: "system:serviceaccount:shop", apiGroup: rbac.authorization.k8s.io}'), ['warning /subjects/0/name']],
    ['a user in the plural', granted('{kind: User, name: "system:serviceaccounts:shop:web", apiGroup: rbac.authorization.k8s.io}'), ['warning /subjects/0/name']],
    ['an account as a group', granted('{kind: Group, name: "system:serviceaccount:shop:web", apiGroup: rbac.authorization.k8s.io}'), ['warning /subjects/0/name']],
    ['the group of a namespace', granted('{kind: Group, name: "system:serviceaccounts:shop", apiGroup: rbac.authorization.k8s.io}'), []],
    ['the group of all accounts', granted('{kind: Group, name: "system:serviceaccounts", apiGroup: rbac.authorization.k8s.io}'), []],
    ['an account as a user', granted('{kind: User, name: "system:serviceaccount:shop:web", apiGroup: rbac.authorization.k8s.io}'), []],
    ['a name that is no text', granted('{kind: Group, name: {toString: 1}}'), []],
  ],
  'claim-binding': [
    ['a smaller copy', joined(claim('a', 'fast', '5Gi'), copy('size', '1Gi')), ['warning /spec/dataSource']],
    ['a larger copy', joined(claim('a', 'fast', '5Gi'), copy('size', '6Gi')), []],
    ['a copy of another mode', joined(claim('a', 'fast', '5Gi'), copy('mode', '5Gi', 'volumeMode: Block,')), ['warning /spec/dataSource']],
    ['a copy that says its source twice', joined(claim('a', 'fast', '5Gi'), copy('twice', '1Gi', 'dataSourceRef: {kind: PersistentVolumeClaim, name: a},')), ['warning /spec/dataSource']],
    ['a copy that is there', joined(claim('a', 'fast', '5Gi'), copy('bound', '1Gi').replace(/}$/, ', status: {phase: Bound}}')), []],
    ['a copy of what is not here', copy('none', '1Gi'), []],
    ['sizes that are no text', joined(claim('a', 'fast', '{a: b}'), copy('odd', '{toString: 1}')), []],
  ],
  'class-parameters': [
    ['one directory for all claims', directories('subDir: data'), ['warning /parameters/subDir']],
    ['a directory for each claim', directories('subDir: "${pvc.metadata.name}"'), []],
    ['one directory that stays', directories('subDir: data, onDelete: retain'), []],
    ['one directory of volumes that stay', directories('subDir: data', 'reclaimPolicy: Retain,'), []],
    ['a directory that is no text', directories('subDir: {a: b}'), []],
  ],
  'static-volume-reclaim': [
    ['Recycle of a driver', volume('csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}'), ['warning /spec/persistentVolumeReclaimPolicy']],
    ['Recycle of NFS', volume('nfs: {server: 192.0.2.1, path: /a}'), []],
  ],
  'service-without-endpoints': [
    ['Endpoints of another name', joined(service('db', 'ports: [{port: 5432}]'), endpoints('db-ext')), ['warning /metadata/name']],
    ['Endpoints of its name', joined(service('db', 'ports: [{port: 5432}]'), endpoints('db')), []],
    ['Endpoints that may be of one of two', joined(service('db', 'ports: [{port: 1}]'), service('mq', 'ports: [{port: 1}]'), endpoints('other')), []],
    ['Endpoints of another name beside a slice', joined(service('db', 'ports: [{port: 5432}]'), slice('db', '{name: "", port: 5432}'), endpoints('db-ext')), []],
    ['what programs agree by', joined(service('db', 'ports: [{port: 5432}]'), object('v1', 'Endpoints', 'leader', 'subsets: []')), []],
    ['a port of a slice by another name', joined(service('db', 'ports: [{name: postgres, port: 5432}]'), slice('db', '{name: pg, port: 5432}')), ['warning /spec/ports/0']],
    ['a port of a slice by its name', joined(service('db', 'ports: [{name: pg, port: 5432}]'), slice('db', '{name: pg, port: 5432}')), []],
    ['ports in two slices', joined(service('db', 'ports: [{name: pg, port: 5432}]'), slice('db', '{name: other, port: 1}'), slice('db', '{name: pg, port: 5432}').replace('db-1', 'db-2')), []],
    ['names that are no text', joined(service('db', 'ports: [{name: {a: b}, port: 5432}]'), slice('db', '{name: {toString: 1}, port: 5432}')), []],
    ['slices that the controller wrote', joined(service('db', 'selector: {app: a}, ports: [{name: pg, port: 5432}]'), asking('ports: [{containerPort: 5432}]'), slice('db', '{name: other, port: 5432}')), []],
  ],
  'quota-exceeded': [
    ['storage of a class', joined(quota('fast.storageclass.storage.k8s.io/requests.storage: 10Gi'), set()), ['error /spec/hard/fast.storageclass.storage.k8s.io~1requests.storage']],
    ['enough storage of a class', joined(quota('fast.storageclass.storage.k8s.io/requests.storage: 15Gi'), set()), []],
    ['storage of another class', joined(quota('slow.storageclass.storage.k8s.io/requests.storage: 1Gi'), set()), []],
    ['claims of a class', joined(quota('fast.storageclass.storage.k8s.io/persistentvolumeclaims: 1'), claim('a'), claim('b'), claim('c', 'slow')), ['error /spec/hard/fast.storageclass.storage.k8s.io~1persistentvolumeclaims']],
    ['claims, counted as objects', joined(quota('count/persistentvolumeclaims: 1'), claim('a'), claim('b')), ['error /spec/hard/count~1persistentvolumeclaims']],
    ['no load balancers', joined(quota('services.loadbalancers: 0'), service('a', 'type: LoadBalancer, ports: [{port: 80}]')), ['error /spec/hard/services.loadbalancers']],
    ['a Service that is no load balancer', joined(quota('services.loadbalancers: 0'), service('a', 'type: NodePort, ports: [{port: 80}]')), []],
    ['ports of nodes', joined(quota('services.nodeports: 1'), service('a', 'type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 81}]')), ['error /spec/hard/services.nodeports']],
    ['a load balancer without ports of nodes', joined(quota('services.nodeports: 0'), service('a', 'type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80}]')), []],
    ['Services', joined(quota('services: 1'), service('a', 'ports: [{port: 80}]'), service('b', 'ports: [{port: 80}]')), ['error /spec/hard/services']],
    ['what nobody counts here', joined(quota('count/widgets.example.com: 0, toString: 0, fast.storageclass.storage.k8s.io/other: 0'), claim('a')), []],
  ],
  'spread-selects-own-pods': [
    ['no selector', spread(''), [SPREAD]],
    ['labels by their keys', spread(', matchLabelKeys: [pod-template-hash]'), []],
    ['an empty selector counts all', spread(', labelSelector: {}'), []],
    ['its own labels', spread(', labelSelector: {matchLabels: {app: a}}'), []],
  ],
  'shared-claim': [
    ['a backup with the disk of a member', joined(set(), backup('data-db-0')), [`warning ${MOUNTED_BY_JOB}`]],
    ['a backup with the disk of a member that is gone', joined(set(0), backup('data-db-0')), []],
    ['the pod of the set, read from a cluster', joined(set(), READ_FROM_CLUSTER), []],
  ],
  'claim-of-other-name': [
    ['the words in another order', joined(set(), claim('db-data-1')), ['warning /metadata/name']],
    ['the same with another use', joined(set(), claim('db-data-1'), backup('db-data-1')), []],
    ['a template that is called like its set', joined(set(3, 'db'), claim('db-db-0')), []],
    ['another claim', joined(set(), claim('db-logs-0'), claim('data')), []],
  ],
  'provisioner-directory': [
    ['another path', provisioner('{name: NFS_SERVER, value: 192.0.2.1}, {name: NFS_PATH, value: /other}'), [`warning ${IN_POD}/env/1/value`]],
    ['another server', provisioner('{name: NFS_SERVER, value: 192.0.2.2}, {name: NFS_PATH, value: /export}'), [`warning ${IN_POD}/env/0/value`]],
    ['mounted elsewhere', provisioner('', '/data'), [`warning ${IN_POD}/volumeMounts`]],
    ['the same with a slash', provisioner('{name: NFS_SERVER, value: 192.0.2.1}, {name: NFS_PATH, value: /export/}', '/persistentvolumes/'), []],
    ['from elsewhere', provisioner('{name: NFS_PATH, valueFrom: {configMapKeyRef: {name: c, key: path}}}'), []],
    ['by a claim', provisioner('{name: NFS_PATH, value: /other}', '/persistentvolumes', 'persistentVolumeClaim: {claimName: c}'), []],
    ['a path that is no text', provisioner('{name: NFS_PATH, value: /export}', '/persistentvolumes', 'nfs: {server: 192.0.2.1, path: {a: b}}'), []],
  ],
  'undefined-variable': [
    ['the name of the host', asking('args: ["--id=$(HOSTNAME)"]'), ['warning /spec/containers/0/args/0']],
    ['a value', asking('env: [{name: URL, value: "http://$(HOST)/"}]'), ['warning /spec/containers/0/env/0/value']],
    ['one that is there', asking('args: ["$(HOST)"], env: [{name: HOST, value: db}]'), []],
    ['one that may be there', asking('args: ["$(HOST)"], envFrom: [{configMapRef: {name: c, optional: true}}]'), []],
    ['those of Services', asking('args: ["$(DB_SERVICE_HOST):$(DB_SERVICE_PORT_HTTP)", "$(KUBERNETES_SERVICE_HOST)", "$(DB_PORT)"]'), []],
    ['two dollars', asking('args: ["$$(HOST)"]'), []],
    ['a program that a shell calls', asking('command: [sh, -c, "kill $(pidof redis); echo $(date)"]'), []],
    ['told once', asking('args: ["$(HOST)", "$(HOST)"]'), ['warning /spec/containers/0/args/0']],
    ['words that are no text', asking('args: [{a: "$(HOST)"}, 1]'), []],
  ],
});

const MEMBER = joined(set(2), service('db', 'clusterIP: None, selector: {app: db}'), service('first', 'selector: {app: db, apps.kubernetes.io/pod-index: "0"}, ports: [{port: 1}]'));

test.each([['1.27', 1], ['1.28', 0]])('on %s the number of a pod is a label of it', (version, count) => {
  const found = checkManifests(loadAll(MEMBER).filter(isManifest), { model: ApiModel.of(version) }).filter(({ rule }) => rule === 'service-selects-pods');

  expect(found.map(({ fix }) => fix)).toEqual(Array(count).fill('select by the name of the pod: statefulset.kubernetes.io/pod-name: <set>-0'));
});

test('a key without a blank after its colon is told as that', () => {
  const found = checkManifests([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: 'name:a' as any }]).filter(({ rule }) => rule === 'schema-type');

  expect(found.map(({ fix }) => fix)).toEqual(['write name: a, with a blank after the colon']);
});
