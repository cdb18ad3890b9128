import { Manifest, ObjectReference } from '../kubernetes/manifest';

/** What a step does to an object, for machines. */
export type StepAction = 'check' | 'patch' | 'label' | 'scale' | 'wait' | 'delete' | 'apply' | 'restart' | 'exec' | 'by-hand';

/** A condition to wait for. */
export interface WaitCondition {
  /**
   * As `kubectl wait --for` has it: `jsonpath={.status.phase}=Bound`, or
   * `delete`. With nothing after the last `=`, until the field is empty, for
   * which kubectl has no words; the command does it by asking again.
   */
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
  /** For people: runs as it stands in bash. Empty for steps that are done by hand. */
  readonly command: string;
  /** For machines: the same as a program and its arguments, without a shell around it. Empty for steps that are done by hand. */
  readonly argv: readonly string[];
  /** What the program reads. @default - nothing */
  readonly stdin?: string;
  readonly object: StepObject;
  /** Body of a merge patch that does the same as the command. @default - the step is no patch */
  readonly patch?: Record<string, unknown>;
  /** What is applied, where that is known beforehand. @default - the step applies nothing */
  readonly manifests?: readonly Manifest[];
  /** Fields of the manifest or patch that only the cluster knows: the shell command that prints the value, by JSON pointer. @default - none */
  readonly valuesFrom?: Readonly<Record<string, string>>;
  /** @default - the step is done when its command is */
  readonly wait?: WaitCondition;
  /** If this step fails, or is not to be run: the number of the step of the way back to begin with. @default - there is nothing to undo yet */
  readonly wayBackFrom?: number;
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
  /** How to get back to where it started, until what comes afterwards was done. */
  readonly wayBack: readonly PlanStep[];
  /** What to do when everything is well, and not before. */
  readonly afterwards: readonly PlanStep[];
  /** What it does not do. */
  readonly limits: readonly string[];
}
