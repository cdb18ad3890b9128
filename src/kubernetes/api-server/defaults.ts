import { rewritten, settledClaim } from './rewrites';
import { computedDefault } from '../api/computed-defaults';
import { Field } from '../api/field';
import { FieldType } from '../api/field-type';
import { ApiModel } from '../api/model';
import { DefaultBelow, StructType } from '../api/struct-type';
import { Manifest, isRecord, setKey } from '../manifest';

type Struct = Record<string, any>;

/** Metadata that the server writes and nobody else. */
const SERVERS_METADATA = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Claims within other objects are stored as they are written, and lose what is dropped when somebody makes them. */
const KEPT_WHOLE: ReadonlySet<string> = new Set(['PersistentVolumeClaimSpec']);

/**
 * The object as the API server stores it: old spellings rewritten, defaults
 * written out, without nulls, status and what else is the server's own.
 *
 * @param old the object that is updated, as it is stored
 */
export function stored(manifest: Manifest, model: ApiModel, old?: Manifest): Manifest {
  return defaulted(settledClaim(withoutServerFields(manifest), model, old), model.objectType(manifest.apiVersion, manifest.kind), model);
}

/** The object without status and metadata of the server's, so that it can be applied again. */
export function withoutServerFields(manifest: Manifest): Manifest {
  const { status, ...rest } = manifest;
  return isRecord(rest.metadata) ? { ...rest, metadata: ownMetadata(rest.metadata) } : rest;
}

function ownMetadata(metadata: Struct): Struct {
  const own = { ...metadata };
  for (const field of SERVERS_METADATA) { delete own[field]; }
  if (isRecord(own.annotations) && Object.hasOwn(own.annotations, LAST_APPLIED)) {
    own.annotations = { ...own.annotations };
    delete own.annotations[LAST_APPLIED];
  }
  return own;
}

/** A part of an object with its defaults, as a new value. */
function defaulted(value: any, type: FieldType | undefined, model: ApiModel): any {
  if (typeof value !== 'object' || value === null) { return value; }
  if (Array.isArray(value)) { return value.map(item => defaulted(item, type?.item, model)); }
  if (type?.holds === 'map') { return freeMap(value, type.item!, model); }
  const struct = type?.struct === undefined ? undefined : model.type(type.struct);
  return struct ? structOf(value, struct, model) : withoutNulls(value, type, model);
}

function freeMap(map: Struct, type: FieldType, model: ApiModel): Struct {
  const result: Struct = {};
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value === undefined || (value === null && type.holds === 'quantity')) { continue; }
    setKey(result, key, value === null ? '' : defaulted(value, type, model));
  }
  return result;
}

function withoutNulls(value: Struct, type: FieldType | undefined, model: ApiModel): Struct {
  const result: Struct = {};
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (child !== null && child !== undefined) { setKey(result, key, defaulted(child, model.part(type, key), model)); }
  }
  return result;
}

function structOf(given: Struct, type: StructType, model: ApiModel): Struct {
  const struct = rewritten(KEPT_WHOLE.has(type.name) ? given : type.withoutDropped(given), type.name, model);
  const result: Struct = {};
  for (const key of Object.keys(struct)) {
    const field = type.field(key);
    settle(result, key, field?.computedDefault ? valueOf(field, struct) : struct[key], field, model);
  }
  for (const field of type.withDefault()) {
    if (!Object.hasOwn(result, field.name)) { settle(result, field.name, valueOf(field, struct), field, model); }
  }
  for (const below of type.defaultsBelow()) { fillBelow(result, 0, below, result, model); }
  return result;
}

/** What the server writes: a fixed default, or one that depends on the struct as it was given. */
function valueOf(field: Field, struct: Struct): unknown {
  return field.computedDefault ? computedDefault(field.computedDefault)(struct[field.name], struct, struct) : field.default;
}

function settle(result: Struct, key: string, value: unknown, field: Field | undefined, model: ApiModel) {
  if (isAbsent(value, field)) { return; }
  const settled = defaulted(value, field?.type, model);
  if (!isEmptyMapping(settled, field)) { setKey(result, key, settled); }
}

/** A number or a boolean that must be there is no less than what it says. */
function isAbsent(value: unknown, field: Field | undefined): boolean {
  if (value === null || value === undefined) { return true; }
  if (!field) { return false; }
  if (Array.isArray(value)) { return value.length === 0 && field.type.holds !== 'any'; }
  return field.zeroIsAbsent && (value === '' || (!field.required && (value === 0 || value === false)));
}

/** Go does not tell an empty map from none, nor an empty struct without a pointer. */
function isEmptyMapping(value: unknown, field: Field | undefined): boolean {
  if (!field || !isRecord(value) || Object.keys(value).length > 0) { return false; }
  return field.type.holds === 'map' || (field.type.holds === 'struct' && field.zeroIsAbsent && !field.required && field.default === undefined);
}

/** A default of a field further down, in each item of the lists on the way. */
function fillBelow(value: unknown, at: number, below: DefaultBelow, root: Struct, model: ApiModel) {
  if (Array.isArray(value)) { return value.forEach(item => fillBelow(item, at, below, root, model)); }
  if (!isRecord(value)) { return; }
  const name = below.path[at];
  const given = value[name];
  if (at < below.path.length - 1) { return fillBelow(given, at + 1, below, root, model); }
  const made = below.computedDefault ? computedDefault(below.computedDefault)(given, value, root) : given ?? below.default;
  if (made !== given && made !== undefined) { value[name] = defaulted(made, undefined, model); }
}
