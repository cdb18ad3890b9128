import { checkManifests } from '../checks/run';
import { schemaRequired } from '../checks/schema/problems';
import { isExported, writtenFields } from '../diff/changes/exported';
import { updateOf } from '../diff/changes/update';
import { ApiModel } from '../kubernetes/api/model';
import { stored, withoutServerFields } from '../kubernetes/api-server/defaults';
import { Manifest, isRecord, recordOf, sameData } from '../kubernetes/manifest';
import { pointer, without } from '../kubernetes/pointer';
import { recreatorOf } from '../manifest/deployers';

/** True if applying one over the other changes nothing, on every version. */
export function isSame(before: Manifest, after: Manifest, models: readonly ApiModel[]): boolean {
  return sameData(withoutServerFields(before), withoutServerFields(after))
    || models.every(model => updateOf(before, after, model).differences.length === 0);
}

/**
 * An object as its author would write it. Of what a cluster printed, that is what was applied, if it is still so;
 * otherwise all of it, without what the server and the controllers filled in.
 */
export function asWritten(object: Manifest, models: readonly ApiModel[]): Manifest {
  if (!isOfServer(object)) { return withoutServerFields(object); }
  const { name, namespace } = recordOf(object.metadata);
  const candidates = [withChoices(writtenFields(object), object), withChoices(withoutControllers(object), object), object]
    // What was applied may have left the namespace to kubectl.
    .map(candidate => withoutServerFields({ ...candidate, metadata: { ...candidate.metadata, name, ...namespace !== undefined && { namespace } } }));
  const found = candidates.find(candidate => isSame(object, candidate, models) && isWhole(candidate, models)) ?? withoutServerFields(object);
  return withoutDefaults(found, candidate => isSame(object, candidate, models), models);
}

/** What one of several managers applied may be a part that makes no object by itself. */
function isWhole(candidate: Manifest, models: readonly ApiModel[]): boolean {
  return checkManifests([candidate], { model: models, scope: 'object' }).every(({ rule }) => rule !== schemaRequired.id);
}

/** True for what a server printed, also if a program took the uid away. */
export function isOfServer(object: Manifest): boolean {
  const { creationTimestamp, generation, resourceVersion } = recordOf(object.metadata);
  // Of what a deployer creates anew each time, nothing is merged.
  if (recreatorOf(object) !== undefined) { return false; }
  return isExported(object) || [creationTimestamp, generation, resourceVersion].some(field => field !== undefined && field !== null);
}

/** More fields, or more text, than a workload has: looking at each field would take too long. */
const MOST_FIELDS = 500;
const MOST_TEXT = 30_000;

function withoutControllers(object: Manifest): Manifest {
  const annotations = withoutLastApplied(recordOf(object.metadata?.annotations));
  return writtenFields({ ...object, metadata: { ...object.metadata, managedFields: undefined, annotations } });
}

/** With what a controller fills in where nobody does, and what somebody chose here: that a Service is headless, the class of a claim. */
function withChoices(written: Manifest, { kind, spec }: Manifest): Manifest {
  const { clusterIP, storageClassName } = recordOf(spec);
  if (kind === 'Service' && clusterIP === 'None') { return { ...written, spec: { ...written.spec, clusterIP } }; }
  if (kind === 'PersistentVolumeClaim' && storageClassName !== undefined) { return { ...written, spec: { ...written.spec, storageClassName } }; }
  return written;
}

function withoutLastApplied({ 'kubectl.kubernetes.io/last-applied-configuration': _, ...annotations }: Record<string, string>) {
  return annotations;
}

/** The object without fields that the server fills in just like that. */
function withoutDefaults(object: Manifest, isStillSame: (candidate: Manifest) => boolean, models: readonly ApiModel[]): Manifest {
  const before = models.map(model => stored(object, model));
  const paths = fieldsBelow(object, '').reverse();
  if (paths.length > MOST_FIELDS || JSON.stringify(object).length > MOST_TEXT) { return object; }
  let lean = object;
  for (const path of paths) {
    const candidate = without(lean, path);
    if (models.every((model, index) => sameData(stored(candidate, model), before[index]))) { lean = candidate; }
  }
  return isStillSame(lean) ? lean : object;
}

/** Paths of all fields that a default may fill in: the outer ones first. */
function fieldsBelow(value: unknown, path: string): string[] {
  if (Array.isArray(value)) { return value.flatMap((item, index) => fieldsBelow(item, path + pointer(index))); }
  if (!isRecord(value)) { return []; }
  return Object.entries(value).filter(([key]) => path !== '' || !['apiVersion', 'kind', 'metadata'].includes(key))
    .flatMap(([key, child]) => [...path === '' ? [] : [path + pointer(key)], ...fieldsBelow(child, path + pointer(key))]);
}
