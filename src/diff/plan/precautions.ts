import { quoted, word, commandLine } from './shell';
import { applyStep, byHand, expectStep, inBash, reference } from './step';
import { Manifest, ObjectReference, recordOf, textOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { World } from '../changes/world';

const LOOK_SECONDS = 10;

/** What brings back what a step takes away must not run meanwhile. */
export function pause(object: ObjectReference, world: World): PlanStep {
  const scalers = ['HorizontalPodAutoscaler', 'ScaledObject'].flatMap(kind => [...world.before.inventory.ofKind(kind), ...world.after.inventory.ofKind(kind)])
    .filter(scaler => namespaceOf(scaler) === object.namespace && recordOf(recordOf(scaler.spec).scaleTargetRef).name === object.name)
    .map(scaler => `${scaler.kind} '${scaler.metadata?.name}'`);
  const words = [
    'Argo CD (argocd app set APP --sync-policy none)', 'Flux (flux suspend kustomization NAME)', 'pipelines',
    scalers.length > 0 ? [...new Set(scalers)].join(', ') : 'autoscalers',
  ];
  return byHand(`Pause whatever applies or scales by itself, until the last step: ${words.join(', ')}`, object);
}

/** A plan names pods and claims by their ordinals, so it must know how many there are. */
export function expectReplicas(set: Manifest): PlanStep {
  const replicas = replicasOf(set);
  const title = `See that the set has ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}, as in the old manifests; if not, write the number there and plan again`;
  return expectStep(title, referenceTo(set), { path: '{.spec.replicas}', value: textOf(replicas) });
}

/** A claim or set that has the new name already would be taken for the one that the plan makes. */
export function expectAbsent(object: ObjectReference, others: readonly ObjectReference[] = []): PlanStep {
  const names = [object, ...others].map(({ kind, name }) => `${kind.toLowerCase()}/${name}`);
  const argv = ['kubectl', 'wait', '--for=delete', ...names, ...object.namespace ? ['-n', object.namespace] : [], `--timeout=${LOOK_SECONDS}s`];
  return {
    title: 'See that nothing has the new names yet; empty claims of an earlier attempt go first, and the set that holds them',
    action: 'check',
    object,
    wait: { for: 'delete', timeoutSeconds: LOOK_SECONDS },
    argv,
    command: commandLine(argv),
  };
}

/** A webhook, a policy or a newer server may refuse what no check here knows of; better before the old set is gone. */
export function expectAccepted(before: Manifest, set: Manifest): PlanStep {
  const isSame = referenceTo(before).name === referenceTo(set).name && namespaceOf(before) === namespaceOf(set);
  const name = isSame ? `${referenceTo(set).name.slice(0, 40)}-dry-run` : referenceTo(set).name;
  const { argv: given, ...step } = applyStep(
    'See that the server would accept the new set; this is a dry run and creates nothing',
    { ...referenceTo(set), name },
    [{ ...set, metadata: { ...set.metadata, name } }],
  );
  const argv = [...given.slice(0, -2), '--dry-run=server', '-f', '-'];
  return { ...step, action: 'check', argv, command: `${commandLine(argv)} <<'END'\n${step.stdin}END` };
}

/** A claim of a class that is not there is taken, and waits for ever. */
export function expectClasses(templates: readonly Record<string, any>[]): PlanStep[] {
  const names = [...new Set(templates.map(template => recordOf(template.spec).storageClassName))].filter(name => name !== '');
  return names.map(name => name === undefined ? expectDefaultClass() : expectStep(
    `See that class ${name} is there`, reference('StorageClass', '', textOf(name)), { path: '{.metadata.name}', value: textOf(name) },
  ));
}

function expectDefaultClass(): PlanStep {
  const isDefault = '@.metadata.annotations.storageclass\\.kubernetes\\.io/is-default-class=="true"';
  return {
    title: 'See that the cluster has a default class',
    action: 'check',
    object: reference('StorageClass', '', ''),
    ...inBash(`[ -n "$(kubectl get storageclass -o jsonpath='{.items[?(${isDefault})].metadata.name}')" ]`),
  };
}

/** A namespace that nobody creates here must be there before anything stops. */
export function expectNamespace(before: Manifest, after: Manifest, world: World): PlanStep[] {
  const namespace = namespaceOf(after);
  if (namespaceOf(before) === namespace || world.after.inventory.findIn('Namespace', '', namespace)) { return []; }
  return [expectStep(`See that namespace ${namespace} is there`, reference('Namespace', '', namespace), { path: '{.status.phase}', value: 'Active' })];
}

/** Prints the pods that use one of these claims, except some. */
export function usersOfClaims(namespace: string, claims: readonly string[], except: readonly string[] = []): string {
  const pods = `kubectl get pods -n ${word(namespace)} -o jsonpath='{range .items[*]}{.metadata.name}{" "}{.spec.volumes[*].persistentVolumeClaim.claimName}{"\\n"}{end}'`;
  const known = except.length > 0 ? ` | { grep -vE ${quoted(`^(${except.join('|')}) `)} || true; }` : '';
  return `${pods}${known} | { grep -E ${quoted(` (${claims.join('|')})( |$)`)} || true; }`;
}

/** A claim that somebody else's pod holds would stay half deleted for as long as that pod lives. */
export function expectUnused(object: ObjectReference, claims: readonly string[], pods: readonly string[]): PlanStep[] {
  if (claims.length === 0) { return []; }
  return [{
    title: 'See that no other pod uses the claims, a backup or a shell; end it first',
    action: 'check',
    object,
    ...inBash(`users="$(${usersOfClaims(object.namespace!, claims, pods)})" && { [ -z "$users" ] || { echo "these pods use the claims: $users" >&2; false; }; }`),
  }];
}
