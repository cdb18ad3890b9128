import { Case, joined, testCases } from './cases';

// Beyond the examples in the checks themselves: the lines that each check draws.

const pod = (spec: string, labels = '{app: web}', namespace = 'default') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: ${namespace}, labels: ${labels}}, spec: {${spec}}}`;
const container = (body: string) => pod(`containers: [{name: main, image: "httpd:2.4.62", ${body}}]`);
const workload = (kind: string, name: string, spec: string, template = 'containers: [{name: main, image: "httpd:2.4.62"}]') => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  ${spec}
  selector: {matchLabels: {app: ${name}}}
  template: {metadata: {labels: {app: ${name}}}, spec: {${template}}}`;
const service = (spec: string) => `{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ${spec}}}`;
const budget = (spec: string, name = 'web') =>
  `{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: ${name}}, spec: {${spec}, selector: {matchLabels: {app: web}}}}`;
const claim = (name: string, spec: string) => `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: ${name}}, spec: {${spec}}}`;
const volume = (name: string, spec: string) =>
  `{apiVersion: v1, kind: PersistentVolume, metadata: {name: ${name}}, spec: {nfs: {server: a, path: /a}, ${spec}}}`;
const ROOM = 'accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}';
const WANT = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}';
const mounting = (name: string) => `containers: [{name: main, image: "httpd:2.4.62"}], volumes: [{name: v, persistentVolumeClaim: {claimName: ${name}}}]`;

