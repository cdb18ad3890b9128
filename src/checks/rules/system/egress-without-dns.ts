import { WEB, objectYaml, podYaml, together } from './examples';
import { OTHER_POLICIES } from './policies';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const DNS = 53;

const example = (dns: string) => together(
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: 5432}]}${dns}]}`),
  podYaml(WEB));

export const egressWithoutDns: Check = {
  id: 'egress-without-dns',
  why: 'a policy for egress also closes the way to the DNS of the cluster: pods that may connect to a Service cannot find its address, and every name ends with a time-out',
  severity: 'warning',
  run: function* (inventory, { references }) {
    if (OTHER_POLICIES.some(kind => inventory.ofKind(kind).length > 0)) { return; }
    const limited = new Map<Pods, Manifest>();
    const served = new Set<Pods>();
    // Policies with one selector have one list of pods.
    const seen = oncePerKey((_: readonly Pods[]) => new Set<string>());
    for (const { from, selector, namespaces } of references.selectionsFor('restricts')) {
      const ways = egressOf(from);
      const all = references.pods.select(selector, namespaces[0]);
      if (ways === 'not limited' || ways === 'nobody' || seen(all).has(ways)) { continue; }
      seen(all).add(ways);
      for (const pods of all) {
        if (ways === 'names') { served.add(pods); }
        if (ways === 'no names' && !limited.has(pods)) { limited.set(pods, from); }
      }
    }
    const told = new Set<Manifest>();
    for (const [pods, policy] of limited) {
      if (served.has(pods) || told.has(policy) || usesNoDns(pods)) { continue; }
      told.add(policy);
      yield {
        object: policy,
        path: '/spec/egress',
        message: `${titleOf(policy)} lets ${titleOf(pods.workload)} out, but not to the DNS of the cluster (UDP port 53), so its pods find no names`,
        fix: 'add to egress: {to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}], ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]}',
      };
    }
  },
  bad: example(''),
  good: example(', {to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}], ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]}'),
};

/** Whether a policy lets pods out to whom they ask for names. One that lets nobody out means it. */
function egressOf({ spec }: Manifest): 'not limited' | 'nobody' | 'names' | 'no names' {
  const { policyTypes, egress } = recordOf(spec);
  const rules = listOf(egress).map(recordOf);
  const isLimited = Array.isArray(policyTypes) ? policyTypes.includes('Egress') : rules.length > 0;
  if (!isLimited) { return 'not limited'; }
  if (rules.length === 0) { return 'nobody'; }
  return rules.some(({ to, ports }) => opensDns(ports) && (listOf(to).length === 0 || listOf(to).some(isElsewhere))) ? 'names' : 'no names';
}

/** Where the DNS may be; peers without a selector of namespaces are in the policy's own. */
function isElsewhere(peer: unknown): boolean {
  const { namespaceSelector, ipBlock } = recordOf(peer);
  return isRecord(namespaceSelector) || isRecord(ipBlock);
}

/** No ports are all ports. A name may be that of the DNS. */
function opensDns(ports: unknown): boolean {
  return listOf(ports).length === 0 || listOf(ports).map(recordOf).some(({ port, endPort, protocol = 'TCP' }) => protocol === 'UDP'
    && (typeof port !== 'number' || port === DNS || typeof endPort === 'number' && port <= DNS && endPort >= DNS));
}

function usesNoDns({ template: { spec } }: Pods): boolean {
  return spec.hostNetwork === true || spec.dnsPolicy === 'None' || spec.dnsPolicy === 'Default';
}
