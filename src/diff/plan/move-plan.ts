import { companions, followers } from './companions';
import { forgetRelease } from './helm';
import { GENERAL_LIMITS, elsewhere, keepsOldPods, keptSizes, onlyListed } from './limits';
import { inPhases } from './phases';
import { expectAbsent, expectAccepted, expectNamespace, expectReplicas, expectUnused, pause } from './precautions';
import { Move, claimReference, movesOf, rebindings, secureVolumes, settle } from './rebind';
import { deleteSet, keepClaims, podNames, replaceSet, restoreSet, setReference, stopPods, withOldPods } from './set-steps';
import { Surroundings } from './surroundings';
import { TemplatePair, pairTemplates } from './template-pairs';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, ordinalsOf, replicasOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan } from '../../reports/plan';
import { isMadeByController } from '../changes/exported';
import { World } from '../changes/world';

/** A set gets another name or namespace, and its volumes go with it. */
export function movePlan(before: Manifest, after: Manifest, changes: readonly Change[], { world, isRefused }: Surroundings): MigrationPlan {
  const pairs = pairTemplates(before, after, world.model);
  const moves = movesOf(before, after, pairs);
  const next = withOldPods(before, after);
  const [from, to] = [before, after].map(set => `${namespaceOf(set)}/${set.metadata?.name}`);
  return {
    title: `StatefulSet ${from} becomes ${to}`,
    object: referenceTo(before),
    changes: changes.map(({ id }) => id),
    downtime: true,
    ...inPhases([
      {
        steps: [
          pause(referenceTo(before), world),
          expectReplicas(before),
          ...expectUnused(setReference(before), moves.map(move => move.from.name), podNames(before)),
          ...expectNamespace(before, after, world),
          ...companions(after, world),
          expectAbsent(setReference(after), moves.map(move => claimReference(move.to))),
          expectAccepted(before, next),
        ],
      },
      { steps: secureVolumes(moves), back: settle(moves) },
      { steps: [...keepClaims(before), ...stopPods(before, replicasOf(before)), ...deleteSet(before)], back: restoreSet(before) },
      ...rebindings(moves),
      followers(after, world, isRefused),
      replaceSet(next, `Create the set as ${to}`, { mustStop: true }),
    ]),
    afterwards: [...settle(moves), ...forgetRelease(before, after)],
    limits: [...limitsOf(before, after, pairs), ...keptVolumes(moves, world)],
  };
}

/** Volumes of the manifests that are reserved for the old claims. */
function keptVolumes(moves: readonly Move[], { before }: World): string[] {
  const claims = new Set(moves.map(({ from }) => `${from.namespace}/${from.name}`));
  const volumes = before.inventory.ofKind('PersistentVolume').filter(volume => {
    const { namespace, name } = recordOf(recordOf(volume.spec).claimRef);
    return claims.has(`${namespace}/${name}`) && !isMadeByController(volume, before);
  });
  if (volumes.length === 0) { return []; }
  const names = volumes.slice(0, 3).map(({ metadata }) => metadata?.name).join(', ');
  return [`The new claims have the old volumes (${names}${volumes.length > 3 ? ', ...' : ''}): keep these in the manifests under their names, with the new claims in claimRef; new ones in their place would be empty.`];
}

function limitsOf(before: Manifest, after: Manifest, pairs: readonly TemplatePair[]): string[] {
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  return [
    'The system is down from the moment its pods stop until the new ones are Ready.',
    'Clients that use the old DNS names must be changed, and so must settings in the data that name the members; a Service under the old name is yours to keep or to remove.',
    'Claims of ordinals that do not run now, left from an earlier scale-down, stay under their old names.',
    ...claimTemplatesOf(before).length > pairs.length ? ['Claims of templates that are gone stay where they are.'] : [],
    ...pairs.some(({ old: { spec: a }, next: { spec: b } }) => recordOf(a).storageClassName !== recordOf(b).storageClassName) ? ['The volumes keep their class; change it in a plan of its own, by copying.'] : [],
    ...keptSizes(pairs),
    ...next.last > old.last ? ['Ordinals that only the new set has start with new, empty claims.'] : [],
    ...elsewhere(before, after),
    ...keepsOldPods(before, after),
    ...onlyListed(before),
    ...GENERAL_LIMITS,
  ];
}
