import { facts, said, set, together, workload } from './support';
import { aliases } from '../../src/describe/access';

const access = (text: string) => said('access', text);
const policy = (spec: string) => `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {matchLabels: {app: db}}, ${spec}}}`;
const WEB = workload('Deployment');

test('what no policy restricts is open', () => {
  expect(access(set())).toContain('No NetworkPolicy restricts its pods: every pod of the cluster may reach them on every port that they listen on, and they may reach everything.');
});

test.each([
  ['ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]',
    'May be reached on port 5432 by pods with app=web of namespace shop: Deployment shop/web (NetworkPolicy p).'],
  ['ingress: [{from: [{podSelector: {matchLabels: {app: x}}}]}]', 'May be reached on every port by pods with app=x of namespace shop: none among the manifests'],
  ['ingress: [{from: [{podSelector: {}}]}]', 'by every pod of namespace shop'],
  ['ingress: [{from: [{namespaceSelector: {}}]}]', 'by every pod of every namespace'],
  ['ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]', 'by every pod of namespace ops'],
  ['ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}]}]', 'by every pod of namespaces with team=a'],
  ['ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]', 'by addresses 10.0.0.0/8 without 10.1.0.0/16'],
  ['ingress: [{ports: [{port: 1}, {port: 5, endPort: 9}, {port: 53, protocol: UDP}]}]', 'on ports 1, 5 to 9 and 53 UDP by everybody'],
  ['ingress: []', 'No pod may reach its pods (NetworkPolicy p).'],
  ['policyTypes: [Ingress]', 'No NetworkPolicy restricts whom its pods may reach.'],
  ['policyTypes: [Egress]', 'No NetworkPolicy restricts who may reach its pods'],
  ['policyTypes: [Egress]', 'Its pods may reach nobody (NetworkPolicy p).'],
  ['policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: 80}]}]', 'May reach on port 80 every pod of namespace shop (NetworkPolicy p).'],
  ['policyTypes: [Egress], egress: [{ports: [{port: 80}]}]', 'No rule opens port 53: its pods cannot resolve names.'],
  ['policyTypes: [Egress]', 'NetworkPolicies hold only where the network plugin enforces them: not known from the manifests.'],
])('%s', (spec, expected) => {
  expect(access(together(set(), WEB))).not.toContain(expected);
  expect(access(together(set(), WEB, policy(spec)))).toContain(expected);
});

test('a rule for names is enough', () => {
  expect(access(together(set(), policy('policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}]')))).not.toContain('cannot resolve');
});

const service = (spec: string) => `{apiVersion: v1, kind: Service, metadata: {name: out, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 80, nodePort: 30080}], ${spec}}}`;

test.each([
  ['type: NodePort', 'Service shop/out opens port 80 as 30080 on every node (NodePort).'],
  ['type: LoadBalancer', 'Service shop/out opens port 80 to all that reach its load balancer (LoadBalancer).'],
  ['type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]', 'to 10.0.0.0/8 (LoadBalancer)'],
  ['externalIPs: [192.0.2.1]', 'takes what comes to the nodes for 192.0.2.1.'],
])('a Service with %s', (spec, expected) => {
  expect(access(together(set(), service('type: ClusterIP')))).not.toContain(expected);
  expect(access(together(set(), service(spec)))).toContain(expected);
});

test('what routes to the pods from outside', () => {
  const ingress = (more: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {${more}rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: db, port: {number: 80}}}}]}}]}}`;

  expect(access(together(set(), ingress('')))).toContain('Ingress shop/i routes requests for shop.example.com to Service db, without TLS.');
  expect(access(together(set(), ingress('tls: [{hosts: [shop.example.com]}], ')))).toContain('with TLS.');
});

test('ports of the node', () => {
  expect(access(set().replace('containerPort: 5432', 'containerPort: 5432, hostPort: 5000'))).toContain('Port 5000 of the node leads to the pod (hostPort).');
});

test('as whom the pods speak to the API server', () => {
  const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: shop}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: default, namespace: shop}]}';

  expect(access(set())).toContain('Its pods speak to the API server as ServiceAccount shop/default, to which the manifests grant nothing.');
  expect(access(together(set(), role))).toContain('to which the manifests grant ClusterRole view in shop.');
  expect(access(set({ pod: 'automountServiceAccountToken: false' }))).toContain('Its pods have no token for the API server.');
});

test('Services that are another name', () => {
  const all = facts('{apiVersion: v1, kind: Service, metadata: {name: out, namespace: shop}, spec: {type: ExternalName, externalName: db.example.com}}');

  expect(aliases(all)).toEqual([{ text: 'Service shop/out is another name of db.example.com.' }]);
});
