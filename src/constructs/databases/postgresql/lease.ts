import { Construct } from 'constructs';
import { Identity } from '../../../cdk8s/identity';
import type { Lease } from '../../../kubernetes/api/types.generated';
import { addObject } from '../../../synthesis/add-object';
import { addRights } from '../rights';

const GROUP = 'coordination.k8s.io';

/** Why nobody can hold the Lease; an empty list means that somebody can. */
export function leaseProblems({ namespace }: Identity): string[] {
  return namespace ? [] : [
    "the members' rights to the Lease that says who leads can be given only in a chart with a namespace, and the chart has none; "
    + "write 'new Chart(app, \"data\", { namespace: \"data\" })'",
  ];
}

/**
 * Adds the Lease that the primary holds. What stands in it is the members'
 * own, so it is written here without a word; and they may read and change this
 * one, and nothing else.
 */
export function addLease(scope: Construct, identity: Identity): void {
  const { name, namespace } = identity;
  addObject<Lease>(scope, 'Lease', { apiVersion: `${GROUP}/v1`, kind: 'Lease', metadata: identity.metadata() });
  addRights(scope, identity, { name, namespace }, { apiGroups: [GROUP], resources: ['leases'], resourceNames: [name], verbs: ['get', 'update'] });
}
