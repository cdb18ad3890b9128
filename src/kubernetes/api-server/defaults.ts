import { Manifest, isRecord } from '../manifest';
import { shapeOf } from '../shapes/kinds';
import { Shape, childShape } from '../shapes/shape';

/** Booleans and numbers that are no pointers in Kubernetes: false and 0 mean the same as nothing. */
const FALSE_IS_ABSENT: ReadonlySet<string> = new Set([
  'hostNetwork', 'hostPID', 'hostIPC', 'readOnly', 'stdin', 'stdinOnce', 'tty', 'paused', 'publishNotReadyAddresses', 'globalDefault',
]);
const ZERO_IS_ABSENT: ReadonlySet<string> = new Set([
  'minReadySeconds', 'hostPort', 'nodePort', 'healthCheckNodePort', 'targetPort', 'lun',
  'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold',
]);

/** Metadata that the server writes and nobody else. */
const SERVERS_METADATA = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The object as the API server stores it: old spellings rewritten, defaults
 * written out, without nulls, status and what else is the server's own.
 */
export function stored(manifest: Manifest): Manifest {
  return defaulted(withoutServerFields(manifest), shapeOf(manifest.apiVersion, manifest.kind));
}

/** The object without status and metadata of the server's, so that it can be applied again. */
export function withoutServerFields(manifest: Manifest): Manifest {
  const { status, ...rest } = manifest;
  return isRecord(rest.metadata) ? { ...rest, metadata: ownMetadata(rest.metadata) } : rest;
}

function ownMetadata(metadata: Record<string, any>): Record<string, any> {
  const own = { ...metadata };
  for (const field of SERVERS_METADATA) { delete own[field]; }
  if (isRecord(own.annotations) && Object.hasOwn(own.annotations, LAST_APPLIED)) {
    own.annotations = { ...own.annotations };
    delete own.annotations[LAST_APPLIED];
  }
  return own;
}

/** A part of an object with its defaults, as a new value. */
export function defaulted(value: any, shape: Shape | undefined): any {
  if (Array.isArray(value)) { return value.map(item => defaulted(item, shape?.items)); }
  if (!isRecord(value)) { return value; }
  if (shape?.values) { return freeMap(value, shape.values); }
  return shape?.fields ? structOf(value, shape) : withoutNulls(value, shape);
}

function freeMap(map: Record<string, any>, shape: Shape): Record<string, any> {
  const result: Record<string, any> = {};
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined || (value === null && shape.quantity)) { continue; }
    set(result, key, value === null ? '' : defaulted(value, shape));
  }
  return result;
}

function structOf(given: Record<string, any>, shape: Shape): Record<string, any> {
  const result: Record<string, any> = {};
  const present = withoutAbsent(shape.decode ? shape.decode(given) : given, shape);
  for (const source of [present, shape.defaults?.(present) ?? {}]) {
    for (const [key, value] of Object.entries(source)) {
      if (value === undefined || Object.hasOwn(result, key)) { continue; }
      const child = childShape(shape, key);
      const settled = defaulted(value, child);
      if (!isEmptyMap(settled, key, child)) { set(result, key, settled); }
    }
  }
  return result;
}

function withoutAbsent(struct: Record<string, any>, shape: Shape): Record<string, any> {
  const result: Record<string, any> = {};
  for (const [key, value] of Object.entries(struct)) {
    if (!isAbsent(key, value, childShape(shape, key))) { set(result, key, value); }
  }
  return result;
}

function isAbsent(key: string, value: unknown, shape: Shape | undefined): boolean {
  return value === null || value === undefined
    || (value === '' && !shape?.keepEmpty)
    || (value === false && FALSE_IS_ABSENT.has(key))
    || (value === 0 && ZERO_IS_ABSENT.has(key))
    || (Array.isArray(value) && value.length === 0);
}

/** Go does not tell an empty map from none; a mapping of fields may be a pointer, and is kept. */
function isEmptyMap(value: unknown, key: string, shape: Shape | undefined): boolean {
  return isRecord(value) && (shape?.values !== undefined || key === 'metadata') && Object.keys(value).length === 0;
}

function withoutNulls(value: Record<string, any>, shape: Shape | undefined): Record<string, any> {
  const result: Record<string, any> = {};
  for (const [key, child] of Object.entries(value)) {
    if (child !== null && child !== undefined) { set(result, key, defaulted(child, childShape(shape, key))); }
  }
  return result;
}

/** `__proto__` is a key like any other in somebody's YAML. */
function set(target: Record<string, any>, key: string, value: unknown) {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
