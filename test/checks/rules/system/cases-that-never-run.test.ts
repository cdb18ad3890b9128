import { joined, testCases } from './cases';
import { findingsIn } from '../../findings';

// Beyond the examples in the checks themselves: the lines that are drawn by checks of what the server takes and the nodes or drivers refuse.

const pod = (spec: string, metadata = 'name: web') => `{apiVersion: v1, kind: Pod, metadata: {${metadata}}, spec: {${spec}}}`;
const container = (body: string, spec = '') => pod(`${spec} containers: [{name: main, ${body}}]`);
const labelled = (body: string) => pod(`containers: [{name: main, ${body}}]`, 'name: web, labels: {app: web}');
const deployment = (containers: string) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}},
  template: {metadata: {labels: {app: web}}, spec: {containers: [${containers}]}}}}`;
const scaler = (metrics: string) => `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web},
  spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 5, ${metrics}}}`;
const storageClass = (name: string, rest: string) => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: ${name}}, ${rest}}`;
const claim = (name: string, spec: string) => `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: ${name}}, spec: {resources: {requests: {storage: 1Gi}}, ${spec}}}`;
const service = (name: string, spec: string) => `{apiVersion: v1, kind: Service, metadata: {name: ${name}}, spec: {${spec}}}`;
const outside = (name: string, spec: string) => service(name, `${spec}, ports: [{port: 80}]`);
const cronJob = (spec: string) => `{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {${spec}, jobTemplate: {spec: {template: {spec: {restartPolicy: Never,
  containers: [{name: main, image: "httpd:2.4.62"}]}}}}}}`;
const role = (rule: string) => `{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r}, rules: [${rule}]}`;
const quota = (spec: string) => `{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {${spec}}}`;
const set = (spec: string, template: string) => `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {serviceName: db, selector: {matchLabels: {app: db}},
  template: {metadata: {labels: {app: db}}, spec: {${template}}}, ${spec}}}`;

const CPU = 'resources: {requests: {cpu: 1}}';
const IMAGE = 'image: "httpd:2.4.62"';
const MAIN = `name: main, ${IMAGE}`;
const UTILIZATION = 'target: {type: Utilization, averageUtilization: 70}';
const LIMITS = '{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: Container, default: {cpu: 1}}]}}';
const ONCE = 'accessModes: [ReadWriteOnce]';
const SHARED = 'accessModes: [ReadWriteMany]';
const DATA = 'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]';
const AT = '/spec/template/spec/containers';

const endpoints = (port: string) => `{apiVersion: v1, kind: Endpoints, metadata: {name: web}, subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{${port}}]}]}`;

