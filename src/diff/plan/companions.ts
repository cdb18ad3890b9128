import { Phase } from './phases';
import { applyStep, byHand, expectStep, reference } from './step';
import { Manifest, recordOf, sameData } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { Side, World } from '../changes/world';

/** What pods need before they start. Workloads, claims and volumes come by themselves. */
const NEEDED: ReadonlySet<string> = new Set([
  'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'Secret', 'Service', 'NetworkPolicy', 'StorageClass', 'PriorityClass',
]);

/** Read when a pod starts. */
const CONFIGURATION: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'ServiceAccount']);

/** New objects that the new pods need: the namespace, the governing Service, configuration, rights. */
export function companions(after: Manifest, world: World): PlanStep[] {
  const namespace = namespaceOf(after);
  const isNamespace = ({ kind, metadata }: Manifest) => kind === 'Namespace' && metadata?.name === namespace;
  const fresh = world.after.inventory.manifests.filter(object => !world.before.same(object)
    && (isNamespace(object) || (NEEDED.has(object.kind) && ['', namespace].includes(namespaceOf(object)))));
  const inOrder = [...fresh.filter(isNamespace), ...fresh.filter(object => !isNamespace(object) && !isSecret(object))];
  return [
    ...inOrder.length > 0 ? [applyStep('Create the other new objects that the pods need', referenceTo(inOrder[0]), inOrder)] : [],
    ...fresh.filter(isSecret).map(expectSecret),
  ];
}

function isSecret({ kind }: Manifest): boolean {
  return kind === 'Secret';
}

/** A plan is printed, logged and commented; what a Secret holds is not. */
function expectSecret(secret: Manifest): PlanStep {
  const { namespace, name } = referenceTo(secret);
  return expectStep(`See that Secret ${name} is there; if not, apply it from your manifests: plans do not repeat secrets`, reference('Secret', namespace ?? '', name), {
    path: '{.metadata.name}', value: name,
  });
}

/**
 * Changed Services, budgets and policies that pick the new pods, and what these read: they go with the pods.
 *
 * @param before what must be done first on the way back: some of them do not go back at once
 */
export function followers(after: Manifest, world: World, isRefused: (object: Manifest) => boolean, before: readonly PlanStep[] = []): Phase {
  const selecting = world.after.selectors.matching(namespaceOf(after), recordOf(podTemplateOf(after)?.metadata.labels)).map(({ from }) => from);
  const changed = [...new Set([...read(after, world.after), ...selecting])].filter(object => {
    const old = world.before.same(object);
    return old && !sameData(old, object) && !isRefused(object);
  });
  const later = new Set(before.map(({ object: { kind, name } }) => `${kind}/${name}`));
  const old = changed.map(object => world.before.same(object)!).filter(object => !later.has(`${object.kind}/${object.metadata?.name}`));
  return {
    steps: changeAll('Change what the new pods read, and what selects them', changed, 'new'),
    back: [...before, ...changeAll('Change it back', old, 'old')],
  };
}

function changeAll(title: string, objects: readonly Manifest[], which: string): PlanStep[] {
  const shown = objects.filter(object => !isSecret(object));
  return [
    ...shown.length > 0 ? [applyStep(title, referenceTo(shown[0]), shown)] : [],
    ...objects.filter(isSecret).map(secret => byHand(`Apply the ${which} Secret ${secret.metadata?.name} from your manifests: plans do not repeat secrets`, referenceTo(secret))),
  ];
}

function read(set: Manifest, side: Side): Manifest[] {
  const own = side.same(set);
  const named = own ? side.references.from(own).filter(({ kind }) => CONFIGURATION.has(kind)) : [];
  return named.flatMap(found => side.references.target(found) ?? []);
}
