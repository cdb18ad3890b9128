import { namespaceOf } from '../../manifest/inventory';
import { Manifest, ObjectReference } from '../../manifest/manifest';
import { YamlWriter } from '../../synth/yaml-writer';

/** What a step does to an object, for machines. */
export type StepAction = 'check' | 'patch' | 'label' | 'scale' | 'wait' | 'delete' | 'apply' | 'restart' | 'by-hand';

/** A condition to wait for. */
export interface WaitCondition {
  /** As `kubectl wait --for` has it: `jsonpath={.status.phase}=Bound`, or `delete`. */
  readonly for: string;
  readonly timeoutSeconds: number;
}

/** The object of a step. A volume whose name only the cluster knows is named by the command that finds it. */
export interface StepObject extends ObjectReference {
  /** A shell command that prints the name, where `name` is empty. @default - `name` is the name */
  readonly nameFrom?: string;
}

/** One command, and what it is for. */
export interface PlanStep {
  readonly title: string;
  readonly action: StepAction;
  /** Runs as it stands in bash; empty for steps that are done by hand. */
  readonly command: string;
  readonly object: StepObject;
  /** Body of a merge patch. @default - the step is no patch */
  readonly patch?: Record<string, unknown>;
  /** What is applied, where that is known beforehand. @default - the step applies nothing */
  readonly manifests?: readonly Manifest[];
  /** @default - the step is done when its command is */
  readonly wait?: WaitCondition;
}

/** A way to get a change through that keeps the data. */
export interface MigrationPlan {
  /** What it is for: `StatefulSet data/db`. */
  readonly title: string;
  readonly object: ObjectReference;
  /** Ids of the changes that it is a plan for. */
  readonly changes: readonly string[];
  /** Whether pods stop for a while. */
  readonly downtime: boolean;
  readonly steps: readonly PlanStep[];
  /** How to get back to where it started; as long as no step said otherwise. */
  readonly wayBack: readonly PlanStep[];
  /** What to do when everything is well, and not before. */
  readonly afterwards: readonly PlanStep[];
  /** What it does not do. */
  readonly limits: readonly string[];
}

const WAIT_SECONDS = 600;

export function reference(kind: string, namespace: string, name: string): ObjectReference {
  const apiVersion = kind === 'StatefulSet' ? 'apps/v1' : kind === 'StorageClass' ? 'storage.k8s.io/v1' : kind === 'Job' ? 'batch/v1' : 'v1';
  return { apiVersion, kind, ...namespace && { namespace }, name };
}

/** `statefulset/db -n data` and the like. */
export function target({ kind, name, namespace, nameFrom }: StepObject): string {
  const resource = kind.toLowerCase();
  return nameFrom ? `${resource}/"$(${nameFrom})"` : `${resource}/${name}${namespace ? ` -n ${namespace}` : ''}`;
}

export function patchStep(title: string, object: StepObject, patch: Record<string, unknown>): PlanStep {
  return { title, action: 'patch', object, patch, command: `kubectl patch ${target(object)} --type merge -p ${quoted(JSON.stringify(patch))}` };
}

export function scaleStep(title: string, object: StepObject, replicas: number): PlanStep {
  return { title, action: 'scale', object, patch: { spec: { replicas } }, command: `kubectl scale ${target(object)} --replicas=${replicas}` };
}

/** Waits until a field has a value: `{.status.phase}` is `Bound`. */
export function waitStep(title: string, object: StepObject, path: string, value: string): PlanStep {
  return {
    title,
    action: 'wait',
    object,
    wait: { for: `jsonpath=${path}=${value}`, timeoutSeconds: WAIT_SECONDS },
    command: `kubectl wait --for=jsonpath='${path}'=${value} ${target(object)} --timeout=${WAIT_SECONDS}s`,
  };
}

export function waitGone(title: string, object: StepObject): PlanStep {
  return {
    title,
    action: 'wait',
    object,
    wait: { for: 'delete', timeoutSeconds: WAIT_SECONDS },
    command: `kubectl wait --for=delete ${target(object)} --timeout=${WAIT_SECONDS}s`,
  };
}

/** Deletes, and is done when the object is gone. */
export function deleteStep(title: string, object: StepObject, flags = ''): PlanStep {
  return {
    title,
    action: 'delete',
    object,
    wait: { for: 'delete', timeoutSeconds: WAIT_SECONDS },
    command: `kubectl delete ${target(object)}${flags && ` ${flags}`} --wait --timeout=${WAIT_SECONDS}s`,
  };
}

/** Applies manifests that are known word for word. */
export function applyStep(title: string, object: ObjectReference, given: readonly Manifest[]): PlanStep {
  const manifests = given.map(withNamespace);
  const text = new YamlWriter().stringify(manifests);
  return {
    title,
    action: 'apply',
    object,
    manifests,
    command: `kubectl apply --server-side --force-conflicts -f - <<'END'\n${text}END`,
  };
}

/** The namespace of a shell's context is not ours to rely on. */
function withNamespace(manifest: Manifest): Manifest {
  const namespace = namespaceOf(manifest);
  return namespace ? { ...manifest, metadata: { ...manifest.metadata, namespace } } : manifest;
}

export function checkStep(title: string, object: ObjectReference, command: string): PlanStep {
  return { title, action: 'check', object, command };
}

export function byHand(title: string, object: ObjectReference): PlanStep {
  return { title, action: 'by-hand', object, command: '' };
}

/** A word that the shell takes as it is. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
