import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { NetworkPolicy, NetworkPolicyPeer } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import { NamedPort } from '../options/named-port';
import { NetworkPeer } from '../options/network-peer';

/** Adds the policy that lets these peers, and the app's own pods, connect to the app's ports, and nobody else. */
export function addNetworkPolicy(scope: Construct, identity: Identity, ports: readonly NamedPort[], allowFrom: readonly NetworkPeer[]): void {
  const ownPods: NetworkPolicyPeer = { podSelector: { matchLabels: identity.selectorLabels } };
  const clientPorts = ports.map(({ port, protocol = 'TCP' }) => ({ port, protocol }));
  addObject<NetworkPolicy>(scope, 'NetworkPolicy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: identity.metadata(),
    spec: {
      podSelector: ownPods.podSelector!,
      policyTypes: ['Ingress'],
      ingress: [
        { from: [ownPods] },
        ...allowFrom.length > 0 && clientPorts.length > 0 ? [{ from: allowFrom.map(peer => peer.toPeer()), ports: clientPorts }] : [],
      ],
    },
  });
}
