import { Construct } from 'constructs';
import { DatabaseNetworkPolicyOptions } from './database-network-policy';
import { DatabaseProps } from './database-props';
import { Actor, DatabasePort } from './ports';
import { backupLabels, exporterLabels, poolerLabels } from './related-pods';
import { Identity } from '../../cdk8s/identity';
import type { NetworkPolicy, NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer, NetworkPolicyPort } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import { NetworkPeer } from '../options/network-peer';
import { DNS } from '../pod/network-policy';

type Listener = 'members' | 'exporters';
type Peers = Readonly<Record<Actor, readonly NetworkPolicyPeer[]>>;

const LISTENERS: ReadonlyArray<readonly [listener: Listener, id: string, suffix?: string]> = [
  ['members', 'NetworkPolicy'],
  ['exporters', 'MetricsNetworkPolicy', 'metrics'],
];

/** The API server, whose address no policy can know: the port of its Service, and the one on which it listens itself as a rule. */
export const API_SERVER: NetworkPolicyEgressRule = { ports: [443, 6443].map(port => ({ port, protocol: 'TCP' })) };

/** Adds the policy of the members and, where there are any, that of the exporters: each port is open to those who are in the table. */
export function addNetworkPolicies(
  scope: Construct, identity: Identity, props: DatabaseProps, all: readonly DatabasePort[], access: DatabaseNetworkPolicyOptions,
  elsewhere: readonly NetworkPolicyEgressRule[],
): void {
  const ports = all.filter(port => !port.with || props[port.with]);
  const peers = peersOf(identity, access);
  for (const [listener, id, suffix] of LISTENERS) {
    const own = ports.filter(({ of = 'members' }) => of === listener);
    if (own.length === 0) { continue; }
    const rules = ingress(own, peers);
    addObject<NetworkPolicy>(scope, id, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: identity.metadata(suffix),
      spec: {
        podSelector: peers[listener][0].podSelector!,
        policyTypes: access.allowTo ? ['Ingress', 'Egress'] : ['Ingress'],
        // The server keeps an empty list as none, and counts a change each time it gets one again.
        ingress: rules.length > 0 ? rules : undefined,
        egress: access.allowTo && egress(listener, ports, peers, access.allowTo, listener === 'members' ? elsewhere : []),
      },
    });
  }
}

function peersOf({ name, selectorLabels }: Identity, access: DatabaseNetworkPolicyOptions): Peers {
  const { allowFrom = [NetworkPeer.ownNamespace()], metricsFrom = [] } = access;
  const pods = (matchLabels: { readonly [key: string]: string }) => [{ podSelector: { matchLabels } }];
  return {
    members: pods(selectorLabels),
    clients: allowFrom.map(peer => peer.toPeer()),
    backups: pods(backupLabels(name)),
    poolers: pods(poolerLabels(name)),
    exporters: pods(exporterLabels(name)),
    scrapers: metricsFrom.map(peer => peer.toPeer()),
  };
}

/** A rule for each who may connect to any of these ports. */
function ingress(ports: readonly DatabasePort[], peers: Peers): NetworkPolicyIngressRule[] {
  return (Object.keys(peers) as Actor[]).flatMap(actor => {
    const open = openTo(actor, ports);
    return open.length > 0 && peers[actor].length > 0 ? [{ from: [...peers[actor]], ports: open }] : [];
  });
}

function egress(
  who: Listener, ports: readonly DatabasePort[], peers: Peers, allowTo: readonly NetworkPeer[], elsewhere: readonly NetworkPolicyEgressRule[],
): NetworkPolicyEgressRule[] {
  const members = openTo(who, ports);
  return [
    ...members.length > 0 ? [{ to: [...peers.members], ports: members }] : [],
    DNS,
    ...elsewhere,
    ...allowTo.length > 0 ? [{ to: allowTo.map(peer => peer.toPeer()) }] : [],
  ];
}

function openTo(actor: Actor, ports: readonly DatabasePort[]): NetworkPolicyPort[] {
  return ports.filter(({ from }) => from.includes(actor)).map(({ port }) => ({ port, protocol: 'TCP' }));
}
