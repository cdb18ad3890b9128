import { isRecord } from '../../src/kubernetes/manifest';
import { pointer, segmentsOf } from '../../src/kubernetes/pointer';

/** A value with its lists as mappings, by what names their items: a server may leave an item out, and the next one is not in its place. */
export function byName(value: any): any {
  if (Array.isArray(value)) { return Object.fromEntries(value.map((item, index) => [nameOf(item, index), byName(item)])); }
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, byName(child)])) : value;
}

/** The same for a path of the value. */
export function pathByName(root: any, path: string): string {
  let value = root;
  return segmentsOf(path).map(segment => {
    const parent = value;
    value = parent?.[segment];
    return pointer(Array.isArray(parent) ? nameOf(value, Number(segment)) : segment);
  }).join('');
}

function nameOf(item: any, index: number): string {
  return isRecord(item) && typeof item.name === 'string' ? String(item.name) + (typeof item.mountPath === 'string' ? item.mountPath : '') : String(index);
}
