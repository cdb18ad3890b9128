import { Change, ClaimEffect, Effect } from './effect';
import { writtenFields } from './exported';
import { FieldChange, fieldChanges } from './field-change';
import { liveOf, withBothAccountNames } from './live';
import { ALLOCATED, settledService } from './service';
import { KubernetesMinor } from './version';
import { World } from './world';
import { applied } from '../../kubernetes/api-server/apply';
import { stored } from '../../kubernetes/api-server/defaults';
import { Manifest } from '../../kubernetes/manifest';
import { shapeOf } from '../../kubernetes/shapes/kinds';

/** One object on both sides. */
export interface Update {
  /** As it stands in the cluster: defaults written out. */
  readonly before: Manifest;
  /** As it would stand after the update. */
  readonly after: Manifest;
  /** As written in the manifests. */
  readonly given: { readonly before: Manifest; readonly after: Manifest };
  readonly changes: readonly FieldChange[];
}

/** What a rule found. */
export interface Hit extends Pick<Change, 'path' | 'message'> {
  /** @default - the rule's effect */
  readonly effect?: Effect;
  /** @default - the rule's fix */
  readonly fix?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly claims?: readonly ClaimEffect[];
  /** Part of the id, where a rule can apply twice to one object. */
  readonly part?: string;
}

/** One row of the table of effects. */
export interface EffectRule {
  /** Words that say what happens. Also the heading in the docs. */
  readonly id: string;
  readonly title: string;
  /** True if the server takes it and it hurts: it counts until somebody accepts it. @default false */
  readonly danger?: boolean;
  readonly effect: Effect;
  readonly kinds: readonly string[];
  /** Which fields, in words for the docs. */
  readonly fields: string;
  /** One or two sentences: what happens in the cluster. */
  readonly why: string;
  readonly fix: string;
  /** First minor version of Kubernetes it holds for. @default - all */
  readonly since?: KubernetesMinor;
  /** First minor version it does not hold for any more. @default - none */
  readonly until?: KubernetesMinor;
  readonly updated?: (update: Update, world: World) => Iterable<Hit>;
  readonly removed?: (object: Manifest, world: World) => Iterable<Hit>;
  readonly added?: (object: Manifest, world: World) => Iterable<Hit>;
  readonly renamed?: (before: Manifest, after: Manifest, world: World) => Iterable<Hit>;
}

/** Computes what server-side apply would store, and what that changes. */
export function updateOf(before: Manifest, after: Manifest): Update {
  const live = liveOf(stored(before));
  const next = settledService(live, stored(applied(withBothAccountNames(live), writtenFields(before), after)));
  const changes = fieldChanges(live, next, shapeOf(after.apiVersion, after.kind))
    .filter(change => !isAllocated(change.before) || !isAllocated(change.after));
  return { before: live, after: next, given: { before, after }, changes };
}

function isAllocated(value: unknown): boolean {
  return value === undefined || value === ALLOCATED || (Array.isArray(value) && value.every(item => item === ALLOCATED));
}

/** True if the path is the given one or below it. */
export function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent + '/');
}

/** The changes at or below a path; also one above it that takes it along. */
export function changesUnder(update: Update, parent: string): FieldChange[] {
  return update.changes.filter(({ path }) => isUnder(path, parent) || isUnder(parent, path));
}

export function changedUnder(update: Update, parent: string): boolean {
  return update.changes.some(({ path }) => isUnder(path, parent) || isUnder(parent, path));
}
