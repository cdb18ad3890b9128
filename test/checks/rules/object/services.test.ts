import { testRules, of } from './rule-cases';
import { Manifest } from '../../../../src/kubernetes/manifest';

const service = (spec: string): Manifest => of('Service', 'v1', `spec: {${spec}}`);

testRules([
  ['a headless Service needs no ports', service('clusterIP: None')],
  ['any other needs one', service('selector: {a: b}'), 'service-ports /spec/ports'],
  ['one number in two protocols', service('ports: [{name: a, port: 53}, {name: b, port: 53, protocol: UDP}]')],
  ['one number twice', service('ports: [{name: a, port: 53}, {name: b, port: 53}]'), 'service-ports /spec/ports/1/port'],
  ['one name twice', service('ports: [{name: a, port: 53}, {name: a, port: 54}]'), 'service-ports /spec/ports/1/name'],
  ['one node port twice', service('type: NodePort, ports: [{name: a, port: 1, nodePort: 30000}, {name: b, port: 2, nodePort: 30000}]'), 'service-node-port /spec/ports/1/nodePort'],
  ['the port of the kubelet', service('type: LoadBalancer, ports: [{port: 10250}]')],
  ['an alias of what is no name', service('type: ExternalName, externalName: A_b'), 'service-external-name /spec/externalName'],
  ['a name that ends with a dot', service('type: ExternalName, externalName: a.example.com.')],
  ['clusterIP of an alias', service('type: ExternalName, externalName: a.example.com, clusterIP: None, ipFamilies: []'), 'service-external-name /spec/clusterIP'],
  ['two addresses of one family', service('ipFamilyPolicy: PreferDualStack, clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2], ports: [{port: 1}]'), 'service-cluster-ip /spec/clusterIPs'],
  ['two addresses of two families', service('ipFamilyPolicy: PreferDualStack, clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1"], ports: [{port: 1}]')],
  ['two addresses without a policy', service('clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1"], ports: [{port: 1}]'), 'service-ip-families /spec/ipFamilyPolicy'],
  ['two families without a policy', service('ipFamilies: [IPv4, IPv6], selector: {a: b}, clusterIP: None'), 'service-ip-families /spec/ipFamilyPolicy'],
  ['two families of what has no Pods of its own', service('ipFamilies: [IPv4, IPv6], clusterIP: None')],
  ['clusterIPs without clusterIP', service('clusterIPs: [10.0.0.1], ports: [{port: 1}]'), 'service-cluster-ip /spec/clusterIPs'],
  ['clusterIPs that starts with another', service('clusterIP: 10.0.0.2, clusterIPs: [10.0.0.1], ports: [{port: 1}]'), 'service-cluster-ip /spec/clusterIPs/0'],
  ['None beside an address', service('ipFamilyPolicy: PreferDualStack, clusterIP: None, clusterIPs: [None, 10.0.0.1]'), 'service-cluster-ip /spec/clusterIPs'],
  ['three addresses', service('ipFamilyPolicy: PreferDualStack, clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1", 10.0.0.2], ports: [{port: 1}]'), 'service-cluster-ip /spec/clusterIPs'],
  ['an address of another family', service('clusterIP: 10.0.0.1, ipFamilies: [IPv6], ports: [{port: 1}]'), 'service-ip-families /spec/ipFamilies/0'],
  ['one family twice', service('ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv4], ports: [{port: 1}]'), 'service-ip-families /spec/ipFamilies/1'],
  ['what only load balancers have',
    service('loadBalancerClass: a/b, loadBalancerSourceRanges: [10.0.0.0/8], allocateLoadBalancerNodePorts: false, healthCheckNodePort: 30000, ports: [{port: 1}]'),
    'service-type-field /spec/healthCheckNodePort', 'service-type-field /spec/allocateLoadBalancerNodePorts', 'service-type-field /spec/loadBalancerClass',
    'service-type-field /spec/loadBalancerSourceRanges'],
  ['source ranges in an annotation',
    { ...service('ports: [{port: 1}]'), metadata: { name: 'a', annotations: { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8' } } },
    'service-type-field /metadata/annotations/service.beta.kubernetes.io~1load-balancer-source-ranges'],
  ['source ranges in an annotation that are none',
    { ...service('type: LoadBalancer, ports: [{port: 1}]'), metadata: { name: 'a', annotations: { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, a' } } },
    'service-type-field /metadata/annotations/service.beta.kubernetes.io~1load-balancer-source-ranges'],
  ['a health check port out of range', service('type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 80, ports: [{port: 1}]'), 'node-port-range /spec/healthCheckNodePort'],
  ['a link-local external address', service('externalIPs: [169.254.1.1, "fe80::1", "::", "ff02::1", 224.0.0.5, 10.0.0.1], ports: [{port: 1}]'),
    ...[0, 1, 2, 3, 4].map(index => `service-external-ip /spec/externalIPs/${index}`)],
]);

const SOURCES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const sources = (ranges: string) => ({ ...service('type: LoadBalancer, ports: [{port: 1}]'), metadata: { name: 'a', annotations: { [SOURCES]: ranges } } });

describe('addresses are written as one likes until 1.35', () => {
  testRules([
    ['source ranges with zeros in front', sources('010.0.0.0/8, 10.0.0.1/8')],
    ['an address of another family with zeros in front', service('clusterIP: 010.0.0.1, ipFamilies: [IPv6], ports: [{port: 1}]'), 'service-ip-families /spec/ipFamilies/0'],
  ], '1.35');
  testRules([['source ranges with bits behind their length', sources('10.0.0.1/8'), `service-type-field /metadata/annotations/${SOURCES.replace('/', '~1')}`]], '1.36');
});

describe('endpoints', () => {
  const slice = (type: string, body: string) => of('EndpointSlice', 'discovery.k8s.io/v1', `addressType: ${type}, ${body}`);

  testRules([
    ['a subset without addresses', of('Endpoints', 'v1', 'subsets: [{ports: [{port: 80}]}]'), 'endpoint-addresses /subsets/0'],
    ['addresses that are not ready', of('Endpoints', 'v1', 'subsets: [{notReadyAddresses: [{ip: 10.0.0.1}, {ip: "::1"}]}]'), 'endpoint-addresses /subsets/0/notReadyAddresses/1/ip'],
    ['an IPv6 address in a slice of IPv4', slice('IPv4', 'endpoints: [{addresses: ["fd00::1"]}]'), 'endpoint-addresses /endpoints/0/addresses/0'],
    ['a domain name', slice('FQDN', 'endpoints: [{addresses: [db.example.com]}]')],
    ['a name without a domain', slice('FQDN', 'endpoints: [{addresses: [db]}]'), 'endpoint-addresses /endpoints/0/addresses/0'],
    ['two ports without a name', slice('IPv4', 'endpoints: [], ports: [{port: 1}, {name: "", port: 2}]'), 'endpoint-ports /ports/1/name'],
    ['one zone twice', slice('IPv4', 'endpoints: [{addresses: [10.0.0.1], hints: {forZones: [{name: a}, {name: a}]}}]'), 'endpoint-addresses /endpoints/0/hints/forZones/1/name'],
    ['too many addresses', slice('IPv4', `endpoints: [{addresses: [${Array(101).fill('10.0.0.1').join(', ')}]}]`), 'endpoint-addresses /endpoints/0/addresses'],
  ]);
});

describe('policies and ingresses', () => {
  const policy = (rule: string) => of('NetworkPolicy', 'networking.k8s.io/v1', `spec: {podSelector: {}, egress: [${rule}]}`);
  const path = (fields: string) => of('Ingress', 'networking.k8s.io/v1', `spec: {rules: [{http: {paths: [{backend: {service: {name: a, port: {number: 80}}}, ${fields}}]}}]}`);
  const backend = (fields: string) => of('Ingress', 'networking.k8s.io/v1', `spec: {defaultBackend: {${fields}}}`);
  const PEER = '/spec/egress/0/to/0';

  testRules([
    ['a namespace and Pods in it', policy('{to: [{podSelector: {}, namespaceSelector: {}}]}')],
    ['addresses and Pods', policy('{to: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}'), `network-policy-peer ${PEER}/ipBlock`],
    ['an exception as large as the range', policy('{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}'), `network-policy-ip-block ${PEER}/ipBlock/except/0`],
    ['an exception of IPv6', policy('{to: [{ipBlock: {cidr: "fd00::/8", except: ["fd00:1::/32", "fe00::/32"]}}]}'), `network-policy-ip-block ${PEER}/ipBlock/except/1`],
    ['a range with a zero in front, and no part of it', policy('{to: [{ipBlock: {cidr: 010.0.0.0/8, except: [11.0.0.0/16]}}]}'), `network-policy-ip-block ${PEER}/ipBlock/except/0`],
    ['an exception with a zero in front', policy('{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [010.1.0.0/16]}}]}')],
    ['a range without a start', policy('{ports: [{endPort: 80}]}'), 'network-policy-port /spec/egress/0/ports/0/endPort'],
    ['a range that goes down', policy('{ports: [{port: 90, endPort: 80}]}'), 'network-policy-port /spec/egress/0/ports/0/endPort'],
    ['a range of one port', policy('{ports: [{port: 80, endPort: 80}]}')],
    ['a path that is read as it is', path('pathType: ImplementationSpecific, path: /a//b')],
    ['no path for Prefix', path('pathType: Prefix'), 'ingress-path /spec/rules/0/http/paths/0/path'],
    ['no path is fine where the controller reads it', path('pathType: ImplementationSpecific')],
    ['a path that goes up', path('pathType: Exact, path: /a/..'), 'ingress-path /spec/rules/0/http/paths/0/path'],
    ['a backend that is nothing', backend(''), 'ingress-backend /spec/defaultBackend'],
    ['a backend that is two things', backend('service: {name: a, port: {number: 1}}, resource: {kind: A, name: a}'), 'ingress-backend /spec/defaultBackend/resource'],
    ['another object', backend('resource: {apiGroup: example.com, kind: Bucket, name: a}')],
    ['another object without a name', backend('resource: {apiGroup: A_, kind: a/b}'), 'ingress-backend /spec/defaultBackend/resource/apiGroup',
      'ingress-backend /spec/defaultBackend/resource/kind', 'ingress-backend /spec/defaultBackend/resource/name'],
    ['a port by name and number', backend('service: {name: a, port: {number: 1, name: b}}'), 'ingress-backend /spec/defaultBackend/service/port'],
    ['parameters in a namespace that is not named', of('IngressClass', 'networking.k8s.io/v1', 'spec: {controller: a/b, parameters: {kind: A, name: a, scope: Namespace}}'),
      'ingress-class-parameters /spec/parameters/namespace'],
  ]);
});
