import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { IPBlock, LabelSelector, NetworkPolicy, NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer } from '../../kubernetes/api/types.generated';
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

/** Names are looked up at port 53, which is 5353 of the pods that answer where OpenShift runs. A policy sees the ports of pods. */
export const DNS: NetworkPolicyEgressRule = {
  ports: [53, 5353].flatMap(port => [{ port, protocol: 'UDP' }, { port, protocol: 'TCP' }]),
};

/** Why nobody can be chosen like this; an empty list means that somebody can. `prop` is where the peers stand. */
export function peerProblems(peers: readonly NetworkPeer[], prop: string): string[] {
  return peers.flatMap(onePeerProblems).map(problem => `'${prop}': ${problem}`);
}

function onePeerProblems(networkPeer: NetworkPeer): string[] {
  const peer: NetworkPolicyPeer = networkPeer.toPeer();
  const problems = everyProblem(readProps(PEER, peer));
  const range = rangeOf(peer.ipBlock?.cidr);
  const outside = problems.length > 0 || !range ? [] : (peer.ipBlock?.except ?? []).filter(except => !isPartOf(rangeOf(except)!, range));
  return problems.concat(outside.map(except => `'except' must be a part of ${peer.ipBlock?.cidr}, got '${except}'; write a smaller range, or leave it out`));
}

/** What an app says of who may connect to it, and where it may connect to. */
export interface AppAccess {
  readonly allowFrom?: readonly NetworkPeer[];
  readonly allowTo?: readonly NetworkPeer[];
}

/**
 * Adds the policy that lets these peers, and the app's own pods, connect to the app's ports, and nobody else. A port may
 * have peers of its own. Where nobody says who may connect to any port, or where the app may connect to, there is no policy.
 */
export function addNetworkPolicy(scope: Construct, identity: Identity, ports: readonly NamedPort[], { allowFrom, allowTo }: AppAccess): void {
  const ingress = ingressOf(identity, ports, allowFrom);
  const egress = allowTo && egressOf(identity, allowTo);
  if (!ingress && !egress) { return; }
  addObject<NetworkPolicy>(scope, 'NetworkPolicy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: identity.metadata(),
    spec: {
      podSelector: { matchLabels: identity.selectorLabels },
      policyTypes: [...ingress ? ['Ingress'] : [], ...egress ? ['Egress'] : []],
      ingress,
      egress,
    },
  });
}

function ingressOf(identity: Identity, ports: readonly NamedPort[], allowFrom?: readonly NetworkPeer[]): NetworkPolicyIngressRule[] | undefined {
  const own = ports.filter(port => port.allowFrom);
  if (!allowFrom && own.length === 0) { return undefined; }
  const others = ports.filter(port => !port.allowFrom);
  return [{ from: [ownPods(identity)] }, ...ruleFor(others, allowFrom), ...own.flatMap(port => ruleFor([port], port.allowFrom))];
}

function egressOf(identity: Identity, allowTo: readonly NetworkPeer[]): NetworkPolicyEgressRule[] {
  return [{ to: [ownPods(identity)] }, DNS, ...allowTo.length > 0 ? [{ to: allowTo.map(peer => peer.toPeer()) }] : []];
}

function ownPods({ selectorLabels }: Identity): NetworkPolicyPeer {
  return { podSelector: { matchLabels: selectorLabels } };
}

/** Without peers everybody may connect; with an empty list nobody may. */
function ruleFor(ports: readonly NamedPort[], allowFrom: readonly NetworkPeer[] | undefined): NetworkPolicyIngressRule[] {
  if (ports.length === 0 || allowFrom?.length === 0) { return []; }
  return [{ from: allowFrom?.map(peer => peer.toPeer()), ports: ports.map(({ port, protocol = 'TCP' }) => ({ port, protocol })) }];
}
