import { example } from './examples';
import { Broken, Rule, forRepeated, isGiven, isText, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { CIDR_WITH_SPACES, looseFamilyOf } from '../../../kubernetes/formats/address';
import { HOST_NAME } from '../../../kubernetes/formats/dns-subdomain';
import { inVersion } from '../../../kubernetes/formats/format';
import { NODE_PORT, PORT } from '../../../kubernetes/formats/port';
import { specialIp } from '../../../kubernetes/formats/special-address';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

function serviceExample(spec: string): string {
  return example('Service', 'v1', `spec: {selector: {app: web}, ${spec}}`);
}

export const servicePorts: Rule = {
  id: 'service-ports',
  why: 'a Service is reached through its ports: each is known by its name, and by its number and protocol',
  fix: 'give the Service at least one port (a headless one may have none); of several each its own name, number and protocol',
  bad: serviceExample('ports: [{port: 80}, {port: 81}]'),
  good: serviceExample('ports: [{name: http, port: 80}, {name: admin, port: 81}]'),
};

export const serviceNodePorts: Rule = {
  id: 'service-node-port',
  why: 'only the types NodePort and LoadBalancer open a port on every node, and each port there belongs to one Service port',
  fix: 'remove nodePort, or write type: NodePort',
  bad: serviceExample('ports: [{port: 80, nodePort: 30080}]'),
  good: serviceExample('type: NodePort, ports: [{port: 80, nodePort: 30080}]'),
};

export const serviceClusterIp: Rule = {
  id: 'service-cluster-ip',
  why: 'a Service has at most one address of each IP family; a headless one has none, and can be reached from inside only',
  fix: 'leave clusterIP out, or write None for a headless Service of type ClusterIP',
  bad: serviceExample('type: NodePort, clusterIP: None, ports: [{port: 80}]'),
  good: serviceExample('clusterIP: None, ports: [{port: 80}]'),
};

export const serviceExternalName: Rule = {
  id: 'service-external-name',
  why: 'a Service of type ExternalName is an alias in DNS and nothing else',
  fix: 'write externalName, and remove clusterIP, ipFamilies and ipFamilyPolicy',
  bad: example('Service', 'v1', 'spec: {type: ExternalName}'),
  good: example('Service', 'v1', 'spec: {type: ExternalName, externalName: db.example.com}'),
};

export const serviceIpFamilies: Rule = {
  id: 'service-ip-families',
  why: 'two addresses need a dual-stack policy, and each IP family can stand there once',
  fix: 'write ipFamilyPolicy: PreferDualStack with two families, or name one family',
  bad: serviceExample('ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6], ports: [{port: 80}]'),
  good: serviceExample('ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6], ports: [{port: 80}]'),
};

export const serviceTypeFields: Rule = {
  id: 'service-type-field',
  why: 'traffic policy, health check port and load balancer settings belong to Services that are reached from outside',
  fix: 'remove the field, or change the type of the Service',
  bad: serviceExample('externalTrafficPolicy: Local, ports: [{port: 80}]'),
  good: serviceExample('type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]'),
};

export const serviceAffinity: Rule = {
  id: 'service-session-affinity',
  why: 'a client is remembered by its IP address or not at all; if it is not, the API server drops sessionAffinityConfig without a word',
  severity: 'warning',
  fix: 'write sessionAffinity: ClientIP, or remove sessionAffinityConfig',
  bad: serviceExample('sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}, ports: [{port: 80}]'),
  good: serviceExample('sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}, ports: [{port: 80}]'),
};

export const serviceExternalIp: Rule = {
  id: 'service-external-ip',
  why: 'traffic from outside arrives at these addresses, so they can be neither loopback nor link-local',
  fix: 'write addresses that are routed to the nodes',
  bad: serviceExample('externalIPs: [127.0.0.1], ports: [{port: 80}]'),
  good: serviceExample('externalIPs: [192.0.2.1], ports: [{port: 80}]'),
  exampleVersion: '1.35',
};

export const nodePortRange: Rule = {
  id: 'node-port-range',
  why: 'node ports are taken from a range of the cluster, 30000 to 32767 unless its API server was started with another',
  fix: 'write a nodePort from 30000 to 32767, or leave it out and get one',
  bad: serviceExample('type: NodePort, ports: [{port: 80, nodePort: 80}]'),
  good: serviceExample('type: NodePort, ports: [{port: 80, nodePort: 30080}]'),
};

export const topologyAnnotations: Rule = {
  id: 'service-topology-annotation',
  why: 'topology-mode is the new name of topology-aware-hints; the API server refuses both with different values',
  fix: 'remove service.kubernetes.io/topology-aware-hints',
  bad: annotatedService(`${HINTS}: Auto, ${MODE}: Disabled`),
  good: annotatedService(`${MODE}: Auto`),
};

export const kubeletPort: Rule = {
  id: 'service-kubelet-port',
  why: 'a load balancer at the port of the kubelet would open each node to the outside',
  severity: 'error',
  until: '1.33',
  exampleVersion: '1.32',
  fix: 'take another port',
  bad: serviceExample('type: LoadBalancer, ports: [{port: 10250}]'),
  good: serviceExample('type: LoadBalancer, ports: [{port: 443}]'),
};

function annotatedService(annotations: string): string {
  return serviceExample('ports: [{port: 80}]').replace('{name: web}', `{name: web, annotations: {${annotations}}}`);
}

const RULES = [
  nodePortRange, topologyAnnotations, serviceExternalIp, servicePorts, serviceNodePorts, serviceClusterIp, serviceExternalName,
  serviceIpFamilies, serviceTypeFields, kubeletPort,
  serviceAffinity,
];

export const serviceRules: ObjectCheck = rulesFor(['/Service'], RULES, (service, broken, model) => {
  const spec = recordOf(service.spec);
  const type = isText(spec.type) ? spec.type : 'ClusterIP';
  checkPorts(type, spec, broken);
  if (type === 'ExternalName') { checkExternalName(spec, broken); } else { checkAddresses(type, spec, broken); }
  checkTypeFields(type, service, spec, broken, model);
  checkTrafficPolicy(type, spec, broken, model);
  checkAffinity(spec, broken);
  checkNodePortRange(spec, broken);
  const annotations = recordOf(service.metadata?.annotations);
  if (isGiven(annotations[HINTS]) && isGiven(annotations[MODE]) && annotations[HINTS] !== annotations[MODE]) {
    broken(topologyAnnotations, `/metadata/annotations${pointer(HINTS)}`, `the two annotations say ${show(annotations[HINTS])} and ${show(annotations[MODE])}`);
  }
  listOf(spec.externalIPs).forEach((ip, index) => {
    const special = specialIp(ip);
    if (special) { broken(serviceExternalIp, `/spec/externalIPs/${index}`, `traffic cannot arrive at ${show(ip)}: ${special}`); }
  });
});

const KUBELET_PORT = 10250;

function checkPorts(type: string, spec: Record<string, any>, broken: Broken) {
  const ports = listOf(spec.ports).map(recordOf);
  if (ports.length === 0 && (Array.isArray(spec.ports) || !isGiven(spec.ports)) && type !== 'ExternalName' && spec.clusterIP !== 'None') { broken(servicePorts, '/spec/ports', 'the Service has no ports'); }
  forRepeated(ports, port => port.name, (port, index) =>
    broken(servicePorts, `/spec/ports/${index}/name`, `another port of this Service is already called ${show(port.name)}`));
  forRepeated(ports, port => isGiven(port.port) ? `${show(port.port)}/${show(port.protocol || 'TCP')}` : undefined, (port, index) =>
    broken(servicePorts, `/spec/ports/${index}/port`, `port ${port.port}/${port.protocol || 'TCP'} is there already`));
  forRepeated(ports, port => port.nodePort ? `${port.nodePort}/${port.protocol || 'TCP'}` : undefined, (port, index) =>
    broken(serviceNodePorts, `/spec/ports/${index}/nodePort`, `nodePort ${port.nodePort} is taken by another port of this Service`, 'take another nodePort'));
  ports.forEach((port, index) => {
    if (ports.length > 1 && !isText(port.name)) { broken(servicePorts, `/spec/ports/${index}/name`, 'of several ports each needs a name', 'add a name'); }
    if (type === 'ClusterIP' && port.nodePort) { broken(serviceNodePorts, `/spec/ports/${index}/nodePort`, 'a Service of type ClusterIP has no nodePort'); }
    if (type === 'LoadBalancer' && port.port === KUBELET_PORT) {
      broken(kubeletPort, `/spec/ports/${index}/port`, `port ${KUBELET_PORT} belongs to the kubelet and is never opened to the outside`, 'take another port');
    }
  });
}

function checkNodePortRange(spec: Record<string, any>, broken: Broken) {
  const outside = (port: unknown) => typeof port === 'number' && PORT.fits(port) && !NODE_PORT.fits(port);
  listOf(spec.ports).forEach((port, index) => {
    const { nodePort } = recordOf(port);
    if (outside(nodePort)) { broken(nodePortRange, `/spec/ports/${index}/nodePort`, `nodePort ${nodePort} is not ${NODE_PORT.mustBe}`); }
  });
  if (outside(spec.healthCheckNodePort)) {
    broken(nodePortRange, '/spec/healthCheckNodePort', `healthCheckNodePort ${spec.healthCheckNodePort} is not ${NODE_PORT.mustBe}`);
  }
}

function checkExternalName(spec: Record<string, any>, broken: Broken) {
  if (!isText(spec.externalName)) { broken(serviceExternalName, '/spec/externalName', 'the Service does not say what it is an alias of', 'add externalName'); }
  if (isText(spec.externalName) && !HOST_NAME.fits(spec.externalName)) {
    broken(serviceExternalName, '/spec/externalName', `${show(spec.externalName)} is no DNS name in lower case`, 'write a name such as db.example.com');
  }
  for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) {
    const value = spec[field];
    if (isGiven(value) && value !== '' && !(Array.isArray(value) && value.length === 0)) {
      broken(serviceExternalName, `/spec/${field}`, `an ExternalName Service cannot have ${field}`, `remove ${field}`);
    }
  }
}

