import { isRecord, sameData } from '../kubernetes/manifest';
import { pointer, segmentsOf } from '../kubernetes/pointer';

/** One operation of a JSON patch; without a value it removes. */
export interface Patch {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

/** What has to be done to one value so that it becomes the other one. Lists of another length are replaced. */
export function patchesBetween(from: unknown, to: unknown, path = ''): Patch[] {
  if (sameData(from, to)) { return []; }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return from.flatMap((item, index) => patchesBetween(item, to[index], path + pointer(index)));
  }
  if (!isRecord(from) || !isRecord(to)) { return [{ op: 'replace', path, value: to }]; }
  const gone = Object.keys(from).filter(key => !isThere(to, key)).map((key): Patch => ({ op: 'remove', path: path + pointer(key) }));
  const rest = Object.keys(to).filter(key => isThere(to, key)).flatMap((key): Patch[] => isThere(from, key)
    ? patchesBetween(from[key], to[key], path + pointer(key)) : [{ op: 'add', path: path + pointer(key), value: to[key] }]);
  return [...gone, ...rest];
}

function isThere(record: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(record, key) && record[key] !== undefined;
}

/** A copy of the value with patches applied that `patchesBetween` made for it. */
export function patched<T>(value: T, patches: readonly Patch[]): T {
  const copy = structuredClone(value);
  for (const { op, path, value: next } of patches) {
    const segments = segmentsOf(path);
    const last = segments.pop();
    if (last === undefined) { return structuredClone(next) as T; }
    const parent = segments.reduce((part: any, segment) => part[segment], copy);
    if (op === 'remove') { delete parent[last]; } else { parent[last] = structuredClone(next); }
  }
  return copy;
}

/** The patches without those that make no difference. */
export function needed(patches: readonly Patch[], isEnough: (some: readonly Patch[]) => boolean): Patch[] {
  let left = [...patches];
  for (const patch of patches) {
    const others = left.filter(other => other !== patch);
    if (isEnough(others)) { left = others; }
  }
  return left;
}
