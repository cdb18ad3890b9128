import { joined, object, testCases } from './cases';

// Beyond the examples in the checks themselves: what published charts write on purpose, and what is like it and a mistake.

const RBAC = 'rbac.authorization.k8s.io/v1';
const pod = (spec: string, metadata = '') => `{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}, ${metadata}}, spec: {${spec}}}`;
const open = (ports: string, spec = '') => pod(`${spec} containers: [{name: main, image: "a:1", ports: [${ports}]}]`);
const service = (spec: string, name = 'web') => object('v1', 'Service', name, `spec: {${spec}}`);
const bound = (kind: string, name: string, role: string, rules: string) => joined(
  object(RBAC, role, name, `rules: [${rules}]`),
  object(RBAC, kind, name, `roleRef: {apiGroup: ${RBAC}, kind: ${role}, name: ${name}}, subjects: [{kind: ServiceAccount, name: web, namespace: default}]`));
const LABELLER = bound('RoleBinding', 'r', 'Role', '{apiGroups: [""], resources: [pods], verbs: [get, patch]}');
const READER = bound('RoleBinding', 'r', 'Role', '{apiGroups: [""], resources: [pods], verbs: [get, list]}');
const LEADER = service('ports: [{port: 80}], selector: {app: web, leader: "true"}');
const IN_ROLE = bound('RoleBinding', 'a', 'Role', '{apiGroups: [networking.k8s.io], resources: [ingressclasses], verbs: [get]}');
const set = (spec: string) => object('apps/v1', 'StatefulSet', 'web',
  `spec: {serviceName: web, ${spec}, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: main, image: "a:1"}]}}}`);
const WEB = service('ports: [{port: 80}], selector: {app: web}');
const calls = (words: string) => pod(`containers: [{name: main, image: "a:1", command: ${words}}]`);
const members = (name: string, replicas: number, image = 'mongo:8.0.4') => object('apps/v1', 'StatefulSet', name,
  `spec: {serviceName: ${name}, replicas: ${replicas}, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: db, image: "${image}"}]}}}`);
const policy = (name: string, app: string, types = 'Ingress') => object('networking.k8s.io/v1', 'NetworkPolicy', name, `spec: {podSelector: {matchLabels: {app: ${app}}}, policyTypes: [${types}]}`);
const monitor = (labels: string, namespace: string) => object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm',
  `spec: {namespaceSelector: {matchNames: [${namespace}]}, selector: {matchLabels: {${labels}}}, endpoints: [{port: https}]}`, 'namespace: other');
const placed = (namespace: string) => object('v1', 'Service', 'web', 'spec: {ports: [{port: 80}]}', `namespace: ${namespace}`);
const reads = (metadata: string) => object('v1', 'Pod', 'web', 'spec: {containers: [{name: main, image: "a:1", envFrom: [{secretRef: {name: login}}]}]}', metadata);
const disks = (volume: string) => object('apps/v1', 'StatefulSet', 'web',
  `spec: {serviceName: web, selector: {matchLabels: {app: web}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}],
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: main, image: "a:1"}], volumes: [${volume}]}}}`);
const probed = (rest: string) => pod(`containers: [{name: main, image: "a:1", ${rest}, ports: [{name: http, containerPort: 8080}], readinessProbe: {httpGet: {path: /, port: http, scheme: HTTPS}}}]`);
const logs = (paths: string[]) => pod(`containers: [{name: main, image: "a:1"}], volumes: [${paths.map((path, i) => `{name: v${i}, hostPath: {path: ${path}}}`)}]`);
const EXTERNAL = object('external-secrets.io/v1', 'ExternalSecret', 'login', 'spec: {data: [{secretKey: password}]}');

