import { companions, expectNamespace } from './companions';
import { forgetRelease } from './helm';
import { GENERAL_LIMITS, keepsOldPods, onlyListed } from './limits';
import { movesOf, rebind, reversed, secureVolumes, unmark } from './rebind';
import { createSet, deleteSet, expectReplicas, keepClaims, stopPods, withOldPods } from './set-steps';
import { MigrationPlan } from './step';
import { pairTemplates } from './template-pairs';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { claimTemplatesOf, ordinalsOf } from '../../manifest/workload';
import { Change } from '../effect';
import { World } from '../world';

/** A set gets another name or namespace, and its volumes go with it. */
export function movePlan(before: Manifest, after: Manifest, changes: readonly Change[], world: World): MigrationPlan {
  const moves = movesOf(before, after);
  const back = reversed(moves);
  const [from, to] = [before, after].map(set => `${namespaceOf(set)}/${set.metadata?.name}`);
  return {
    title: `StatefulSet ${from} becomes ${to}`,
    object: referenceTo(before),
    changes: changes.map(({ id }) => id),
    downtime: true,
    steps: [
      expectReplicas(before),
      ...expectNamespace(before, after, world),
      ...companions(after, world),
      ...keepClaims(before),
      ...secureVolumes(moves),
      ...stopPods(before),
      ...deleteSet(before),
      ...rebind(moves),
      ...createSet(withOldPods(before, after), `Create the set as ${to}`),
      ...unmark(moves),
    ],
    wayBack: [
      ...keepClaims(after),
      ...secureVolumes(back),
      ...stopPods(after),
      ...deleteSet(after),
      ...rebind(back),
      ...createSet(before, `Create the set as ${from} again`),
      ...unmark(back),
    ],
    afterwards: forgetRelease(before, after),
    limits: limitsOf(before, after),
  };
}

function limitsOf(before: Manifest, after: Manifest): string[] {
  const pairs = pairTemplates(before, after);
  const specs = pairs.map(({ old, next }) => [recordOf(old.spec), recordOf(next.spec)]);
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  return [
    'The system is down from the moment its pods stop until the new ones are Ready.',
    'Clients that use the old DNS names must be changed, and so must settings in the data that name the members; a Service under the old name is yours to keep or to remove.',
    'Reclaim policies are left at Retain; set back to Delete what you want to be deleted with its claim.',
    ...claimTemplatesOf(before).length > pairs.length ? ['Claims of templates that are gone stay where they are.'] : [],
    ...specs.some(([a, b]) => a.storageClassName !== b.storageClassName) ? ['The volumes keep their class; change it in a plan of its own, by copying.'] : [],
    ...specs.some(([a, b]) => JSON.stringify(a.resources) !== JSON.stringify(b.resources)) ? ['The volumes keep their size; grow the claims afterwards.'] : [],
    ...next.last > old.last ? ['Ordinals that only the new set has start with new, empty claims.'] : [],
    ...keepsOldPods(before, after),
    ...onlyListed(before),
    ...GENERAL_LIMITS,
  ];
}
