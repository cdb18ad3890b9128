import { joined, object, testCases } from './cases';

// Beyond the examples in the checks themselves: troubles that people ask about, and what is like them and no trouble.

const pod = (name: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, labels: {app: ${name}}}, spec: {${spec} containers: [{name: main, image: "a:1"}]}}`;
const scaler = (target: string) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', `spec: {maxReplicas: 5, scaleTargetRef: {${target}, name: web}}`);
const volume = (server: string) => object('v1', 'PersistentVolume', 'a', `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], nfs: {server: "${server}", path: /a}}`);
const storageClass = (rest: string) => object('storage.k8s.io/v1', 'StorageClass', 'disks', rest);
const EBS = storageClass('provisioner: ebs.csi.aws.com');
const postgres = (mount: string, { env = '', claim = '', image = 'postgres:16.4' } = {}) => object('apps/v1', 'StatefulSet', 'db', `spec: {serviceName: db, selector: {matchLabels: {app: db}},
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "${image}", env: [${env}], volumeMounts: [{name: data, ${mount}}]}]}},
  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ${claim}}}]}`);
const ROOT = 'mountPath: /var/lib/postgresql/data';
const budget = object('policy/v1', 'PodDisruptionBudget', 'all', 'spec: {maxUnavailable: 1, selector: {}}');
const service = (spec: string) => object('v1', 'Service', 'peers', `spec: {ports: [{port: 80}], ${spec}}`);
const NAMED = 'hostname: a, subdomain: peers,';
const job = (containers: string, kind = 'Job') => object('batch/v1', kind, 'j', kind === 'Job' ? `spec: {${JOB(containers)}}` : `spec: {schedule: "0 1 * * *", jobTemplate: {spec: {${JOB(containers)}}}}`);
const JOB = (containers: string) => `template: {spec: {restartPolicy: Never, containers: [${containers}]}}`;
const PROXY = '{name: proxy, image: "docker.io/istio/proxyv2:1.24.1"}';

const onNode = (spec: string, env = 'name: URL, value: "http://peers.default.svc:80"') => `{apiVersion: v1, kind: Pod, metadata: {name: agent, labels: {app: agent}},
  spec: {${spec}, containers: [{name: main, image: "a:1", env: [{${env}}]}]}}`;
const PEERS = service('clusterIP: None, selector: {app: db}');
const members = (container: string, replicas = 3) => object('apps/v1', 'StatefulSet', 'db', `spec: {serviceName: peers, replicas: ${replicas}, selector: {matchLabels: {app: db}},
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, ${container}}]}}}`);
const JOIN = 'image: "cockroachdb/cockroach:v24.3.0", args: ["start --join db-0.peers:26257"]';
const webhook = (rest: string, resources = 'pods') => object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'w', `webhooks: [{name: w.example.com,
  clientConfig: {service: {name: peers, namespace: default}}, rules: [{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["${resources}"]}], ${rest}}]`);
const ANSWERS = joined(service('selector: {app: a}'), pod('a'));

testCases({
  'unscalable-target': [
    ['the version does not count', scaler('apiVersion: apps/v1beta1, kind: Deployment'), []],
    ['a group that has other kinds', scaler('apiVersion: apps/v1, kind: ReplicationController'), ['warning /spec/scaleTargetRef/apiVersion']],
    ['kinds that cannot be scaled', scaler('apiVersion: apps/v1, kind: DaemonSet'), ['warning /spec/scaleTargetRef/kind']],
    ['a Deployment of somebody else', scaler('apiVersion: example.com/v1, kind: Deployment'), []],
  ],
  'two-defaults': [
    ['the server refuses a second default of priority', joined(...['a', 'b'].map(name => object('scheduling.k8s.io/v1', 'PriorityClass', name, 'value: 1, globalDefault: true'))),
      ['error /globalDefault']],
    ['of IngressClasses', joined(...['a', 'b'].map(name => object('networking.k8s.io/v1', 'IngressClass', `${name}, annotations: {ingressclass.kubernetes.io/is-default-class: "true"}`,
      'spec: {controller: a.example.com/b}'))), ['warning /metadata/annotations']],
  ],
  'nfs-server-address': [
    ['a URL in a volume', volume('nfs://files.example.com/a'), ['error /spec/nfs/server']],
    ['an address of IPv6', volume('2001:db8::5'), []],
    ['a name', volume('files.example.com'), []],
  ],
  'lost-and-found': [
    ['a sub-directory of the volume', joined(EBS, postgres(`${ROOT}, subPath: pgdata`)), []],
    ['a file system without it', joined(storageClass('provisioner: ebs.csi.aws.com, parameters: {csi.storage.k8s.io/fstype: xfs}'), postgres(ROOT)), []],
    ['a driver that is not known to make it', joined(storageClass('provisioner: nfs.csi.k8s.io'), postgres(ROOT)), []],
    ['a class that is not among the manifests', postgres(ROOT), []],
    ['data that comes with the volume', joined(EBS, postgres(ROOT, { claim: 'dataSource: {kind: VolumeSnapshot, apiGroup: snapshot.storage.k8s.io, name: s}' })), []],
    ['18 makes a directory for itself', joined(EBS, postgres('mountPath: /var/lib/postgresql', { image: 'postgres:18.1' })), []],
    ['the root in other words', joined(EBS, postgres(`${ROOT}/`, { env: '{name: PGDATA, value: /var/lib/postgresql/data}' })), ['warning /spec/template/spec/containers/0/volumeMounts/0']],
  ],
  'budget-of-all-pods': [
    ['one workload', joined(budget, pod('a')), ['info /spec/selector']],
    ['two are counted together', joined(budget, pod('a'), pod('b')), ['warning /spec/selector']],
    ['pods that are not seen', budget, []],
  ],
  'subdomain-service': [
    ['no Service', pod('a', NAMED), ['warning /spec/subdomain']],
    ['a Service of other pods', joined(pod('a', NAMED), service('clusterIP: None, selector: {app: b}')), ['warning /spec/subdomain']],
    ['a Service that somebody writes the endpoints of', joined(pod('a', NAMED), service('clusterIP: None')), []],
    ['nobody asks for the name of a pod without a hostname', pod('a', 'subdomain: peers,'), []],
    ['pods of an indexed Job have one', object('batch/v1', 'Job', 'j', `spec: {completionMode: Indexed, completions: 2, template: {spec: {subdomain: peers, restartPolicy: Never,
      containers: [{name: main, image: "a:1"}]}}}`), ['warning /spec/template/spec/subdomain']],
  ],
  'node-dns': [
    ['the default is ClusterFirst', joined(PEERS, onNode('hostNetwork: true')), ['warning /spec/dnsPolicy']],
    ['Default is the DNS of the node', joined(PEERS, onNode('dnsPolicy: Default')), ['warning /spec/dnsPolicy']],
    ['it calls nobody here', joined(PEERS, onNode('hostNetwork: true', 'name: URL, value: "http://example.com"')), []],
    ['its own name', joined(service('selector: {app: agent}'), onNode('hostNetwork: true')), []],
    ['servers that it names itself', joined(PEERS, onNode('hostNetwork: true, dnsConfig: {nameservers: [10.96.0.10]}')), []],
    ['names that it has in a file', joined(PEERS, onNode('hostNetwork: true, hostAliases: [{ip: 10.0.0.1, hostnames: [peers.default.svc]}]')), []],
  ],
  'peers-not-published': [
    ['a probe that asks the program', joined(PEERS, members(`${JOIN}, readinessProbe: {exec: {command: [ready]}}`)), ['warning /spec/publishNotReadyAddresses']],
    ['an open port is enough', joined(PEERS, members(`${JOIN}, readinessProbe: {tcpSocket: {port: 26257}}`)), []],
    ['no probe', joined(PEERS, members(JOIN)), []],
    ['one member', joined(PEERS, members(`${JOIN}, readinessProbe: {exec: {command: [ready]}}`, 1)), []],
    ['a program that is not known', joined(PEERS, members(`${JOIN.replace('cockroach:', 'shop:')}, readinessProbe: {exec: {command: [ready]}}`)), []],
  ],
  'webhook-of-own-pods': [
    ['the policy is Fail where nobody says it', joined(webhook(''), ANSWERS), ['warning /webhooks/0/failurePolicy']],
    ['it may be without an answer', joined(webhook('failurePolicy: Ignore'), ANSWERS), []],
    ['other objects', joined(webhook('', 'deployments'), ANSWERS), []],
    ['labels that its pods do not have', joined(webhook('objectSelector: {matchLabels: {inject: "yes"}}'), ANSWERS), []],
    ['labels of a namespace that is not seen', joined(webhook('namespaceSelector: {matchExpressions: [{key: skip, operator: DoesNotExist}]}'), ANSWERS), []],
    ['conditions', joined(webhook('matchConditions: [{name: a, expression: "false"}]'), ANSWERS), []],
    ['pods that are not seen', joined(webhook(''), service('selector: {app: a}')), []],
  ],
  'job-beside-proxy': [
    ['in each run of a CronJob', job(`{name: main, image: "a:1"}, ${PROXY}`, 'CronJob'), ['warning /spec/jobTemplate/spec/template/spec/containers/1']],
    ['the program stops it', job(`{name: main, image: "a:1", args: ["run && curl -X POST localhost:15020/quitquitquit"]}, ${PROXY}`), []],
    ['a proxy that is the job', job(PROXY), []],
    ['a proxy that is not known', job('{name: main, image: "a:1"}, {name: proxy, image: "example.com/proxy:1"}'), []],
  ],
});
