import { Manifest, listOf, recordOf } from '../../src/kubernetes/manifest';

/** Where a connection comes from or goes to: a pod, or an address outside of the cluster. */
export interface Endpoint {
  readonly namespace?: string;
  /** Of the namespace, beside its name. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** An address outside of the cluster, in 10.0.0.0/8 or not. */
  readonly address?: string;
}

/**
 * Whether NetworkPolicies let a connection through, as a network plugin that enforces them decides: a pod that no policy
 * selects is open; one that is selected is open to what any of its policies allows. Both ends must agree.
 */
export function mayConnect(policies: readonly Manifest[], from: Endpoint, to: Endpoint, port: number, protocol = 'TCP'): boolean {
  return isAllowed(policies, to, from, 'Ingress', port, protocol) && isAllowed(policies, from, to, 'Egress', port, protocol);
}

function isAllowed(policies: readonly Manifest[], subject: Endpoint, other: Endpoint, type: 'Ingress' | 'Egress', port: number, protocol: string): boolean {
  if (subject.address) { return true; }
  const own = policies.filter(({ kind, metadata, spec }) => kind === 'NetworkPolicy' && metadata!.namespace === subject.namespace
    && selects(spec.podSelector, subject.labels) && listOf(spec.policyTypes).includes(type));
  const [rules, peers] = type === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return own.length === 0 || own.some(({ metadata, spec }) => listOf(spec[rules]).map(recordOf).some(rule =>
    hasPort(rule.ports, port, protocol)
    && (!rule[peers] || listOf(rule[peers]).map(recordOf).some(peer => isPeer(peer, other, metadata!.namespace!)))));
}

function hasPort(ports: unknown, port: number, protocol: string): boolean {
  return ports === undefined || listOf(ports).map(recordOf).some(open => open.port === port && (open.protocol ?? 'TCP') === protocol);
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: Record<string, any>, other: Endpoint, namespace: string): boolean {
  if (ipBlock) { return other.address !== undefined && (ipBlock.cidr === '0.0.0.0/0' || (ipBlock.cidr === '10.0.0.0/8' && other.address.startsWith('10.'))); }
  if (other.address) { return false; }
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace!, ...other.namespaceLabels })
    : other.namespace === namespace;
  return inNamespace && (!podSelector || selects(podSelector, other.labels));
}

function selects(selector: unknown, labels: Readonly<Record<string, string>> = {}): boolean {
  const { matchLabels = {}, matchExpressions } = recordOf(selector);
  if (matchExpressions) { throw new Error('expressions are not evaluated here'); }
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}
