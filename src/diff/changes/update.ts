import { Difference, differencesOf } from './difference';
import { writtenFields } from './exported';
import { liveOf, withBothAccountNames } from './live';
import { ALLOCATED, settledService } from './service';
import { ApiModel } from '../../kubernetes/api/model';
import { applied } from '../../kubernetes/api-server/apply';
import { stored } from '../../kubernetes/api-server/defaults';
import { Manifest } from '../../kubernetes/manifest';
import { without } from '../../kubernetes/pointer';

/** One object on both sides. */
export interface Update {
  /** As it stands in the cluster: defaults written out. */
  readonly before: Manifest;
  /** As it would stand after the update. */
  readonly after: Manifest;
  /** As written in the manifests. */
  readonly given: { readonly before: Manifest; readonly after: Manifest };
  readonly differences: readonly Difference[];
}

/**
 * Computes what server-side apply would store, and what that changes.
 *
 * @param isScaled an autoscaler wrote the replicas of the live object
 */
export function updateOf(before: Manifest, after: Manifest, model: ApiModel, isScaled = false): Update {
  const written = isScaled ? without(writtenFields(before), '/spec/replicas') : writtenFields(before);
  const live = liveOf(stored(before, model));
  const next = settledService(live, stored(applied(withBothAccountNames(live, model), written, after, model), model, live), model);
  const differences = differencesOf(live, next, model.objectType(after.apiVersion, after.kind), model)
    .filter(difference => !isAllocated(difference.before) || !isAllocated(difference.after));
  return { before: live, after: next, given: { before, after }, differences };
}

function isAllocated(value: unknown): boolean {
  return value === undefined || value === ALLOCATED || (Array.isArray(value) && value.every(item => item === ALLOCATED));
}

/** True if the path is the given one or below it. */
export function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent + '/');
}

/** The differences at or below a path; also one above it that takes it along. */
export function differencesUnder(update: Update, parent: string): Difference[] {
  return update.differences.filter(({ path }) => isUnder(path, parent) || isUnder(parent, path));
}

export function differsUnder(update: Update, parent: string): boolean {
  return update.differences.some(({ path }) => isUnder(path, parent) || isUnder(parent, path));
}