function checkAddresses(type: string, spec: Record<string, any>, broken: Broken) {
  const ips = listOf(spec.clusterIPs);
  const { clusterIP } = spec;
  if (clusterIP === 'None' && type !== 'ClusterIP') {
    broken(serviceClusterIp, '/spec/clusterIP', `a Service of type ${type} cannot be headless`, 'write type: ClusterIP, and add a second Service of the other type beside it; or remove clusterIP');
  }
  if (ips.length > 0 && isText(clusterIP) && ips[0] !== clusterIP) {
    broken(serviceClusterIp, '/spec/clusterIPs/0', `the first of clusterIPs, ${show(ips[0])}, is not clusterIP, ${show(clusterIP)}`, 'write the same address in both, or clusterIP only');
  }
  if (ips.length > 0 && !isText(clusterIP)) {
    broken(serviceClusterIp, '/spec/clusterIPs', 'clusterIPs is given without clusterIP', 'write clusterIP');
  }
  if (ips.length > 1 && ips.includes('None')) { broken(serviceClusterIp, '/spec/clusterIPs', 'None stands beside an address', 'write None alone'); }
  if (ips.length > 2) { broken(serviceClusterIp, '/spec/clusterIPs', `there are ${ips.length} addresses, and a Service has at most two`, 'leave one of each IP family'); }
  checkFamilies(spec, ips.length > 0 ? ips : isText(clusterIP) ? [clusterIP] : [], broken);
}

