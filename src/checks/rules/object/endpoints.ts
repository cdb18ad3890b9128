import { example } from './examples';
import { Broken, Rule, forRecords, forRepeated, isText, rulesFor } from './rule';
import { CANONICAL_IP, looseFamilyOf } from '../../../kubernetes/formats/address';
import { FULL_HOST_NAME } from '../../../kubernetes/formats/dns-subdomain';
import { specialIp } from '../../../kubernetes/formats/special-address';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const endpointAddresses: Rule = {
  id: 'endpoint-addresses',
  why: 'endpoints are addresses of Pods or other hosts: at least one, of the type that is promised, and reachable from other nodes',
  fix: 'write addresses of the right IP family that are neither loopback nor link-local',
  bad: example('Endpoints', 'v1', 'subsets: [{addresses: [{ip: 127.0.0.1}], ports: [{port: 80}]}]'),
  good: example('Endpoints', 'v1', 'subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{port: 80}]}]'),
  exampleVersion: '1.32',
};

export const endpointPorts: Rule = {
  id: 'endpoint-ports',
  why: 'ports of endpoints are matched with those of the Service by name',
  fix: 'give each port a name of its own',
  bad: example('Endpoints', 'v1', 'subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{port: 80}, {port: 81}]}]'),
  good: example('Endpoints', 'v1', 'subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{name: a, port: 80}, {name: b, port: 81}]}]'),
  exampleVersion: '1.32',
};

export const endpointHints: Rule = {
  id: 'endpoint-node-hints',
  why: 'a hint names the nodes for which an endpoint is meant, each once',
  severity: 'error',
  since: '1.34',
  fix: 'name at most 8 nodes, each once',
  bad: example('EndpointSlice', 'discovery.k8s.io/v1', 'addressType: IPv4', 'endpoints: [{addresses: [192.0.2.1], hints: {forNodes: [{name: a}, {name: a}]}}]'),
  good: example('EndpointSlice', 'discovery.k8s.io/v1', 'addressType: IPv4', 'endpoints: [{addresses: [192.0.2.1], hints: {forNodes: [{name: a}, {name: b}]}}]'),
};

/** Since when an address is written in one way only. */
const CANONICAL: Readonly<Record<string, Rule>> = {
  IPv4: { ...endpointAddresses, since: '1.36' },
  IPv6: { ...endpointAddresses, since: '1.33' },
};

const RULES = [endpointAddresses, endpointPorts, endpointHints];

export const endpointsRules: ObjectCheck = rulesFor(['/Endpoints'], RULES, (endpoints, broken) => {
  forRecords(endpoints.subsets, (subset, index) => checkSubset(subset, `/subsets/${index}`, broken));
});

function checkSubset(subset: Record<string, any>, at: string, broken: Broken) {
  const addresses = listOf(subset.addresses);
  const notReady = listOf(subset.notReadyAddresses);
  if (addresses.length === 0 && notReady.length === 0) { broken(endpointAddresses, at, 'the subset has no addresses', 'add addresses or notReadyAddresses'); }
  addresses.forEach((address, index) => checkIp(recordOf(address).ip, undefined, `${at}/addresses/${index}/ip`, broken));
  notReady.forEach((address, index) => checkIp(recordOf(address).ip, undefined, `${at}/notReadyAddresses/${index}/ip`, broken));
  const ports = listOf(subset.ports);
  ports.forEach((port, index) => {
    if (ports.length > 1 && !isText(recordOf(port).name)) { broken(endpointPorts, `${at}/ports/${index}/name`, 'of several ports each needs a name', 'add a name'); }
  });
}

function checkIp(ip: unknown, family: unknown, at: string, broken: Broken) {
  if (typeof ip !== 'string' || ip === '' && !family) { return; }
  const actual = looseFamilyOf(ip);
  if (family && actual !== family) {
    broken(endpointAddresses, at, `${show(ip)} is no ${family} address`, `write an ${family} address, or another addressType`);
    return;
  }
  const special = actual && specialIp(ip);
  if (special) { broken(endpointAddresses, at, `${show(ip)} cannot be reached from elsewhere: ${special}`); }
}

const MAX_ADDRESSES = 100;
const MAX_ENDPOINTS = 1000;
const MAX_PORTS = 20_000;
const MAX_ZONE_HINTS = 8;
const MAX_NODE_HINTS = 8;

export const endpointSliceRules: ObjectCheck = rulesFor(['discovery.k8s.io/EndpointSlice'], RULES, (slice, broken) => {
  const endpoints = listOf(slice.endpoints);
  if (endpoints.length > MAX_ENDPOINTS) { broken(endpointAddresses, '/endpoints', `there are ${endpoints.length} endpoints, and ${MAX_ENDPOINTS} are allowed`, 'make it several slices'); }
  forRecords(endpoints, (endpoint, index) => checkEndpoint(endpoint, slice.addressType, `/endpoints/${index}`, broken));
  const ports = listOf(slice.ports).map(recordOf);
  if (ports.length > MAX_PORTS) { broken(endpointPorts, '/ports', `there are ${ports.length} ports, and ${MAX_PORTS} are allowed`, 'make it several slices'); }
  forRepeated(ports, port => `name ${port.name ?? ''}`, (port, index) =>
    broken(endpointPorts, `/ports/${index}/name`, `the name ${show(port.name ?? '')} is there already`));
});

function checkEndpoint(endpoint: Record<string, any>, type: unknown, at: string, broken: Broken) {
  const addresses = listOf(endpoint.addresses);
  if (addresses.length > MAX_ADDRESSES) { broken(endpointAddresses, `${at}/addresses`, `there are ${addresses.length} addresses, and ${MAX_ADDRESSES} are allowed`); }
  addresses.forEach((address, index) => {
    const path = `${at}/addresses/${index}`;
    if (type === 'FQDN' && typeof address === 'string' && !FULL_HOST_NAME.fits(address)) {
      broken(endpointAddresses, path, `${show(address)} is no fully qualified domain name`, 'write a name with a domain, such as db.example.com');
    }
    if (type !== 'IPv4' && type !== 'IPv6') { return; }
    checkIp(address ?? '', type, path, broken);
    if (typeof address === 'string' && looseFamilyOf(address) === type && !CANONICAL_IP.fits(address)) {
      broken(CANONICAL[type], path, `${show(address)} is not written as the server writes it`, `write ${CANONICAL_IP.mustBe}`);
    }
  });
  const nodes = listOf(recordOf(endpoint.hints).forNodes);
  if (nodes.length > MAX_NODE_HINTS) { broken(endpointHints, `${at}/hints/forNodes`, `there are ${nodes.length} nodes, and ${MAX_NODE_HINTS} are allowed`); }
  forRepeated(nodes, node => recordOf(node).name, (node, index) => broken(endpointHints, `${at}/hints/forNodes/${index}/name`, `the node ${show(node.name)} is there already`));
  const zones = listOf(recordOf(endpoint.hints).forZones);
  if (zones.length > MAX_ZONE_HINTS) { broken(endpointAddresses, `${at}/hints/forZones`, `there are ${zones.length} zones, and ${MAX_ZONE_HINTS} are allowed`); }
  forRepeated(zones, zone => recordOf(zone).name, (zone, index) =>
    broken(endpointAddresses, `${at}/hints/forZones/${index}/name`, `the zone ${show(zone.name)} is there already`, 'name each zone once'));
}