testCases({
  'autoscaler-needs-requests': [
    ['one container without a request is enough', joined(scaler(''), deployment(`{${MAIN}, ${CPU}}, {name: side, ${IMAGE}}`)), [`warning ${AT}/1/resources`]],
    ['a limit is a request', joined(scaler(''), deployment(`{${MAIN}, resources: {limits: {cpu: 1}}}`)), []],
    ['an average value is no share of anything', joined(scaler('metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 1}}}]'), deployment(`{${MAIN}}`)), []],
    ['of memory as of the CPU', joined(scaler(`metrics: [{type: Resource, resource: {name: memory, ${UTILIZATION}}}]`), deployment(`{${MAIN}, ${CPU}}`)), [`warning ${AT}/0/resources`]],
    ['only the container that is measured', joined(scaler(`metrics: [{type: ContainerResource, containerResource: {name: cpu, container: main, ${UTILIZATION}}}]`),
      deployment(`{${MAIN}, ${CPU}}, {name: side, ${IMAGE}}`)), []],
    ['a LimitRange may fill requests in', joined(scaler(''), LIMITS, deployment(`{${MAIN}}`)), []],
  ],
  'run-as-root': [
    ['what a container says counts before what the pod says', container(`${IMAGE}, securityContext: {runAsUser: 1000}`, 'securityContext: {runAsNonRoot: true, runAsUser: 0},'), []],
    ['the two may stand in different places', container(`${IMAGE}, securityContext: {runAsUser: 0}`, 'securityContext: {runAsNonRoot: true},'),
      ['error /spec/containers/0/securityContext/runAsUser']],
    ['an image that begins as root', container(IMAGE, 'securityContext: {runAsNonRoot: true},'), ['error /spec/securityContext/runAsNonRoot']],
    ['a name is not known to be another than root', container('image: "memcached:1.6", securityContext: {runAsNonRoot: true}'), ['error /spec/containers/0/securityContext/runAsNonRoot']],
    ['an image that we do not know', container('image: "example.com/app:1"', 'securityContext: {runAsNonRoot: true},'), []],
    ['root is fine where nobody forbids it', container(`${IMAGE}, securityContext: {runAsUser: 0}`), []],
  ],
  'image-name': [
    ['a variable is not expanded', container('image: "$(REGISTRY)/app:1"'), ['error /spec/containers/0/image']],
    ['blanks at the ends are refused by the server already', container('image: " httpd:2.4.62"'), []],
  ],
  'image-tag': [
    ['what is no image has no tag either', container('image: "httpd:"'), []],
  ],
  'decimal-mode': [
    ['in each type and item', pod(`containers: [{${MAIN}}], volumes: [{name: a, configMap: {name: a, items: [{key: k, path: p, mode: 440}]}},
      {name: b, projected: {sources: [{secret: {name: s, items: [{key: k, path: p, mode: 444}]}}]}}]`),
    ['warning /spec/volumes/0/configMap/items/0/mode', 'warning /spec/volumes/1/projected/sources/0/secret/items/0/mode']],
    ['256 is 0400', pod(`containers: [{${MAIN}}], volumes: [{name: a, secret: {secretName: a, defaultMode: 256}}]`), []],
  ],
  'tiny-memory': [
    ['a number without a unit is bytes', container(`${IMAGE}, resources: {requests: {memory: 64}}`), ['warning /spec/containers/0/resources/requests/memory']],
    ['nothing is what it says', container(`${IMAGE}, resources: {requests: {memory: 0}}`), []],
    ['a thousandth of a CPU is fine', container(`${IMAGE}, resources: {limits: {cpu: 1m}}`), []],
  ],
  'shared-address': [
    ['TCP and UDP are two ports', joined(service('a', 'ports: [{port: 53, nodePort: 30053}]'), service('b', 'ports: [{port: 53, nodePort: 30053, protocol: UDP}]')), []],
    ['a cluster IP', joined(service('a', 'clusterIP: 10.0.0.10'), service('b', 'clusterIP: 10.0.0.10')), ['error /spec/clusterIP']],
    ['none is no address', joined(service('a', 'clusterIP: None'), service('b', 'clusterIP: None')), []],
    ['an external IP and its port', joined(outside('a', 'externalIPs: [192.0.2.1, 192.0.2.7]'), outside('b', 'externalIPs: [192.0.2.7]')), ['warning /spec/externalIPs/0']],
    ['an external IP that a load balancer has', joined(outside('a', 'type: LoadBalancer, loadBalancerIP: 192.0.2.7'), outside('b', 'externalIPs: [192.0.2.7]')), ['warning /spec/externalIPs/0']],
    ['one finding for several ports', joined(...['a', 'b'].map(name => service(name, 'externalIPs: [192.0.2.7], ports: [{name: x, port: 80}, {name: y, port: 81}]'))), ['warning /spec/externalIPs/0']],
    ['another protocol', joined(outside('a', 'externalIPs: [192.0.2.7]'), service('b', 'externalIPs: [192.0.2.7], ports: [{port: 80, protocol: UDP}]')), []],
    ['no load balancer is asked for', joined(...['a', 'b'].map(name => outside(name, 'loadBalancerIP: 192.0.2.7'))), []],
    ['the same Service twice is told as such', joined(...['a', 'a'].map(name => outside(name, 'externalIPs: [192.0.2.7]'))), []],
  ],
  'unsupported-access-mode': [
    ['block volumes may be shared', joined(storageClass('d', 'provisioner: disk.csi.azure.com'), claim('a', `storageClassName: d, volumeMode: Block, ${SHARED}`)), []],
    ['of a driver that we do not know nothing is said', joined(storageClass('d', 'provisioner: csi.example.com'), claim('a', `storageClassName: d, ${SHARED}`)), []],
    ['templates of a StatefulSet make claims, too', joined(storageClass('d', 'provisioner: rancher.io/local-path'),
      set(DATA.replace(ONCE, `storageClassName: d, ${SHARED}`), `containers: [{${MAIN}}]`)), ['error /spec/volumeClaimTemplates/0/spec/accessModes']],
  ],
  'selector-of-provisioned-claim': [
    ['volumes of the class may be meant', joined(storageClass('d', 'provisioner: csi.example.com'), claim('a', `storageClassName: d, selector: {matchLabels: {a: b}}, ${ONCE}`),
      '{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {storageClassName: d}}'), []],
    ['nobody provisions: that is what a selector is for', joined(storageClass('d', 'provisioner: kubernetes.io/no-provisioner'),
      claim('a', `storageClassName: d, selector: {matchLabels: {a: b}}, ${ONCE}`)), []],
  ],
  'node-name-skips-binding': [
    ['a claim that names its volume waits for nobody', joined(storageClass('d', 'provisioner: csi.example.com, volumeBindingMode: WaitForFirstConsumer'),
      claim('a', `storageClassName: d, volumeName: v, ${ONCE}`), pod(`nodeName: n, containers: [{${MAIN}}], volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]`)), []],
    ['claims of a StatefulSet wait as well', joined(storageClass('d', 'provisioner: csi.example.com, volumeBindingMode: WaitForFirstConsumer'),
      set(DATA.replace(ONCE, `storageClassName: d, ${ONCE}`), `nodeName: n, containers: [{${MAIN}}]`)), ['error /spec/template/spec/nodeName']],
  ],
  'removed-provisioner': [
    ['it may be declared', storageClass('d', 'provisioner: kubernetes.io/host-path'), [], { provisioners: ['kubernetes.io/host-path'] }],
    ['gone since a version', storageClass('d', 'provisioner: kubernetes.io/rbd'), ['error /provisioner']],
    ['what became a CSI driver is there', storageClass('d', 'provisioner: kubernetes.io/aws-ebs'), []],
  ],
  'nfs-server-name': [
    ['of a volume, in short', '{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {nfs: {server: nfs.storage.svc, path: /}}}', ['warning /spec/nfs/server']],
    ['a name outside of the cluster', '{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {nfs: {server: svc.example.com, path: /}}}', []],
  ],
  'provisioner-image': [
    ['a driver beside another program is not meant', container('image: "nginx:1.27", args: [--provisioner=example.com/a]'), []],
  ],
  'rbac-rule-grants-nothing': [
    ['an unknown verb', role('{apiGroups: [""], resources: [pods], verbs: [read, get]}'), ['warning /rules/0/verbs/0']],
    ['a part that objects do not have', role('{apiGroups: [apps], resources: [statefulsets/scales, statefulsets/scale], verbs: [patch]}'), ['warning /rules/0/resources/0']],
    ['parts of kinds that we do not know', role('{apiGroups: [example.com], resources: [databases/anything], verbs: [get]}'), []],
    ['create beside verbs that may be limited by name', role('{apiGroups: [""], resources: [secrets], resourceNames: [a], verbs: [create, get]}'), []],
    ['nodes are in no namespace', role('{apiGroups: [""], resources: [pods, nodes], verbs: [get]}'), ['warning /rules/0/resources/1']],
    ['a namespace is in itself', role('{apiGroups: [""], resources: [namespaces], verbs: [get]}'), []],
    ['to bind a ClusterRole is asked for in the namespace of the binding', role('{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind]}'), []],
    ['to read a ClusterRole is not', role('{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [get]}'), ['warning /rules/0/resources/0']],
    ['a policy that is gone was used in a namespace', role('{apiGroups: [policy], resources: [podsecuritypolicies], verbs: [use]}'), []],
    ['v1 is the version of the core group', role('{apiGroups: [v1], resources: [pods], verbs: [get]}'), ['warning /rules/0/apiGroups/0']],
  ],
  'newline-in-variable': [
    ['a block of YAML adds one', joined(container('env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: a}}}]'), '{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: "x\\n"}}'),
      ['warning /stringData/a']],
    ['text of many lines has its own ends', joined(container('env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: a}}}]'), '{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: "x\\ny\\n"}}'), []],
    ['files may have one', joined(pod('volumes: [{name: s, secret: {secretName: s, items: [{key: a, path: a}]}}], containers: []'), '{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: "x\\n"}}'), []],
  ],
  'quota-refuses-pods': [
    ['a quota with a scope counts some pods only', joined(quota('hard: {limits.cpu: 4}, scopes: [BestEffort]'), container(IMAGE)), []],
    ['a limit is a request', joined(quota('hard: {requests.cpu: 4}'), container(`${IMAGE}, resources: {limits: {cpu: 1}}`)), []],
    ['a LimitRange may fill it in', joined(quota('hard: {requests.cpu: 4}'), LIMITS, container(IMAGE)), []],
    ['counting objects asks nothing of containers', joined(quota('hard: {persistentvolumeclaims: 4, count/pods: 3}'), container(IMAGE)), []],
  ],
  'too-large-for-apply': [
    ['of a definition the whole counts', `{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a.b.c}, spec: {x: "${'x'.repeat(262_200)}"}}`, ['warning ']],
  ],
  'fixed-replicas': [
    ['what was read from a cluster has what the autoscaler wrote', joined('{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, uid: a}, spec: {replicas: 4}}',
      '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}}'), []],
    ['what is written is written by somebody', joined('{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 4}}',
      '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}}'), ['warning /spec/replicas']],
  ],
  'stale-claim-ref': [
    ['what is bound was read from a cluster', '{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {claimRef: {namespace: a, name: b, uid: c}}, status: {phase: Bound}}', []],
  ],
  'service-without-endpoints': [
    ['endpoints are written', joined(service('web', 'ports: [{port: 80}]'),
      '{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}, addressType: IPv4, endpoints: []}', pod('')), []],
    ['members may write them', joined(service('web', 'ports: [{port: 80}]'), role('{apiGroups: [""], resources: [endpoints], verbs: [create, patch]}'), pod('')), []],
    ['another name needs none', joined(service('web', 'type: ExternalName, externalName: example.com'), pod('')), []],
    ['where no pods are, others write them', service('web', 'ports: [{port: 80}]'), []],
    ['a slice that says nothing of a Service', joined(service('web', 'ports: [{port: 80}]'),
      '{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-1}, addressType: IPv4, endpoints: []}'), ['warning /metadata/labels']],
    ['a slice of another Service', joined(service('web', 'ports: [{port: 80}]'),
      '{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: shop-1}, addressType: IPv4, endpoints: []}'), []],
    ['a port by another name', joined(service('web', 'ports: [{name: http, port: 80}]'), endpoints('port: 80')), ['warning /spec/ports/0']],
    ['a port by its name', joined(service('web', 'ports: [{name: http, port: 80}]'), endpoints('name: http, port: 8080')), []],
    ['a port without a name', joined(service('web', 'ports: [{port: 80}]'), endpoints('port: 80')), []],
  ],
  'image-data-directory': [
    ['PGDATA says where', set(DATA, 'containers: [{name: db, image: "postgres:18", env: [{name: PGDATA, value: /mnt/db/pg}], volumeMounts: [{name: data, mountPath: /mnt/db}]}]'), []],
    ['before 18', set(DATA, 'containers: [{name: db, image: "postgres:17.2", volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}]'), []],
    ['without a version it may be any', set(DATA, 'containers: [{name: db, image: postgres, volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}]'), []],
    ['a volume at another place', set(DATA, 'containers: [{name: db, image: "docker.io/library/mysql:8.4", volumeMounts: [{name: data, mountPath: /data}]}]'), [`warning ${AT}/0/volumeMounts`]],
    ['no volume that stays is no mistake of this kind', container('image: "mysql:8.4"'), []],
    ['a file may say where', joined(set(DATA, 'containers: [{name: db, image: "redis:8", volumeMounts: [{name: data, mountPath: /redis}]}], volumes: [{name: c, configMap: {name: c}}]'),
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {redis.conf: dir /redis}}'), []],
  ],
  'image-setup': [
    ['in any of its ways', container('image: "mysql:8.4", env: [{name: MYSQL_RANDOM_ROOT_PASSWORD, value: "1"}]'), []],
    ['a file may hold it', container('image: "mariadb:11.8", envFrom: [{secretRef: {name: db}}]'), []],
    ['a client of a database sets none up', container('image: "postgres:17.2", command: [pg_isready]'), []],
    ['nor does one that is named in the arguments', container('image: "postgres:17.2", args: [psql, -l]'), []],
    ['options of the server are no other program', container('image: "postgres:17.2", args: [-c, max_connections=10]'), ['warning /spec/containers/0/env']],
    ['what was read from a cluster has its data', pod('containers: [{name: main, image: "mysql:8.4"}]', 'name: web, uid: a'), []],
    ['another image may want none', container('image: "example.com/postgres:17.2"'), []],
  ],
  'image-port': [
    ['by its number', joined(service('web', 'selector: {app: web}, ports: [{port: 6380}]'), labelled('image: "redis:8"')), ['warning /spec/ports/0']],
    ['by the name of a port that is declared', joined(service('web', 'selector: {app: web}, ports: [{port: 80, targetPort: http}]'),
      labelled('image: "nginx:1.27", ports: [{name: http, containerPort: 8080}]')), ['warning /spec/ports/0']],
    ['any of its ports', joined(service('web', 'selector: {app: web}, ports: [{port: 1, targetPort: 5672}, {port: 15672}]'), labelled('image: "rabbitmq:4-management"')), []],
    ['arguments may move it', joined(service('web', 'selector: {app: web}, ports: [{port: 6380}]'), labelled('image: "redis:8", args: [--port, "6380"]')), []],
    ['a file may move it', joined(service('web', 'selector: {app: web}, ports: [{port: 8080}]'), labelled('image: "nginx:1.27", volumeMounts: [{name: c, mountPath: /etc/nginx/conf.d}]')), []],
    ['pages do not', joined(service('web', 'selector: {app: web}, ports: [{port: 8080}]'), labelled('image: "nginx:1.27", volumeMounts: [{name: c, mountPath: /usr/share/nginx/html}]')),
      ['warning /spec/ports/0']],
    ['a second container may listen there', joined(service('web', 'selector: {app: web}, ports: [{port: 8080}]'), labelled('image: "nginx:1.27"}, {name: side, image: "app:1"')), []],
  ],
  'missing-key': [
    ['a file that is mounted by its key', joined(pod('containers: [{name: main, volumeMounts: [{name: c, mountPath: /etc/a.conf, subPath: b.conf}]}], volumes: [{name: c, configMap: {name: c}}]'),
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a.conf: x}}'), ['error /spec/containers/0/volumeMounts/0/subPath']],
    ['a directory of items', joined(pod(`containers: [{name: main, volumeMounts: [{name: c, mountPath: /etc/a, subPath: conf}]}],
      volumes: [{name: c, configMap: {name: c, items: [{key: a.conf, path: conf/a}]}}]`), '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a.conf: x}}'), []],
  ],
  'service-selects-pods': [
    ['pods of the control plane are in no manifest', joined('{apiVersion: v1, kind: Service, metadata: {name: dns, namespace: kube-system}, spec: {selector: {k8s-app: kube-dns}}}',
      pod('', 'name: web, namespace: kube-system')), []],
  ],
  'overlapping-selectors': [
    ['ReplicaSets of one Deployment, as they are read from a cluster', joined(...['a', 'b'].map(hash => `{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-${hash}},
      spec: {selector: {matchLabels: {app: web, pod-template-hash: ${hash}}}, template: {metadata: {labels: {app: web, pod-template-hash: ${hash}}}}}}`)), []],
  ],
  'governing-service': [
    ['a headless Service of another name', joined(set('', `containers: [{${MAIN}}]`), service('db-svc', 'clusterIP: None, selector: {app: db}')), ['warning /spec/serviceName']],
  ],
  'schedule-never-comes': [
    ['the 29th of February comes', cronJob('schedule: "0 0 29 2 *"'), []],
    ['a CronJob that people start by hand', cronJob('schedule: "0 0 31 2 *", suspend: true'), []],
    ['no schedule at all is told as such', cronJob('schedule: "0 0 31 2"'), []],
  ],
  'external-name-is-address': [
    ['digits that are no address', service('a', 'type: ExternalName, externalName: 192.0.2'), []],
    ['the name is not used', service('a', 'externalName: 192.0.2.7, ports: [{port: 80}]'), []],
  ],
  'fractional-size': [
    ['an empty directory in the template of a workload', set('replicas: 1', `containers: [{${MAIN}}], volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {sizeLimit: 1500m}}]`),
      ['warning /spec/template/spec/volumes/1/emptyDir/sizeLimit']],
    ['thousandths that are whole', pod(`containers: [{${MAIN}}], volumes: [{name: b, emptyDir: {sizeLimit: 1000m}}]`), []],
    ['a volume', `{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {capacity: {storage: 10m}, ${ONCE}, nfs: {server: a, path: /a}}}`, ['warning /spec/capacity/storage']],
    ['sizes and nothing else in a quota', quota('hard: {requests.memory: 100m, limits.cpu: 100m, fast.storageclass.storage.k8s.io/requests.storage: 5m}'),
      ['warning /spec/hard/requests.memory', 'warning /spec/hard/fast.storageclass.storage.k8s.io~1requests.storage']],
    ['the default of a LimitRange', '{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: Container, default: {cpu: 100m, memory: 64m}}]}}',
      ['warning /spec/limits/0/default/memory']],
    ['what the server warns of itself', container(`${IMAGE}, resources: {limits: {ephemeral-storage: 10m}}`), []],
  ],
});

test('the fix of a missing governing Service names the one that is there', () => {
  const [finding] = findingsIn(joined(set('', `containers: [{${MAIN}}]`), service('db-svc', 'clusterIP: None, selector: {app: db}'))).filter(({ rule }) => rule === 'governing-service');

  expect(finding.fix).toBe("write serviceName: db-svc; Service 'db-svc' is headless and selects these pods");
});