function checkFamilies(spec: Record<string, any>, ips: readonly any[], broken: Broken) {
  const families = listOf(spec.ipFamilies);
  forRepeated(families, family => family, (family, index) =>
    broken(serviceIpFamilies, `/spec/ipFamilies/${index}`, `${show(family)} is there already`, 'name each IP family once'));
  const found = ips.map(ip => isText(ip) ? looseFamilyOf(ip) : undefined);
  if (found.length === 2 && found[0] && found[0] === found[1]) {
    broken(serviceClusterIp, '/spec/clusterIPs', `both addresses are ${found[0]}`, 'leave one of each IP family');
  }
  found.forEach((family, index) => {
    if (family && index < families.length && family !== families[index]) {
      broken(serviceIpFamilies, `/spec/ipFamilies/${index}`, `${show(ips[index])} is an ${family} address, not ${show(families[index])}`, 'name the families of the addresses');
    }
  });
  const isAnywhere = spec.clusterIP === 'None' && Object.keys(recordOf(spec.selector)).length === 0;
  const policy = spec.ipFamilyPolicy ?? (isAnywhere ? 'RequireDualStack' : 'SingleStack');
  if (policy === 'SingleStack' && (families.length > 1 || ips.length > 1)) {
    broken(serviceIpFamilies, '/spec/ipFamilyPolicy', `${families.length > 1 ? 'two IP families' : 'two addresses'} are given, but the policy is SingleStack`);
  }
}

