import { commandLine, word } from './shell';
import { standardInput } from './standard-input';
import { withoutServerFields } from '../../kubernetes/api-server/defaults';
import { Manifest, ObjectReference } from '../../kubernetes/manifest';
import { namespaceOf } from '../../manifest/inventory';
import { PlanStep, StepAction, StepObject } from '../../reports/plan';
import { creatable } from '../changes/exported';

export const WAIT_SECONDS = 600;

export function reference(kind: string, namespace: string, name: string): ObjectReference {
  const groups: Readonly<Record<string, string>> = { StatefulSet: 'apps/v1', Deployment: 'apps/v1', ReplicaSet: 'apps/v1', StorageClass: 'storage.k8s.io/v1', Job: 'batch/v1', CronJob: 'batch/v1' };
  return { apiVersion: groups[kind] ?? 'v1', kind, ...namespace && { namespace }, name };
}

/** The words that name an object: `statefulset/db -n data` and the like. */
function target({ kind, name, namespace }: StepObject): string[] {
  return [`${kind.toLowerCase()}/${name}`, ...namespace ? ['-n', namespace] : []];
}

interface Kubectl {
  readonly title: string;
  readonly action: StepAction;
  readonly object: StepObject;
  /** The words before the object. */
  readonly verb: readonly string[];
  /** The words after it. */
  readonly options?: readonly string[];
}

/** A step of one kubectl command; one that has to ask for the name first needs a shell around it. */
export function kubectl({ title, action, object, verb, options = [] }: Kubectl, more: Partial<PlanStep> = {}): PlanStep {
  const { kind, nameFrom } = object;
  if (nameFrom === undefined) {
    const argv = ['kubectl', ...verb, ...target(object), ...options];
    return { title, action, object, argv, command: commandLine(argv), ...more };
  }
  const command = `${commandLine(['kubectl', ...verb])} ${kind.toLowerCase()}/"$(${nameFrom})" ${commandLine(options)}`;
  return { title, action, object, ...inBash(command), ...more };
}

/** A line that takes a shell. */
export function inBash(command: string): Pick<PlanStep, 'command' | 'argv'> {
  return { command, argv: ['bash', '-euo', 'pipefail', '-c', command] };
}

export function patchStep(title: string, object: StepObject, patch: Record<string, unknown>): PlanStep {
  return kubectl({ title, action: 'patch', object, verb: ['patch'], options: ['--type', 'merge', '-p', JSON.stringify(patch)] }, { patch });
}

/** Scales only from the number that is expected, where that is given, or if it was done before. */
export function scaleStep(title: string, object: StepObject, replicas: number, from?: number): PlanStep {
  const options = [...from === undefined ? [] : [`--current-replicas=${from}`], `--replicas=${replicas}`];
  const step = kubectl({ title, action: 'scale', object, verb: ['scale'], options }, { patch: { spec: { replicas } } });
  if (from === undefined) { return step; }
  const there = commandLine(['kubectl', 'get', ...target(object), '-o', 'jsonpath={.spec.replicas}']);
  return { ...step, ...inBash(`${step.command} || [ "$(${there})" = ${replicas} ]`) };
}

/** The same step, which is done where the object is not there: what should have made it may have failed before, or too late. */
export function ifThere(step: PlanStep): PlanStep {
  const found = commandLine(['kubectl', 'get', ...target(step.object), '-o', 'name', '--ignore-not-found']);
  return { ...step, ...inBash(`found="$(${found})" && { [ -z "$found" ] || ${step.command}; }`) };
}

interface Expectation {
  /** A field as kubectl has it: `{.status.phase}`. */
  readonly path: string;
  readonly value: string;
  /** @default 600 */
  readonly timeoutSeconds?: number;
}

/** Waits until a field has a value. */
export function waitStep(title: string, object: StepObject, { path, value, timeoutSeconds = WAIT_SECONDS }: Expectation): PlanStep {
  const condition = `jsonpath=${path}=${value}`;
  return kubectl({ title, action: 'wait', object, verb: ['wait', `--for=${condition}`], options: [`--timeout=${timeoutSeconds}s`] }, {
    wait: { for: condition, timeoutSeconds },
  });
}

/** Goes on only if a field has a value already. */
export function expectStep(title: string, object: StepObject, expectation: Expectation): PlanStep {
  return { ...waitStep(title, object, { timeoutSeconds: 10, ...expectation }), action: 'check' };
}

/** Waits until an object is gone; one that is not there is. */
export function waitGone(title: string, object: StepObject, timeoutSeconds = WAIT_SECONDS): PlanStep {
  return kubectl({ title, action: 'wait', object, verb: ['wait', '--for=delete'], options: [`--timeout=${timeoutSeconds}s`] }, {
    wait: { for: 'delete', timeoutSeconds },
  });
}

/** Deletes, and is done when the object is gone, or was gone before: a step that failed too late is taken again. */
export function deleteStep(title: string, object: StepObject, ...options: string[]): PlanStep {
  return kubectl({ title, action: 'delete', object, verb: ['delete'], options: [...options, '--ignore-not-found', '--wait', `--timeout=${WAIT_SECONDS}s`] }, {
    wait: { for: 'delete', timeoutSeconds: WAIT_SECONDS },
  });
}

export const APPLY: readonly string[] = ['kubectl', 'apply', '--server-side', '--force-conflicts', '-f', '-'];

/** Applies manifests that are known word for word. */
export function applyStep(title: string, object: ObjectReference, given: readonly Manifest[]): PlanStep {
  const manifests = given.map(manifest => withNamespace(withoutServerFields(creatable(manifest))));
  const stdin = standardInput(manifests);
  return { title, action: 'apply', object, manifests, argv: APPLY, stdin, command: `${commandLine(APPLY)} <<'END'\n${stdin}END` };
}

/** The namespace of a shell's context is not ours to rely on. */
function withNamespace(manifest: Manifest): Manifest {
  const namespace = namespaceOf(manifest);
  return namespace ? { ...manifest, metadata: { ...manifest.metadata, namespace } } : manifest;
}

/** Something to look at; it fails only if the object is not there. */
export function checkStep(title: string, object: ObjectReference, argv: readonly string[]): PlanStep {
  return { title, action: 'check', object, argv, command: commandLine(argv) };
}

export function byHand(title: string, object: ObjectReference): PlanStep {
  return { title, action: 'by-hand', object, command: '', argv: [] };
}

/** Shell commands that print the name of a claim's volume. */
export function volumeNameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `kubectl get pvc ${word(name)} -n ${word(namespace)} -o jsonpath='{.spec.volumeName}'`;
}
