import { companions } from './companions';
import { connected } from './connected';
import { GENERAL_LIMITS, elsewhere, keptSizes } from './limits';
import { Moved } from './moved-claims';
import { inPhases } from './phases';
import { expectAbsent, expectNamespace, pause } from './precautions';
import { Claim, Move, claimReference, rebindings, secureVolumes, settle } from './rebind';
import { freeClaims, freeClaimsAgain, startWorkloads } from './workload-steps';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { identityOf, namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan } from '../../reports/plan';
import { Side, World } from '../changes/world';

/** Claims of the manifests get another name or namespace, and their volumes go with them. Those that the same workloads use go together. */
export function claimPlans(moved: readonly Moved[], changesOf: (object: Manifest) => readonly Change[], world: World): MigrationPlan[] {
  const groups = connected(moved, pair => usersOfMoved(pair, world).map(identityOf));
  return groups.map(pairs => planFor(pairs, pairs.flatMap(({ before }) => changesOf(before)), world));
}

function planFor(pairs: readonly Moved[], changes: readonly Change[], world: World): MigrationPlan {
  const [{ before, after }] = pairs;
  const moves = pairs.map((pair): Move => (
    { from: claimOf(pair.before), to: claimOf(pair.after), spec: recordOf(pair.before.spec), isWritten: true }));
  const old = [...new Set(pairs.flatMap(pair => usersOf(pair.before, world.before)))];
  const next = [...new Set(pairs.flatMap(pair => usersOf(pair.after, world.after)))];
  const names = (side: 'from' | 'to') => moves.map(move => `${move[side].namespace}/${move[side].name}`).join(', ');
  return {
    title: `PersistentVolumeClaim ${names('from')} becomes ${names('to')}`,
    object: referenceTo(before),
    changes: changes.map(({ id }) => id),
    downtime: old.length > 0,
    ...inPhases([
      {
        steps: [
          pause(referenceTo(old[0] ?? before), world),
          ...expectNamespace(before, after, world),
          ...companions(next[0] ?? after, world),
          expectAbsent(claimReference(moves[0].to), moves.slice(1).map(({ to }) => claimReference(to))),
        ],
      },
      { steps: secureVolumes(moves), back: settle(moves) },
      { steps: freeClaims(moves.map(({ from }) => from), old), back: startWorkloads('Start what uses the claim again', old) },
      ...rebindings(moves),
      { steps: startWorkloads('Start what uses the claim', next), back: freeClaimsAgain(moves.map(({ to }) => to), next) },
    ]),
    afterwards: settle(moves),
    limits: [
      ...old.length > 0 ? ['What uses the claim is down from the moment its pods stop until the new ones are Ready.'] : [],
      ...stays(old, world.after),
      ...pairs.flatMap(limitsOf),
      ...elsewhere(before, after),
      ...GENERAL_LIMITS,
    ],
  };
}

function limitsOf({ before, after }: Moved): string[] {
  const [old, next] = [before, after].map(({ spec }) => recordOf(spec));
  const { name } = referenceTo(after);
  return [
    ...keptSizes([{ old: before, next: after }]),
    ...old.storageClassName === next.storageClassName ? [] : [`The volume of ${name} keeps its class: its new manifest must name class ${old.storageClassName}.`],
  ];
}

function usersOfMoved({ before, after }: Moved, world: World): Manifest[] {
  return [...usersOf(before, world.before), ...usersOf(after, world.after)];
}

function claimOf(claim: Manifest): Claim {
  const { labels, annotations } = recordOf(claim.metadata);
  return { namespace: namespaceOf(claim), name: referenceTo(claim).name, labels: recordOf(labels), annotations: recordOf(annotations) };
}

/** The workloads whose pods mount a claim, each once. */
export function usersOf(claim: Manifest, side: Side): Manifest[] {
  return [...new Set(side.usersOf(namespaceOf(claim), referenceTo(claim).name).map(({ workload }) => workload))];
}

/** Workloads that are not in the new manifests are stopped, and not deleted. */
export function stays(old: readonly Manifest[], after: Side): string[] {
  return old.filter(workload => !after.same(workload))
    .map(({ kind, metadata }) => `${kind} ${metadata?.name} stays stopped; delete it when the new pods are Ready.`);
}