/** Since when a Service is reached from outside by external addresses, too. */
const EXTERNAL_ADDRESSES_TOO = '1.29';

function checkTrafficPolicy(type: string, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  const byAddress = type === 'ClusterIP' && listOf(spec.externalIPs).length > 0 && model.isSince(EXTERNAL_ADDRESSES_TOO);
  if (!isText(spec.externalTrafficPolicy) || type === 'NodePort' || type === 'LoadBalancer' || byAddress) { return; }
  broken(serviceTypeFields, '/spec/externalTrafficPolicy', `externalTrafficPolicy works with type NodePort or LoadBalancer only, not with type ${type}`);
}

function checkTypeFields(type: string, service: Manifest, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  const wrong = (field: string, types: string) => broken(serviceTypeFields, `/spec/${field}`, `${field} works with ${types} only, not with type ${type}`);
  if (spec.healthCheckNodePort && !(type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local')) {
    wrong('healthCheckNodePort', 'type LoadBalancer and externalTrafficPolicy Local');
  }
  if (type === 'LoadBalancer') {
    checkRangesAnnotation(spec, recordOf(service.metadata?.annotations)[SOURCE_RANGES], broken, model);
    return;
  }
  if (isGiven(spec.allocateLoadBalancerNodePorts)) { wrong('allocateLoadBalancerNodePorts', 'type LoadBalancer'); }
  if (isGiven(spec.loadBalancerClass)) { wrong('loadBalancerClass', 'type LoadBalancer'); }
  if (listOf(spec.loadBalancerSourceRanges).length > 0) {
    wrong('loadBalancerSourceRanges', 'type LoadBalancer');
  } else if (isGiven(recordOf(service.metadata?.annotations)[SOURCE_RANGES])) {
    broken(serviceTypeFields, `/metadata/annotations${pointer(SOURCE_RANGES)}`, `the annotation works with type LoadBalancer only, not with type ${type}`);
  }
}

/** The annotation counts where the field is not given: ranges parted by commas. */
function checkRangesAnnotation(spec: Record<string, any>, ranges: unknown, broken: Broken, model: ApiModel) {
  if (!isText(ranges) || ranges.trim() === '' || listOf(spec.loadBalancerSourceRanges).length > 0) { return; }
  if (!ranges.split(',').every(inVersion(CIDR_WITH_SPACES, model.version).fits)) {
    broken(serviceTypeFields, `/metadata/annotations${pointer(SOURCE_RANGES)}`, `${show(ranges)} is no list of IP ranges`, 'write ranges such as 10.240.0.0/24,10.250.0.0/24');
  }
}

function checkAffinity({ sessionAffinity, sessionAffinityConfig }: Record<string, any>, broken: Broken) {
  if (sessionAffinity !== 'ClientIP' && isRecord(sessionAffinityConfig)) {
    broken(serviceAffinity, '/spec/sessionAffinityConfig', `sessionAffinityConfig works with sessionAffinity ClientIP only, not with ${show(sessionAffinity || 'None')}`);
  }
}
