/**
 * A Kubernetes object as plain data, as it stands in a YAML document. What is
 * known of it is only that it names its kind; every other field may be
 * anything, since manifests come from anywhere.
 */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ManifestMetadata;
  readonly [field: string]: any;
}

export interface ManifestMetadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly [field: string]: any;
}

/** Names one object: what `kubectl` needs to find it. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** True for a mapping; false for lists, strings, numbers, null. */
export function isRecord(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True if the value has an apiVersion and a kind, so that a server could route it. */
export function isManifest(value: unknown): value is Manifest {
  return isRecord(value)
    && typeof value.apiVersion === 'string' && value.apiVersion !== ''
    && typeof value.kind === 'string' && value.kind !== '';
}

/** The API group: `apps` of `apps/v1`, and the empty string of `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Group and kind, whatever the version: `apps/StatefulSet`, and `/Pod` of the core group. */
export function groupKindOf({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): string {
  return `${groupOf(apiVersion)}/${kind}`;
}

/** The list in a field, or an empty one if the field holds anything else. */
export function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

/** The mapping in a field, or an empty one, the same for all, if the field holds anything else. */
export function recordOf(value: unknown): Record<string, any> {
  return isRecord(value) ? value : NO_FIELDS;
}

const NO_FIELDS: Record<string, any> = Object.freeze({});

/** The text of a string, a number or a boolean; empty for anything else, which may not even have a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** True if both are the same data; key order does not matter, list order does. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) { return true; }
  if (Array.isArray(a) && Array.isArray(b)) { return a.length === b.length && a.every((item, index) => sameData(item, b[index])); }
  if (!isRecord(a) || !isRecord(b)) { return Number.isNaN(a) && Number.isNaN(b); }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && sameData(a[key], b[key]));
}

/** `__proto__` is a key like any other in somebody's YAML. */
export function setKey(record: Record<string, unknown>, key: string, value: unknown) {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    record[key] = value;
  }
}
