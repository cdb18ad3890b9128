import { referenceTo, namespaceOf } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { claimTemplatesOf, ordinalsOf } from '../../manifest/workload';
import { Change } from '../effect';
import { World } from '../world';
import { forgetRelease } from './helm';
import { movesOf, pairTemplates, rebind, reversed, secureVolumes, unmark } from './rebind';
import { createSet, deleteSet, keepClaims, stopPods } from './set-steps';
import { MigrationPlan, PlanStep, applyStep } from './step';

/** A set gets another name or namespace, and its volumes go with it. */
export function movePlan(before: Manifest, after: Manifest, changes: readonly Change[], world: World): MigrationPlan {
  const moves = movesOf(before, after);
  const back = reversed(moves, before);
  const [from, to] = [before, after].map(set => `${namespaceOf(set)}/${set.metadata?.name}`);
  return {
    title: `StatefulSet ${from} becomes ${to}`,
    object: referenceTo(before),
    changes: changes.map(({ id }) => id),
    downtime: true,
    steps: [
      ...keepClaims(before),
      ...secureVolumes(moves),
      ...stopPods(before),
      ...deleteSet(before),
      ...rebind(moves),
      ...companions(after, world),
      ...createSet(after, `Create the set as ${to}`),
      ...unmark(moves),
      ...forgetRelease(before, after),
    ],
    wayBack: [
      ...secureVolumes(back),
      ...stopPods(after),
      ...deleteSet(after),
      ...rebind(back),
      ...createSet(before, `Create the set as ${from} again`),
      ...unmark(back),
    ],
    afterwards: [],
    limits: limitsOf(before, after),
  };
}

/** New objects that the new pods need: the namespace, the governing Service, configuration. Workloads come by themselves. */
function companions(after: Manifest, world: World): PlanStep[] {
  const namespace = namespaceOf(after);
  const needed = new Set(['ServiceAccount', 'ConfigMap', 'Secret', 'Service', 'StorageClass']);
  const fresh = world.after.inventory.manifests.filter(object => !world.before.same(object)
    && ((object.kind === 'Namespace' && object.metadata?.name === namespace) || (needed.has(object.kind) && ['', namespace].includes(namespaceOf(object)))));
  const inOrder = [...fresh.filter(({ kind }) => kind === 'Namespace'), ...fresh.filter(({ kind }) => kind !== 'Namespace')];
  return inOrder.length > 0 ? [applyStep('Create the other new objects that the pods need', referenceTo(inOrder[0]), inOrder)] : [];
}

function limitsOf(before: Manifest, after: Manifest): string[] {
  const pairs = pairTemplates(before, after);
  const specs = pairs.map(({ old, next }) => [recordOf(old.spec), recordOf(next.spec)]);
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  return [
    'The system is down from the moment its pods stop until the new ones are Ready.',
    'Clients that use the old DNS names must be changed; a Service under the old name is yours to keep or to remove.',
    'Reclaim policies are left at Retain; set back to Delete what you want to be deleted with its claim.',
    ...claimTemplatesOf(before).length > pairs.length ? ['Claims of templates that are gone stay where they are.'] : [],
    ...specs.some(([a, b]) => a.storageClassName !== b.storageClassName) ? ['The volumes keep their class; change it in a plan of its own, by copying.'] : [],
    ...specs.some(([a, b]) => JSON.stringify(a.resources) !== JSON.stringify(b.resources)) ? ['The volumes keep their size; grow the claims afterwards.'] : [],
    ...next.last > old.last ? ['Ordinals that only the new set has start with new, empty claims.'] : [],
    ...old.last - old.first > 99 ? ['Only the first 100 ordinals are moved.'] : [],
  ];
}
