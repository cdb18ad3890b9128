import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { IPBlock, LabelSelector, NetworkPolicy, NetworkPolicyIngressRule, NetworkPolicyPeer } from '../../kubernetes/api/types.generated';
import { CIDR, isPartOf, rangeOf } from '../../kubernetes/formats/address';
import { anyObject, everyProblem, fitting, listOf, readProps, required, struct, text } from '../../props/fields';
import { LABELS } from '../../props/value-fields';
import { addObject } from '../../synthesis/add-object';
import { NamedPort } from '../options/named-port';
import { NetworkPeer } from '../options/network-peer';

const SELECTOR = struct<LabelSelector>({ matchLabels: LABELS, matchExpressions: listOf(anyObject('{ key: "team", operator: "Exists" }')) }, '{ matchLabels: { team: "data" } }');
const RANGE = fitting(text('10.0.0.0/8'), CIDR);
const PEER = struct<NetworkPolicyPeer>({
  podSelector: SELECTOR,
  namespaceSelector: SELECTOR,
  ipBlock: struct<IPBlock>({ cidr: required(RANGE), except: listOf(RANGE) }, '{ cidr: "10.0.0.0/8" }'),
}, '{ namespaceSelector: {} }');

/** Why nobody can be let in like this; an empty list means that somebody can. */
export function peerProblems(networkPeer: NetworkPeer): string[] {
  const peer: NetworkPolicyPeer = networkPeer.toPeer();
  const problems = everyProblem(readProps(PEER, peer));
  const range = rangeOf(peer.ipBlock?.cidr);
  const outside = problems.length > 0 || !range ? [] : (peer.ipBlock?.except ?? []).filter(except => !isPartOf(rangeOf(except)!, range));
  return problems
    .concat(outside.map(except => `'except' must be a part of ${peer.ipBlock?.cidr}, got '${except}'; write a smaller range, or leave it out`))
    .map(problem => `'allowFrom': ${problem}`);
}

/**
 * Adds the policy that lets these peers, and the app's own pods, connect to the app's ports, and nobody else. A port may
 * have peers of its own. Where nobody says who may connect to any port, there is no policy.
 */
export function addNetworkPolicy(scope: Construct, identity: Identity, ports: readonly NamedPort[], allowFrom?: readonly NetworkPeer[]): void {
  const own = ports.filter(port => port.allowFrom);
  if (!allowFrom && own.length === 0) { return; }
  const ownPods: NetworkPolicyPeer = { podSelector: { matchLabels: identity.selectorLabels } };
  const others = ports.filter(port => !port.allowFrom);
  addObject<NetworkPolicy>(scope, 'NetworkPolicy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: identity.metadata(),
    spec: {
      podSelector: ownPods.podSelector!,
      policyTypes: ['Ingress'],
      ingress: [
        { from: [ownPods] },
        ...ruleFor(others, allowFrom),
        ...own.flatMap(port => ruleFor([port], port.allowFrom)),
      ],
    },
  });
}

/** Without peers everybody may connect; with an empty list nobody may. */
function ruleFor(ports: readonly NamedPort[], allowFrom: readonly NetworkPeer[] | undefined): NetworkPolicyIngressRule[] {
  if (ports.length === 0 || allowFrom?.length === 0) { return []; }
  return [{ from: allowFrom?.map(peer => peer.toPeer()), ports: ports.map(({ port, protocol = 'TCP' }) => ({ port, protocol })) }];
}
