import { Manifest, isRecord } from '../../src/kubernetes/manifest';
import { pointer } from '../../src/kubernetes/pointer';

/** Not kept as they were written, though nothing is lost. */
const NOT_OF_THE_USER: readonly string[] = ['metadata', 'status', 'apiVersion', 'kind', 'stringData'];

/**
 * The fields of a manifest that the server took and did not store, as JSON pointers: most of them belong to a feature
 * that is off. Nothing is known of items without names in a list whose length differs.
 */
export function droppedFields(manifest: Manifest, stored: unknown): string[] {
  const fields = Object.keys(manifest).filter(field => !NOT_OF_THE_USER.includes(field));
  return isRecord(stored) ? fields.flatMap(field => lost(manifest[field], stored[field], pointer(field))) : [];
}

function lost(written: unknown, stored: unknown, path: string): string[] {
  if (isEmpty(written)) { return []; }
  if (stored === undefined) { return [path]; }
  if (Array.isArray(written)) { return Array.isArray(stored) ? lostItems(written, stored, path) : []; }
  if (!isRecord(written) || !isRecord(stored)) { return []; }
  return Object.keys(written).flatMap(field => lost(written[field], stored[field], `${path}${pointer(field)}`));
}

/** Items with names are found by them, for the server adds some of its own. */
function lostItems(written: readonly unknown[], stored: readonly unknown[], path: string): string[] {
  const nameOf = (item: unknown) => isRecord(item) ? item.name : undefined;
  const names = written.map(nameOf);
  if (names.every(name => typeof name === 'string') && new Set(names).size === names.length) {
    const byName = new Map(stored.map(item => [nameOf(item), item]));
    return written.flatMap((item, i) => lost(item, byName.get(names[i]), `${path}/${i}`));
  }
  return stored.length === written.length ? written.flatMap((item, i) => lost(item, stored[i], `${path}/${i}`)) : [];
}

/** What the server leaves out because it says nothing. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) { return !value; }
  return Object.values(value).every(isEmpty);
}
