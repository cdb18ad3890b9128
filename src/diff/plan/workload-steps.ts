import { usersOfClaims } from './precautions';
import { ClaimName } from './rebind';
import { graceOf, waitReady } from './set-steps';
import { quoted, word } from './shell';
import { WAIT_SECONDS, applyStep, byHand, ifThere, inBash, kubectl, patchStep, reference, scaleStep } from './step';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';

const SCALED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);

/** Workloads that use claims stop, each in the way of its kind. */
function stopWorkloads(workloads: readonly Manifest[]): PlanStep[] {
  return workloads.map(workload => {
    const { kind, name, namespace = '' } = referenceTo(workload);
    const object = reference(kind, namespace, name);
    if (SCALED.has(kind)) { return scaleStep(`Stop ${kind} ${name}`, object, 0); }
    if (kind === 'CronJob') { return patchStep(`Start no more jobs of CronJob ${name}`, object, { spec: { suspend: true } }); }
    const stop = kind === 'Job' ? 'wait until it has ended, and delete it: a Job cannot be changed' : 'delete it';
    return byHand(`Stop ${kind} ${name}: ${stop}; it must not start again before the last step`, referenceTo(workload));
  });
}

/** The same on the way back: what was to be started may not be there. */
export function freeClaimsAgain(claims: readonly ClaimName[], workloads: readonly Manifest[]): PlanStep[] {
  return freeClaims(claims, workloads).map(step => ['scale', 'patch'].includes(step.action) ? ifThere(step) : step);
}

/** From here on nobody holds these claims. */
export function freeClaims(claims: readonly ClaimName[], workloads: readonly Manifest[]): PlanStep[] {
  return [...stopWorkloads(workloads), ...claims.flatMap(claim => [...dropEnded(claim, workloads), waitUnused(claim, workloads)])];
}

/** Pods that have ended still hold their claims. */
function dropEnded({ namespace, name }: ClaimName, workloads: readonly Manifest[]): PlanStep[] {
  if (!workloads.some(({ kind }) => kind === 'CronJob' || kind === 'Job')) { return []; }
  const claims = '{.spec.volumes[*].persistentVolumeClaim.claimName}';
  const pods = `kubectl get pods -n ${word(namespace)} -o jsonpath='{range .items[*]}{.metadata.name}{" "}{.status.phase}{" "}${claims}{"\\n"}{end}'`;
  const ended = `${pods} | { grep -E ${quoted(`^[^ ]+ (Succeeded|Failed) (.* )?${name}( |$)`)} || true; } | cut -d ' ' -f 1`;
  return [{
    title: `Delete the pods of ended jobs that still hold claim ${name}`,
    action: 'delete',
    object: { ...reference('Pod', namespace, ''), nameFrom: ended },
    ...inBash(`${ended} | while read -r pod; do kubectl delete pod "$pod" -n ${word(namespace)} --ignore-not-found || exit 1; done`),
  }];
}

/** Pods of several kinds, with names that only the cluster knows. */
function waitUnused({ namespace, name }: ClaimName, workloads: readonly Manifest[]): PlanStep {
  const seconds = WAIT_SECONDS + Math.max(0, ...workloads.map(graceOf));
  const ask = `users="$(${usersOfClaims(namespace, [name])})" || exit 1`;
  const loop = `for ((i = 0; i < ${Math.ceil(seconds / 2)}; i++)); do ${ask}; [ -n "$users" ] || exit 0; sleep 2; done; echo "these pods use the claim: $users" >&2; exit 1`;
  return {
    title: `Wait until no pod uses claim ${word(name)}`,
    action: 'wait',
    object: reference('PersistentVolumeClaim', namespace, name),
    ...inBash(`bash -c ${quoted(loop)}`),
  };
}

/** Workloads as their manifests have them, with their pods. A number or a switch left to its default would stay as it was set. */
export function startWorkloads(title: string, workloads: readonly Manifest[]): PlanStep[] {
  const written = workloads.map(workload => {
    const spec = recordOf(workload.spec);
    if (SCALED.has(workload.kind)) { return { ...workload, spec: { ...spec, replicas: replicasOf(workload) } }; }
    return workload.kind === 'CronJob' ? { ...workload, spec: { ...spec, suspend: spec.suspend ?? false } } : workload;
  });
  if (written.length === 0) { return []; }
  return [applyStep(title, referenceTo(written[0]), written), ...workloads.flatMap(waitStarted)];
}

function waitStarted(workload: Manifest): PlanStep[] {
  if (workload.kind === 'StatefulSet') { return waitReady(workload); }
  if (workload.kind !== 'Deployment' || replicasOf(workload) === 0) { return []; }
  const timeoutSeconds = WAIT_SECONDS + graceOf(workload);
  return [kubectl({
    title: `Wait until ${workload.metadata?.name} is available`,
    action: 'wait',
    object: reference('Deployment', namespaceOf(workload), String(workload.metadata?.name)),
    verb: ['rollout', 'status'],
    options: [`--timeout=${timeoutSeconds}s`],
  }, { wait: { for: `jsonpath={.status.availableReplicas}=${replicasOf(workload)}`, timeoutSeconds } })];
}
