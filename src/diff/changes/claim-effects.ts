import { World } from './world';
import { Manifest } from '../../kubernetes/manifest';
import { claimNameOf, claimTemplatesOf, ordinalsOf } from '../../kubernetes/workload';
import { identityOf, namespaceOf } from '../../manifest/inventory';
import { ClaimEffect } from '../../reports/change';

/** A set may ask for a million pods; so many of its claims are named one by one. */
const MAX_LISTED = 100;

/** The claims that a StatefulSet has for its ordinals. */
export function claimNames(set: Manifest, ordinals = ordinalsOf(set)): string[] {
  return listed(ordinals).flatMap(ordinal => claimTemplatesOf(set).map(template => claimNameOf(template, nameOf(set), ordinal)));
}

/** The first of these ordinals, one by one. Counted by length: adding one to a huge number leaves it as it is. */
export function listed({ first, last }: { readonly first: number; readonly last: number }): number[] {
  const length = Math.min(MAX_LISTED, Math.max(0, last - first + 1));
  return Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, index) => first + index);
}

/** What becomes of every claim that the set had, and where the claims come from that it will have. */
export function claimEffects(before: Manifest | undefined, after: Manifest | undefined, lost: ClaimEffect['fate'], world: World): ClaimEffect[] {
  const old = before ? claimNames(before) : [];
  const next = after ? claimNames(after) : [];
  const namespace = namespaceOf((before ?? after)!);
  const nextNamespace = namespaceOf((after ?? before)!);
  const kept = namespace === nextNamespace ? new Set(next) : new Set<string>();
  const had = namespace === nextNamespace ? new Set(old) : new Set<string>();
  return [
    ...old.map(name => ({ namespace, name, fate: kept.has(name) ? 'kept' as const : fateOfLost(namespace, name, lost, world) })),
    ...next.filter(name => !had.has(name)).map(name => ({ namespace: nextNamespace, name, fate: fateOfNew(nextNamespace, name, world) })),
  ];
}

function fateOfLost(namespace: string, name: string, lost: ClaimEffect['fate'], world: World): ClaimEffect['fate'] {
  return lost === 'stranded' && (world.after.claims.find(namespace, name) || isTakenOver(namespace, name, world)) ? 'adopted again' : lost;
}

/** True if a workload names the claim that did not do so before: a Deployment in the place of the set. */
function isTakenOver(namespace: string, name: string, world: World): boolean {
  const before = new Set(world.before.usersOf(namespace, name).map(({ workload }) => identityOf(workload)));
  return world.after.usersOf(namespace, name).some(({ workload, pods }) => pods > 0 && !before.has(identityOf(workload)));
}

function fateOfNew(namespace: string, name: string, world: World): ClaimEffect['fate'] {
  return world.before.claims.find(namespace, name) ? 'adopted again' : 'new and empty';
}

export function hasClaims(set: Manifest): boolean {
  return claimTemplatesOf(set).length > 0;
}

function nameOf(manifest: Manifest): string {
  return String(manifest.metadata?.name);
}
