import { PlanStep, applyStep, expectStep, reference } from './step';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { podTemplateOf } from '../../manifest/workload';
import { sameData } from '../field-change';
import { World } from '../world';

/** What pods need before they start. Workloads, claims and volumes come by themselves. */
const NEEDED: ReadonlySet<string> = new Set([
  'ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Secret', 'Service', 'StorageClass', 'PriorityClass',
]);

/** New objects that the new pods need: the namespace, the governing Service, configuration, rights. */
export function companions(after: Manifest, world: World): PlanStep[] {
  const namespace = namespaceOf(after);
  const isNamespace = ({ kind, metadata }: Manifest) => kind === 'Namespace' && metadata?.name === namespace;
  const fresh = world.after.inventory.manifests.filter(object => !world.before.same(object)
    && (isNamespace(object) || (NEEDED.has(object.kind) && ['', namespace].includes(namespaceOf(object)))));
  const secrets = fresh.filter(({ kind }) => kind === 'Secret');
  const inOrder = [...fresh.filter(isNamespace), ...fresh.filter(object => !isNamespace(object) && !secrets.includes(object))];
  return [
    ...inOrder.length > 0 ? [applyStep('Create the other new objects that the pods need', referenceTo(inOrder[0]), inOrder)] : [],
    ...secrets.map(expectSecret),
  ];
}

/** A plan is printed, logged and commented; what a Secret holds is not. */
function expectSecret(secret: Manifest): PlanStep {
  const { namespace, name } = referenceTo(secret);
  return expectStep(`See that Secret ${name} is there; if not, apply it from your manifests: plans do not repeat secrets`, reference('Secret', namespace ?? '', name), {
    path: '{.metadata.name}', value: name,
  });
}

/** A namespace that nobody creates here must be there before anything stops. */
export function expectNamespace(before: Manifest, after: Manifest, world: World): PlanStep[] {
  const namespace = namespaceOf(after);
  if (namespaceOf(before) === namespace || world.after.inventory.findIn('Namespace', '', namespace)) { return []; }
  return [expectStep(`See that namespace ${namespace} is there`, reference('Namespace', '', namespace), { path: '{.status.phase}', value: 'Active' })];
}

/** Changed Services, budgets and policies that pick the new pods: they go with them. */
export function followers(after: Manifest, world: World, isRefused: (object: Manifest) => boolean): PlanStep[] {
  const labels = recordOf(podTemplateOf(after)?.metadata.labels);
  const changed = world.after.selectors.matching(namespaceOf(after), labels).map(({ from }) => from).filter(object => {
    const old = world.before.same(object);
    return old && !sameData(old, object) && !isRefused(object);
  });
  const once = [...new Set(changed)];
  return once.length > 0 ? [applyStep('Let what selects the pods find the new ones', referenceTo(once[0]), once)] : [];
}
