import { podExample } from './examples';
import { Broken, Rule, isGiven, isText } from './rule';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';

export const podDns: Rule = {
  id: 'pod-dns',
  why: "dnsPolicy None leaves a container with what dnsConfig gives it, and the container's resolver reads only so much",
  fix: 'give dnsPolicy None at least one nameserver; at most 3 nameservers, 32 search domains and 2048 characters of them',
  bad: podExample('dnsPolicy: None'),
  good: podExample('dnsPolicy: None', 'dnsConfig: {nameservers: [192.0.2.1]}'),
};

export const hostnameOverride: Rule = {
  id: 'hostname-override',
  why: 'a Pod gets its host name from one place, and on the network of the node it has that of the node',
  since: '1.35',
  fix: 'remove hostnameOverride, or setHostnameAsFQDN and hostNetwork',
  bad: podExample('hostnameOverride: db.example.com', 'setHostnameAsFQDN: true'),
  good: podExample('hostnameOverride: db.example.com'),
};

export const POD_DNS_RULES = [podDns, hostnameOverride];

const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_LENGTH = 2048;

export function checkPodDns(pod: Manifest, broken: Broken) {
  const spec = recordOf(pod.spec);
  const { dnsPolicy, dnsConfig } = spec;
  for (const field of isGiven(spec.hostnameOverride) ? ['setHostnameAsFQDN', 'hostNetwork'] : []) {
    if (spec[field] === true) { broken(hostnameOverride, '/spec/hostnameOverride', `both hostnameOverride and ${field} are given`); }
  }
  if (dnsPolicy !== 'None' && !isGiven(dnsConfig)) { return; }
  const nameservers = listOf(recordOf(dnsConfig).nameservers);
  if (dnsPolicy === 'None' && nameservers.length === 0) {
    broken(podDns, '/spec/dnsConfig/nameservers', 'dnsPolicy is None and no nameserver is given', 'add dnsConfig.nameservers, or take another dnsPolicy');
  }
  if (!isRecord(dnsConfig)) { return; }
  if (nameservers.length > MAX_NAMESERVERS) {
    broken(podDns, '/spec/dnsConfig/nameservers', `there are ${nameservers.length} nameservers, and resolvers read ${MAX_NAMESERVERS}`, `leave at most ${MAX_NAMESERVERS}`);
  }
  const searches = listOf(dnsConfig.searches);
  if (searches.length > MAX_SEARCHES) {
    broken(podDns, '/spec/dnsConfig/searches', `there are ${searches.length} search domains, and ${MAX_SEARCHES} are allowed`, `leave at most ${MAX_SEARCHES}`);
  } else if (searches.filter(isText).join(' ').length > MAX_SEARCH_LENGTH) {
    broken(podDns, '/spec/dnsConfig/searches', `the search domains have more than ${MAX_SEARCH_LENGTH} characters together`, 'leave some out');
  }
}
