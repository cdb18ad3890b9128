import { joined, testCases } from './cases';

// Beyond the examples in the checks themselves: what objects of one namespace do to each other.

const pod = (app: string, container: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: ${app}, labels: {app: ${app}, all: yes-all}}, spec: {${spec} containers: [{name: main, image: "a:1", ${container}}]}}`;
const port = (number: number) => `ports: [{containerPort: ${number}}]`;
const policy = (spec: string) => `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: {podSelector: {matchLabels: {app: web}}, ${spec}}}`;
const service = (spec: string) => `{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {${spec}}}`;
const job = '{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {metadata: {labels: {all: yes-all}}, spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}';
const limits = (item: string) => `{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{${item}}]}}`;
const quota = (hard: string) => `{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {${hard}}}}`;
const claim = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}';
const deployment = (replicas: number, resources: string) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: ${replicas}, selector: {matchLabels: {app: web}},
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: main, image: "a:1", resources: ${resources}}]}}}}`;

const route = (name: string, ingressClassName: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: ${name}}, spec: {
  ingressClassName: ${ingressClassName}, rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}}`;

const TO_DB = 'egress: [{to: [{podSelector: {matchLabels: {app: db}}}], ports: [{port: 5432}]}';
const WEB = pod('web', port(8080));

testCases({
  'egress-without-dns': [
    ['one policy may open what another one does not', joined(WEB, policy(`${TO_DB}]`), policy('egress: [{ports: [{port: 53, protocol: UDP}]}]').replace('name: p', 'name: dns')), []],
    ['TCP alone is not enough', joined(WEB, policy(`${TO_DB}, {ports: [{port: 53}]}]`)), ['warning /spec/egress']],
    ['a policy that lets nobody out means it', joined(WEB, policy('policyTypes: [Egress]')), []],
    ['a policy for the way in closes none out', joined(WEB, policy('ingress: []')), []],
    ['addresses may be those of the DNS', joined(WEB, policy('egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]')), []],
    ['with the network of the node nobody limits them', joined(pod('web', port(80), 'hostNetwork: true,'), policy(`${TO_DB}]`)), []],
  ],
  'policy-of-service-port': [
    ['a port that the pods have is right', joined(WEB, policy('ingress: [{ports: [{port: 8080}]}]'), service('selector: {app: web}, ports: [{port: 8080, targetPort: 9090}]')), []],
    ['without a Service nobody knows better', joined(WEB, policy('ingress: [{ports: [{port: 80}]}]')), []],
  ],
  'policy-namespace-label': [
    ['a Namespace with the label is found', joined('{apiVersion: v1, kind: Namespace, metadata: {name: m, labels: {name: m}}}', policy('ingress: [{from: [{namespaceSelector: {matchLabels: {name: m}}}]}]')), []],
    ['labels of others are theirs', joined('{apiVersion: v1, kind: Namespace, metadata: {name: m}}', policy('ingress: [{from: [{namespaceSelector: {matchLabels: {team: n}}}]}]')), []],
  ],
  'duplicate-route': [
    ['one controller has both', joined(route('a', 'nginx'), route('b', 'nginx')), ['warning /spec/rules/0/http/paths/0/path']],
    ['each controller has its own', joined(route('a', 'nginx'), route('b', 'traefik')), []],
    ['each has a load balancer of its own', joined(route('a', 'alb'), route('b', 'alb')), []],
  ],
  'headless-port': [
    ['names of ports are those of the pods', service('clusterIP: None, selector: {app: web}, ports: [{port: 80, targetPort: http}]'), []],
    ['endpoints written by hand have their own ports', service('clusterIP: None, ports: [{port: 80, targetPort: 8080}]'), []],
  ],
  'service-mixes-workloads': [
    ['pods of a Job are sent to as well', joined(WEB, job, service('selector: {all: yes-all}, ports: [{port: 8080}]')), ['warning /spec/selector']],
    ['two that have the port are meant', joined(WEB, pod('web2', port(8080)), service('selector: {all: yes-all}, ports: [{port: 8080}]')), []],
    ['who declares no port may have it', joined(WEB, pod('other', ''), service('selector: {all: yes-all}, ports: [{port: 8080}]')), []],
    ['a name picks those that have it', joined(pod('web', 'ports: [{name: http, containerPort: 8080}]'), pod('db', port(5432)), service('selector: {all: yes-all}, ports: [{port: 80, targetPort: http}]')), []],
  ],
  'limit-range-refuses': [
    ['a limit above the max', joined(limits('type: Container, max: {cpu: 1}'), pod('a', 'resources: {limits: {cpu: 2}}')), ['error /spec/containers/0/resources']],
    ['a max is the limit of those without one', joined(limits('type: Container, max: {cpu: 1}'), pod('a', 'resources: {requests: {cpu: 2}}')), ['error /spec/containers/0/resources']],
    ['what fits is well', joined(limits('type: Container, min: {cpu: 100m}, max: {cpu: 1}'), pod('a', 'resources: {requests: {cpu: 200m}}')), []],
    ['claims have bounds, too', joined(limits('type: PersistentVolumeClaim, min: {storage: 5Gi}'), claim), ['error /spec/resources/requests/storage']],
    ['other resources have theirs', joined(limits('type: Container, default: {cpu: 1}'), pod('a', 'resources: {requests: {memory: 2Gi}}')), []],
  ],
  'quota-exceeded': [
    ['requests of all replicas count', joined(quota('requests.cpu: 1'), deployment(3, '{requests: {cpu: 500m}}')), ['error /spec/hard/requests.cpu']],
    ['what is enough is well', joined(quota('requests.cpu: 2, pods: 3'), deployment(3, '{requests: {cpu: 500m}}')), []],
    ['a limit is a request where there is none', joined(quota('memory: 1Gi'), deployment(2, '{limits: {memory: 1Gi}}')), ['error /spec/hard/memory']],
    ['sizes of claims count', joined(quota('requests.storage: 500Mi'), claim), ['error /spec/hard/requests.storage']],
  ],
});