const cronJob = (name: string, spec: string, pods: string) =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: ${name}}, spec: {${spec}, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, ${pods}}}}}}}`;

testCases({
  'service-target-port': [
    ['a number that no container declares is doubtful', joined(service('ports: [{port: 80, targetPort: 8080}]'), container('ports: [{containerPort: 80}]')),
      ['warning /spec/ports/0']],
    ['a number is fine where containers declare no ports', joined(service('ports: [{port: 80}]'), container('tty: false')), []],
    ['a number does not matter to a headless Service', joined(service('clusterIP: None, ports: [{port: 81}]'), container('ports: [{containerPort: 80}]')), []],
    ['a name must have the protocol, too', joined(service('ports: [{port: 53, protocol: UDP, targetPort: dns}]'),
      container('ports: [{name: dns, containerPort: 53}]')), ['error /spec/ports/0/targetPort']],
    ['a name is looked up in all pods', joined(service('clusterIP: None, ports: [{port: 53, targetPort: dns}]'), container('tty: false')),
      ['warning /spec/ports/0/targetPort']],
  ],
  'service-selects-pods': [
    ['pods of another namespace do not count', joined(service('ports: [{port: 80}]').replace('{name: web}', '{name: web, namespace: default}'), pod('', '{app: web}', 'other'), pod('', '{app: db}')),
      ['warning /spec/selector']],
    ['where the manifests hold no pods, others may create them', service('ports: [{port: 80}]'), ['info /spec/selector']],
    ['where custom resources stand, their operators may', joined(service('ports: [{port: 80}]'), pod('', '{app: db}'),
      '{apiVersion: example.com/v1, kind: Database, metadata: {name: db}}'), ['info /spec/selector']],
    ['a Service without a selector has its endpoints written by hand', '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {}}', []],
  ],
  'eviction-blocked': [
    ['no disruption at all', joined(budget('maxUnavailable: 0'), workload('Deployment', 'web', 'replicas: 3')), ['warning /spec/maxUnavailable']],
    ['zero per cent', joined(budget('maxUnavailable: 0%'), workload('Deployment', 'web', 'replicas: 3')), ['warning /spec/maxUnavailable']],
    ['percentages are rounded up', joined(budget('minAvailable: 51%'), workload('Deployment', 'web', 'replicas: 2')), ['warning /spec/minAvailable']],
    ['half of two is one', joined(budget('minAvailable: 50%'), workload('Deployment', 'web', 'replicas: 2')), []],
    ['one of one', joined(budget('minAvailable: 1'), workload('StatefulSet', 'web', 'serviceName: web')), ['warning /spec/minAvailable']],
    ['a workload scaled to nothing', joined(budget('minAvailable: 1'), workload('StatefulSet', 'web', 'replicas: 0')), []],
    ['a DaemonSet has as many pods as there are nodes', joined(budget('minAvailable: 1'), workload('DaemonSet', 'web', '')), []],
    ['an autoscaler may make more pods', joined(budget('minAvailable: 1'), workload('Deployment', 'web', ''),
      '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, '
      + 'spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}}'), []],
  ],
  'affinity-selects-pods': [
    ['a pod that must be near others that are not there', pod('affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: '
      + '[{topologyKey: zone, labelSelector: {matchExpressions: [{key: app, operator: In, values: [db]}]}}]}}'),
    ['warning /spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector']],
    ['near by preference is no duty', pod('affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: '
      + '[{weight: 1, podAffinityTerm: {topologyKey: zone, labelSelector: {matchLabels: {app: db}}}}]}}'), []],
  ],
  'image-tag': [
    ...['httpd', 'httpd:latest', 'localhost:5000/httpd', 'a/b/httpd:latest'].map((image): Case =>
      [`${image} is not a version`, pod(`containers: [{name: main, image: "${image}"}]`), ['warning /spec/containers/0/image']]),
    ...['httpd:2', 'localhost:5000/httpd:2', 'httpd@sha256:0f', 'httpd:latest@sha256:0f'].map((image): Case =>
      [`${image} is a version`, pod(`initContainers: [{name: main, image: "${image}"}]`), []]),
  ],
  'even-quorum': [
    ...['registry:5000/bitnami/etcd:3.5', 'mongo:7', 'hashicorp/consul:1.20', 'zookeeper@sha256:0f'].map((image): Case =>
      [`two of ${image}`, workload('StatefulSet', 'web', 'replicas: 2', `containers: [{name: main, image: "${image}"}]`), ['warning /spec/replicas']]),
    ['two sentinels of Redis', workload('StatefulSet', 'web', 'replicas: 2', 'containers: [{name: main, image: "redis:7", command: [redis-sentinel]}]'),
      ['warning /spec/replicas']],
    ['two of Redis, where one leads', workload('StatefulSet', 'web', 'replicas: 2', 'containers: [{name: main, image: "redis:7"}]'), []],
    ['none', workload('StatefulSet', 'web', 'replicas: 0', 'containers: [{name: main, image: "mongo:7"}]'), []],
    ['an init container does not vote', workload('StatefulSet', 'web', 'replicas: 2', 'initContainers: [{name: main, image: "mongo:7"}]'), []],
  ],
  'shared-claim': [
    ['two workloads with one claim', joined(claim('c', WANT), workload('Deployment', 'a', '', mounting('c')), workload('Deployment', 'b', '', mounting('c'))),
      ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['a claim for a single pod', joined(claim('c', WANT.replace('Once', 'OncePod')), workload('Deployment', 'a', 'replicas: 2', mounting('c'))),
      ['error /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['a pod on every node', joined(claim('c', WANT), workload('DaemonSet', 'a', '', mounting('c'))),
      ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['a Job in parallel', joined(claim('c', WANT),
      `{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {parallelism: 2, template: {spec: {restartPolicy: Never, ${mounting('c')}}}}}`),
    ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['Jobs wait for one another', joined(claim('c', WANT), ...['a', 'b'].map(name =>
      `{apiVersion: batch/v1, kind: Job, metadata: {name: ${name}}, spec: {template: {spec: {restartPolicy: Never, ${mounting('c')}}}}}`)), []],
    ['CronJobs with one schedule start together', joined(claim('c', WANT), ...['a', 'b'].map(name => cronJob(name, "schedule: '0 3 * * *'", mounting('c')))),
      ['warning /spec/jobTemplate/spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['CronJobs with schedules of their own do not', joined(claim('c', WANT), cronJob('a', "schedule: '0 3 * * *'", mounting('c')), cronJob('b', "schedule: '0 6 * * *'", mounting('c'))), []],
    ['nor do those of other time zones', joined(claim('c', WANT), ...['UTC', 'Asia/Tokyo'].map((zone, i) => cronJob(`c${i}`, `schedule: '0 3 * * *', timeZone: ${zone}`, mounting('c')))), []],
    ['nor does one that is suspended', joined(claim('c', WANT), ...['a', 'b'].map((name, i) => cronJob(name, `schedule: '0 3 * * *', suspend: ${i === 1}`, mounting('c')))), []],
    ['CronJobs wait for one another for a volume of one pod, too', joined(claim('c', WANT.replace('Once', 'OncePod')), ...['a', 'b'].map(name => cronJob(name, "schedule: '0 3 * * *'", mounting('c')))),
      ['warning /spec/jobTemplate/spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['CronJobs share a volume that can be shared', joined(claim('c', WANT.replace('Once', 'Many')), ...['a', 'b'].map(name => cronJob(name, "schedule: '0 3 * * *'", mounting('c')))), []],
    ['a Job waits for a Deployment for ever', joined(claim('c', WANT), workload('Deployment', 'a', '', mounting('c')),
      `{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec: {restartPolicy: Never, ${mounting('c')}}}}}`),
    ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['one pod alone', joined(claim('c', WANT), pod(mounting('c'))), []],
    ['a claim of which nothing is known', workload('Deployment', 'a', 'replicas: 2', mounting('c')), []],
  ],
  'claim-binding': [
    ['a reserved volume that is too small', joined(claim('c', WANT), volume('v', 'accessModes: [ReadWriteOnce], capacity: {storage: 1Mi}, '
      + 'claimRef: {namespace: default, name: c}')), ['error /spec/resources/requests/storage']],
    ['a reserved volume of another class fits all the same', joined(claim('c', `storageClassName: "", ${WANT}`),
      volume('v', `storageClassName: x, ${ROOM}, claimRef: {namespace: default, name: c}`)), []],
    ['a named volume must have the class', joined(claim('c', `volumeName: v, storageClassName: "", ${WANT}`), volume('v', `storageClassName: x, ${ROOM}`)),
      ['error /spec/storageClassName']],
    ['a named volume that is reserved for another claim', joined(claim('c', `volumeName: v, storageClassName: "", ${WANT}`),
      volume('v', `storageClassName: "", ${ROOM}, claimRef: {namespace: default, name: other}`)), ['error /spec/volumeName']],
    ['a named volume that is reserved for this claim', joined(claim('c', `volumeName: v, storageClassName: "", ${WANT}`),
      volume('v', `storageClassName: "", ${ROOM}, claimRef: {namespace: default, name: c}`)), []],
    ['fewer volumes than claims: more may exist', joined(claim('a', `storageClassName: "", ${WANT}`), claim('b', `storageClassName: "", ${WANT}`),
      volume('v', `storageClassName: "", ${ROOM}`)), ['warning /spec']],
    ['fewer volumes than claims: an error if nothing else exists', claim('a', `storageClassName: "", ${WANT}`), ['error /spec'], { complete: true }],
    ['a class that the cluster provisions', joined(claim('c', `storageClassName: x, ${WANT}`), volume('v', 'storageClassName: x, capacity: {storage: 1}')),
      [], { objects: [{ kind: 'StorageClass', name: 'x' }] }],
    ['a class that is provisioned here', joined(claim('c', `storageClassName: x, ${WANT}`), volume('v', 'storageClassName: x, capacity: {storage: 1}'),
      '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: ebs.csi.aws.com}'), []],
    ['without a class a default may provision', joined(claim('c', WANT), volume('v', 'accessModes: [ReadWriteOnce], capacity: {storage: 1}')),
      ['warning /spec/resources/requests/storage']],
    ['with a default class it does', joined(claim('c', WANT), volume('v', 'accessModes: [ReadWriteOnce], capacity: {storage: 1}')),
      [], { defaultStorageClass: true }],
    ['without a class, where no default is declared, more volumes may exist', claim('c', WANT), ['warning /spec'], { defaultStorageClass: false }],
    ['without a class, where nothing else exists', claim('c', WANT), ['error /spec'], { defaultStorageClass: false, complete: true }],
    ['without a class, where nothing is declared', claim('c', WANT), []],
    ['a volume that two claims name', joined(...['a', 'b'].map(name => claim(name, `volumeName: v, storageClassName: x, ${WANT}`)), volume('v', `storageClassName: x, ${ROOM}`)),
      ['error /spec/volumeName']],
  ],
  'static-volume-class': [
    ['an error for the claim, where a default class is declared', joined(claim('c', WANT), volume('v', `storageClassName: "", ${ROOM}`)),
      ['error /spec/storageClassName'], { defaultStorageClass: true }],
    ['an error for the claim, where a default class is among the manifests', joined(claim('c', WANT), volume('v', `storageClassName: "", ${ROOM}`),
      storageClass('x').replace('{name: x}', '{name: x, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}')),
    ['error /spec/storageClassName']],
    ['nothing, where there is none', joined(claim('c', WANT), volume('v', ROOM)), [], { defaultStorageClass: false }],
    ['a claim without a class beside a volume of a class', joined(claim('c', WANT), volume('v', `storageClassName: manual, ${ROOM}`)), ['warning /spec/storageClassName']],
    ['a volume of a class that another claim names', joined(claim('c', WANT), claim('d', `storageClassName: manual, ${WANT}`), volume('v', `storageClassName: manual, ${ROOM}`)), []],
    ['a volume of the default class', joined(claim('c', WANT), volume('v', `storageClassName: x, ${ROOM}`),
      storageClass('x').replace('{name: x}', '{name: x, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}')), []],
    ['a volume that is too small anyway', joined(claim('c', WANT), volume('v', 'storageClassName: manual, accessModes: [ReadWriteOnce], capacity: {storage: 1}')), []],
    ['nothing, where each volume is reserved for a claim', joined(
      volume('v', `${ROOM}, claimRef: {namespace: default, name: other}`), claim('c', WANT)), [], { defaultStorageClass: true }],
  ],
  'volume-node-affinity': [
    ['pods that must be apart, with volumes on one node', joined(
      ...['a', 'b'].map(name => volume(name, `storageClassName: x, ${ROOM}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: `
        + '[{key: kubernetes.io/hostname, operator: In, values: [n1]}]}]}}')),
      workload('StatefulSet', 'web', `replicas: 2\n  volumeClaimTemplates: [{metadata: {name: d}, spec: {storageClassName: x, ${WANT}}}]`,
        'affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: '
        + '[{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: web}}}]}}')),
    ['error /spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector']],
    ['pods that may be together', joined(
      ...['a', 'b'].map(name => volume(name, `storageClassName: x, ${ROOM}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: `
        + '[{key: kubernetes.io/hostname, operator: In, values: [n1]}]}]}}')),
      workload('StatefulSet', 'web', `replicas: 2\n  volumeClaimTemplates: [{metadata: {name: d}, spec: {storageClassName: x, ${WANT}}}]`)), []],
  ],
  'rolling-update-claim': [
    ['a claim for a single pod is worse', joined(claim('c', WANT.replace('Once', 'OncePod')), workload('Deployment', 'a', '', mounting('c'))),
      ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
    ['without a surge the old pod goes first', joined(claim('c', WANT),
      workload('Deployment', 'a', 'strategy: {rollingUpdate: {maxSurge: 0}}', mounting('c'))), []],
    ['a claim for many nodes', joined(claim('c', WANT.replace('Once', 'Many')), workload('Deployment', 'a', '', mounting('c'))), []],
  ],
  'binding-subject': [
    ['an account without a namespace goes where it is applied',
      joined('{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}', binding('a', 'shop')), ['info /subjects/0/namespace']],
    ['which is doubtful if others say that they live where the subject is',
      joined('{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}', binding('a', 'shop'), pod('', '{}', 'shop')), ['warning /subjects/0/namespace']],
    ['an account that is declared', binding('a', 'shop'), [], { objects: [{ kind: 'ServiceAccount', namespace: 'shop', name: 'a' }] }],
    ['an account that is nowhere', binding('a', 'shop'), ['warning /subjects/0/name']],
  ],
  'duplicate-object': [
    ['the same twice is only too much', joined(service('ports: []'), service('ports: []')), ['warning /metadata/name']],
    ['objects without a name get one each', joined(...[1, 2].map(() => '{apiVersion: batch/v1, kind: Job, metadata: {generateName: a-}}')), []],
  ],
  'deprecated-annotation': [
    ['one that still works is worth knowing',
      '{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, annotations: {kubernetes.io/ingress.class: nginx}}}',
      ['info /metadata/annotations/kubernetes.io~1ingress.class']],
    ['one beside the field that took its place loses nothing', '{apiVersion: v1, kind: Service, metadata: {name: a, annotations: '
      + '{service.alpha.kubernetes.io/tolerate-unready-endpoints: "true"}}, spec: {publishNotReadyAddresses: true}}',
    ['info /metadata/annotations/service.alpha.kubernetes.io~1tolerate-unready-endpoints']],
    ['in a template', workload('Deployment', 'web', '').replace('{labels:', '{annotations: {seccomp.security.alpha.kubernetes.io/pod: x}, labels:'),
      ['warning /spec/template/metadata/annotations/seccomp.security.alpha.kubernetes.io~1pod']],
  ],
  'deprecated-field': [
    ['an address of a load balancer', service('loadBalancerIP: 1.2.3.4'), ['info /spec/loadBalancerIP']],
    ['both names of an account, as a server prints them', pod('serviceAccount: a, serviceAccountName: a'), []],
    ['in a PetSet', '{apiVersion: apps/v1alpha1, kind: PetSet, metadata: {name: a}, spec: {template: {spec: {serviceAccount: a, containers: []}}}}',
      ['info /spec/template/spec/serviceAccount']],
  ],
  'deprecated-master-taint': [
    ['a node selector on the old label', pod('nodeSelector: {node-role.kubernetes.io/master: ""}'),
      ['warning /spec/nodeSelector/node-role.kubernetes.io~1master']],
    ['both taints', pod('tolerations: [{key: node-role.kubernetes.io/master}, {key: node-role.kubernetes.io/control-plane}]'), []],
    ['every taint', pod('tolerations: [{key: node-role.kubernetes.io/master}, {operator: Exists}]'), []],
  ],
  'missing-provisioner': [
    ['a class that nobody claims is worth knowing', storageClass('example.com/nfs'), ['info /provisioner']],
    ['an error, if nothing else exists', storageClass('example.com/nfs'), ['error /provisioner'], { complete: true }],
    ['a provisioner that is declared', storageClass('ebs.csi.aws.com'), [], { provisioners: ['ebs.csi.aws.com'] }],
    ['a provisioner that says its name in an argument', joined(storageClass('example.com/nfs'), container('args: ["--provisioner=example.com/nfs"]')), []],
  ],
  'provisioner-rights': [
    ['an account that is not here may be bound elsewhere', provisioner('nfs'), []],
    ['an account that is here and bound to nothing', joined(provisioner('nfs'), '{apiVersion: v1, kind: ServiceAccount, metadata: {name: nfs}}'),
      ['warning /spec/serviceAccountName']],
    ['an error, if nothing else exists', provisioner('nfs'), ['error /spec/serviceAccountName'], { complete: true }],
    ['a role that is not here may allow all', joined(provisioner('nfs'), binding('nfs', 'default')), []],
    ['without nodes it mostly works', joined(provisioner('nfs'), binding('nfs', 'default'), role('[persistentvolumes, persistentvolumeclaims, events]')),
      ['warning /spec/serviceAccountName']],
    ['all rights', joined(provisioner('nfs'), binding('nfs', 'default'), role('["*"]')), []],
  ],
  'unknown-rbac-resource': [
    ['a resource of another group', roleOn('[""]', '[deployments]'), ['warning /rules/0/resources/0']],
    ['subresources and everything', roleOn('[""]', '[pods/log, "*", "*/scale"]'), []],
    ['groups that are not checked', roleOn('["", example.com]', '[databases]'), []],
    ['a resource of one of the groups', roleOn('["", apps]', '[deployments, pods]'), []],
  ],
  'removed-rbac-resource': [
    ['a whole group', roleOn('[extensions, networking.k8s.io]', '[ingresses]'), ['info /rules/0/apiGroups/0']],
  ],
  'removed-volume-type': [
    ['in a PersistentVolume', '{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {storageos: {volumeName: a}}}', ['error /spec/storageos']],
  ],
  'claim-name-collision': [
    ['one set given twice is told as a duplicate', joined(
      ...[1, 2].map(() => workload('StatefulSet', 'web', 'volumeClaimTemplates: [{metadata: {name: a}, spec: {}}]'))), []],
  ],
  'host-path-in-stateful-set': [
    ['directories of the node itself', workload('StatefulSet', 'web', '', 'volumes: [{name: a, hostPath: {path: /etc/localtime}}]'), []],
  ],
  'governing-service-selector': [
    ['a Service with endpoints written by hand selects nothing, and need not', joined(
      '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None}}', workload('StatefulSet', 'db', 'serviceName: web')), []],
  ],
  'overlapping-selectors': [
    ['workloads of two kinds are kept apart by the kind', joined(workload('Deployment', 'web', ''), workload('StatefulSet', 'web', '')), []],
  ],
  'ingress-backend-port': [
    ['a Service without ports says nothing of them', joined(
      '{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}}',
      '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: a.example.com}}'), []],
  ],
});

function binding(account: string, namespace: string): string {
  return '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b}, '
    + 'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}, '
    + `subjects: [{kind: ServiceAccount, name: ${account}, namespace: ${namespace}}]}`;
}

function role(resources: string): string {
  return '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}, rules: ['
    + `{apiGroups: [""], resources: ${resources}, verbs: ["*"]}, {apiGroups: [storage.k8s.io], resources: [storageclasses], verbs: ["*"]}, `
    + '{apiGroups: [coordination.k8s.io], resources: [leases], verbs: ["*"]}]}';
}

function roleOn(groups: string, resources: string): string {
  return '{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r}, '
    + `rules: [{apiGroups: ${groups}, resources: ${resources}, verbs: [get]}]}`;
}

function storageClass(name: string): string {
  return `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: ${name}}`;
}

function provisioner(name: string): string {
  return pod(`serviceAccountName: nfs, containers: [{name: main, image: "nfs:4", env: [{name: PROVISIONER_NAME, value: ${name}}]}]`);
}
