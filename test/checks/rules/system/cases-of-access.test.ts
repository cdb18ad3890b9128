import { joined, object, testCases } from './cases';

// Beyond the examples in the checks themselves: the lines that checks of policies, rights, schedules and autoscalers draw.

const set = (body: string, replicas = 3) => object('apps/v1', 'StatefulSet', 'db', `spec: {serviceName: db, replicas: ${replicas}, selector: {matchLabels: {app: db}},
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: main, ${body}}]}}}`);
const policy = (spec: string, name = 'p') => object('networking.k8s.io/v1', 'NetworkPolicy', name, `spec: {${spec}}`);
const OF_DB = 'podSelector: {matchLabels: {app: db}}';
const DENY = policy('podSelector: {}, policyTypes: [Ingress]', 'deny');
const ETCD = set('image: "quay.io/coreos/etcd:v3.5.13"');
const cronJob = (schedule: string) => object('batch/v1', 'CronJob', 'c', `spec: {schedule: "${schedule}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}}`);
const service = (spec: string) => object('v1', 'Service', 's', `spec: {selector: {app: db}, ports: [{port: 80}], ${spec}}`);
const job = (metadata: string) => `{apiVersion: batch/v1, kind: Job, metadata: {name: j, ${metadata}}, spec: {ttlSecondsAfterFinished: 5, template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}`;
const ingress = (tls: string, rules: string) => object('networking.k8s.io/v1', 'Ingress', 'i', `spec: {tls: [{hosts: [${tls}]}], rules: [${rules}]}`);
const scaler = (metric: string) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'h', `spec: {maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}, metrics: [${metric}]}`);
const CPU = '{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}';
const vertical = (spec: string) => object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'v', `spec: {targetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}, ${spec}}`);
const volume = (rest: string) => `{apiVersion: v1, kind: PersistentVolume, metadata: {name: v${rest}}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], persistentVolumeReclaimPolicy: Delete, nfs: {server: a, path: /a}}}`;
const deployment = (spec: string, probe: string) => object('apps/v1', 'Deployment', 'd', `spec: {${spec}, selector: {matchLabels: {app: d}},
  template: {metadata: {labels: {app: d}}, spec: {containers: [{name: a, image: "a:1", readinessProbe: {${probe} tcpSocket: {port: 80}}}]}}}`);
const LATE = ['warning /spec/progressDeadlineSeconds'];
const PARTED = ['warning /spec/ingress'];