testCases({
  'service-selects-pods': [
    ['a label that a program gives to its own pods', joined(LEADER, LABELLER, open('')), ['info /spec/selector']],
    ['an account of the binding that names no namespace', joined(LEADER, LABELLER.replace(', namespace: default}', '}'), open('')), ['info /spec/selector']],
    ['a program that may only read pods', joined(LEADER, READER, open('')), ['warning /spec/selector']],
    ['a value that no pod has, of a label that pods have', joined(service('ports: [{port: 80}], selector: {app: webb}'), LABELLER, open('')), ['warning /spec/selector']],
    ['a second label that fits no pod', joined(service('ports: [{port: 80}], selector: {app: webb, leader: "true"}'), LABELLER, open('')), ['warning /spec/selector']],
  ],
  'missing-claim': [
    ['a claim template takes the place of the volume', disks('{name: data, persistentVolumeClaim: {claimName: data}}'), []],
    ['another volume', disks('{name: other, persistentVolumeClaim: {claimName: data}}'), ['warning /spec/template/spec/volumes/0/persistentVolumeClaim/claimName']],
  ],
  'shadowed-volume': [
    ['the claim of the template is meant', disks('{name: data, persistentVolumeClaim: {claimName: data}}'), ['info /spec/template/spec/volumes/0']],
    ['another claim', disks('{name: data, persistentVolumeClaim: {claimName: old}}'), ['warning /spec/template/spec/volumes/0']],
  ],
  'probe-scheme': [
    ['a server with certificates', probed('args: [start --certs-dir=/certs]'), []],
    ['a server without', probed('args: [start]'), ['warning /spec/containers/0/readinessProbe/httpGet/scheme']],
  ],
  'docker-only-directory': [
    ['logs of all runtimes', logs(['/var/lib/docker/containers', '/var/log']), ['info /spec/volumes/0/hostPath/path']],
    ['logs of Docker alone', logs(['/var/lib/docker/containers', '/var/run/app']), ['warning /spec/volumes/0/hostPath/path']],
    ['the socket of Docker', logs(['/var/run/docker.sock', '/var/log']), ['warning /spec/volumes/0/hostPath/path']],
  ],
  'network-policy-selects-pods': [
    ['pods of a hook that is switched off, where all others have a policy', joined(policy('a', 'web'), policy('b', 'setup'), open('')), ['info /spec/podSelector']],
    ['pods that stay open', joined(policy('a', 'web', 'Egress'), policy('b', 'setup'), open('')), ['warning /spec/podSelector']],
  ],
  'service-target-port': [
    ['a port of the node', joined(service('ports: [{port: 443, targetPort: 4244}], selector: {app: web}'), open('{containerPort: 80}', 'hostNetwork: true,')), []],
    ['all that is declared is for a monitor', joined(service('ports: [{port: 80}], selector: {app: web}'), open('{containerPort: 15090, name: http-envoy-prom}')), []],
    ['other ports of the Service fit', joined(service('ports: [{name: a, port: 80}, {name: b, port: 81}], selector: {app: web}'), open('{containerPort: 80}')), ['info /spec/ports/1']],
    ['no port fits', joined(service('ports: [{name: a, port: 80}, {name: b, port: 81}], selector: {app: web}'), open('{containerPort: 8080}')), ['warning /spec/ports/0', 'warning /spec/ports/1']],
  ],
  'image-tag': [
    ['Istio writes the image', pod('containers: [{name: istio-proxy, image: auto}]', 'annotations: {inject.istio.io/templates: gateway}'), []],
    ['nobody writes it', pod('containers: [{name: main, image: auto}]'), ['warning /spec/containers/0/image']],
  ],
  'words-after-script': [
    ['two dashes end the options', calls('[/bin/bash, -c, --, "ls | wc"]'), []],
    ['a word after that script', calls('[/bin/bash, -c, --, sleep, "5"]'), ['warning /spec/containers/0/command/4']],
  ],
  'even-quorum': [
    ['an arbiter votes, too', joined(members('db', 2), members('db-arbiter', 1)), []],
    ['an arbiter of something else', joined(members('db', 2), members('web-arbiter', 1, 'redis:7.4.1')), ['warning /spec/replicas']],
  ],
  'rbac-rule-grants-nothing': [
    ['the account has the right by a ClusterRole', joined(IN_ROLE, bound('ClusterRoleBinding', 'b', 'ClusterRole', '{apiGroups: [networking.k8s.io], resources: [ingressclasses], verbs: [get, list]}')), []],
    ['the ClusterRole has another right', joined(IN_ROLE, bound('ClusterRoleBinding', 'b', 'ClusterRole', '{apiGroups: [networking.k8s.io], resources: [ingressclasses], verbs: [list]}')), ['warning /rules/0/resources/0']],
    ['nobody has the Role', object(RBAC, 'Role', 'a', 'rules: [{apiGroups: [""], resources: [nodes], verbs: [get]}]'), ['warning /rules/0/resources/0']],
  ],
  'headless-service': [
    ['one pod, reached by its Service', joined(WEB, set('replicas: 1')), ['info /spec/serviceName']],
    ['one pod that another one asks for by its name', joined(WEB, set('replicas: 1'), object('v1', 'ConfigMap', 'c', 'data: {host: web-0.web}')), ['warning /spec/serviceName']],
    ['members', joined(WEB, set('replicas: 3')), ['warning /spec/serviceName']],
  ],
  'governing-service': [
    ['one pod', set('replicas: 1'), ['info /spec/serviceName']],
    ['members', set('replicas: 3'), ['warning /spec/serviceName']],
  ],
  'monitor-selects-ports': [
    ['the API server', joined(placed('default'), monitor('component: apiserver, provider: kubernetes', 'default')), []],
    ['what the cluster runs', joined(placed('kube-system'), monitor('k8s-app: kubelet', 'kube-system')), []],
    ['a Service that is not there', joined(placed('default'), monitor('component: apiservers', 'default')), ['warning /spec/selector']],
  ],
  'missing-secret': [
    ['what makes it goes to the same namespace', joined(EXTERNAL, reads('namespace: shop')), []],
    ['what makes it is in another namespace', joined(EXTERNAL.replace('{name: login, ', '{name: login, namespace: other, '), reads('namespace: shop')), ['warning /spec/containers/0/envFrom/0/secretRef/name']],
  ],
});