testCases({
  'policy-parts-members': [
    ['all are kept out', joined(ETCD, DENY), PARTED],
    ['another policy lets them in', joined(ETCD, DENY, policy(`${OF_DB}, ingress: [{from: [{podSelector: {}}]}]`)), []],
    ['addresses may be theirs', joined(ETCD, policy(`${OF_DB}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]`)), []],
    ['everybody may come to the port', joined(ETCD, policy(`${OF_DB}, ingress: [{ports: [{port: 2380}]}]`)), []],
    ['a range of ports', joined(ETCD, policy(`${OF_DB}, ingress: [{ports: [{port: 2000, endPort: 3000}]}]`)), []],
    ['the port of clients alone', joined(ETCD, policy(`${OF_DB}, ingress: [{ports: [{port: 2379}]}]`)), PARTED],
    ['by the name of the port', joined(set('image: "quay.io/coreos/etcd:v3.5.13", ports: [{name: peer, containerPort: 2380}]'), policy(`${OF_DB}, ingress: [{ports: [{port: peer}]}]`)), []],
    ['UDP is another port', joined(ETCD, policy(`${OF_DB}, ingress: [{ports: [{port: 2380, protocol: UDP}]}]`)), PARTED],
    ['one member has nobody to talk to', joined(set('image: "quay.io/coreos/etcd:v3.5.13"', 1), DENY), []],
    ['a program that is not known', joined(set('image: "a:1"'), DENY), []],
    ['a program that is not known, which names its peers', joined(set('image: "a:1", args: ["--join=db-0.db:5000,db-1.db.default.svc:5000"]'), DENY), PARTED],
    ['MongoDB without a replica set', joined(set('image: "mongo:7"'), DENY), []],
    ['the way out', joined(ETCD, policy(`${OF_DB}, policyTypes: [Egress]`)), []],
    ['another enforcer may let them in', joined(ETCD, DENY, object('cilium.io/v2', 'CiliumNetworkPolicy', 'c', 'spec: {}')), []],
    ['another port that it was told', joined(set('image: "cockroachdb/cockroach:v24.3.0", args: [start, --port=5000]'), DENY), []],
  ],
  'policy-port-name': [
    ['a policy without such pods', policy(`${OF_DB}, ingress: [{ports: [{port: a}]}]`), []],
    ['one of several pods has it', joined(set('image: "a:1", ports: [{name: a, containerPort: 1}]'), policy(`${OF_DB}, ingress: [{ports: [{port: a}]}]`)), []],
  ],
  'rbac-rule-grants-nothing': [
    ['a star for a part', object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', 'rules: [{apiGroups: [""], resources: ["pods/*"], verbs: [get]}]'), ['warning /rules/0/resources/0']],
    ['a star for the resource', object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', 'rules: [{apiGroups: ["*"], resources: ["*/scale"], verbs: [get]}]'), []],
  ],
  'schedule-step': [
    ['as long as the hour', cronJob('*/60 * * * *'), []],
    ['longer than a day', cronJob('0 */48 * * *'), ['warning /spec/schedule']],
    ['every minute of one hour', cronJob('* 3 * * *'), ['warning /spec/schedule']],
    ['every minute of several hours', cronJob('* 9-17 * * *'), []],
    ['every minute', cronJob('* * * * *'), []],
    ['a word', cronJob('@daily'), []],
  ],
  'local-traffic-only': [
    ['pods on each node beside it', joined(set('image: "a:1"'), service('internalTrafficPolicy: Local'),
      object('apps/v1', 'DaemonSet', 'd', 'spec: {template: {metadata: {labels: {app: db}}, spec: {containers: []}}}')), []],
    ['a name without an address', joined(set('image: "a:1"'), service('internalTrafficPolicy: Local, clusterIP: None')), []],
  ],
  'static-volume-reclaim': [
    ['one that somebody wrote', volume(''), ['warning /spec/persistentVolumeReclaimPolicy']],
    ['one that a provisioner made', volume(', annotations: {pv.kubernetes.io/provisioned-by: example.com/nfs}'), []],
  ],
  'overwritten-secret-key': [
    ['the same value', object('v1', 'Secret', 's', 'data: {a: YQ==}, stringData: {a: a}'), []],
    ['another value', object('v1', 'Secret', 's', 'data: {a/b: YQ==}, stringData: {a/b: b}'), ['warning /data/a~1b']],
  ],
  'token-without-account': [
    ['the account that every namespace has', '{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: s, annotations: {kubernetes.io/service-account.name: default}}}', []],
  ],
  'deadline-before-ready': [
    ['by a minute', deployment('replicas: 1', 'initialDelaySeconds: 599,'), []],
    ['with the time that it must stay ready', deployment('minReadySeconds: 60', 'initialDelaySeconds: 590,'), LATE],
    ['with a longer deadline', deployment('progressDeadlineSeconds: 1200', 'initialDelaySeconds: 900,'), []],
  ],
  'competing-autoscalers': [
    ['memory and cpu', joined(set('image: "a:1"'), scaler(CPU), vertical('resourcePolicy: {containerPolicies: [{containerName: "*", controlledResources: [memory]}]}')), []],
    ['an amount that does not depend on requests', joined(set('image: "a:1"'), scaler(CPU.replace('Utilization, averageUtilization: 70', 'AverageValue, averageValue: 1')), vertical('')), []],
    ['KEDA that takes it over', joined(set('image: "a:1"'), scaler(CPU), '{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: k, annotations: '
      + '{scaledobject.keda.sh/transfer-hpa-ownership: "true"}}, spec: {scaleTargetRef: {kind: StatefulSet, name: db}}}'), []],
    ['KEDA beside it', joined(set('image: "a:1"'), scaler(CPU), object('keda.sh/v1alpha1', 'ScaledObject', 'k', 'spec: {scaleTargetRef: {kind: StatefulSet, name: db}}')),
      ['warning /spec/scaleTargetRef/name']],
  ],
  'job-made-again': [
    ['nobody compares', job(''), []],
    ['Argo CD', job('annotations: {argocd.argoproj.io/tracking-id: a}'), ['warning /spec/ttlSecondsAfterFinished']],
    ['a hook of Argo CD', job('annotations: {argocd.argoproj.io/tracking-id: a, argocd.argoproj.io/hook: PreSync}'), []],
  ],
  'tls-host': [
    ['a certificate for more hosts', ingress('"*.example.com"', '{host: a.example.com}'), []],
    ['a rule for all hosts', ingress('a.example.com', '{}'), []],
    ['another domain', ingress('a.example.com', '{host: a.example.org}'), ['warning /spec/tls/0/hosts']],
  ],
});
