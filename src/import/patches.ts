import { isRecord, sameData, setKey } from '../kubernetes/manifest';
import { pointer, segmentsOf } from '../kubernetes/pointer';

/** One operation of a JSON patch; without a value it removes. */
export interface Patch {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

/** What has to be done, one after the other, to one value so that it becomes the other one. */
export function patchesBetween(from: unknown, to: unknown, path = ''): Patch[] {
  if (sameData(from, to)) { return []; }
  if (Array.isArray(from) && Array.isArray(to)) { return ofLists(from, to, path); }
  if (!isRecord(from) || !isRecord(to)) { return [{ op: 'replace', path, value: to }]; }
  const gone = Object.keys(from).filter(key => !isThere(to, key)).map((key): Patch => ({ op: 'remove', path: path + pointer(key) }));
  const rest = Object.keys(to).filter(key => isThere(to, key)).flatMap((key): Patch[] => isThere(from, key)
    ? patchesBetween(from[key], to[key], path + pointer(key)) : [{ op: 'add', path: path + pointer(key), value: to[key] }]);
  return [...gone, ...rest];
}

/** Items are added where they stand, if all others stay in their order. A list of anything but records is replaced if that is shorter. */
function ofLists(from: readonly unknown[], to: readonly unknown[], path: string): Patch[] {
  const whole: Patch[] = [{ op: 'replace', path, value: to }];
  if (from.length === 0 || from.length > to.length) { return whole; }
  let next = 0;
  const patches = to.flatMap((item, index): Patch[] => {
    const isLast = to.length - index === from.length - next;
    const isOld = next < from.length && (isLast || sameData(item, from[next]) || nameOf(item) !== undefined && nameOf(item) === nameOf(from[next]));
    return isOld ? patchesBetween(from[next++], item, path + pointer(index)) : [{ op: 'add', path: path + pointer(index), value: item }];
  });
  return to.every(isRecord) || JSON.stringify(patches).length <= JSON.stringify(whole).length ? patches : whole;
}

function nameOf(item: unknown): unknown {
  return isRecord(item) ? item.name : undefined;
}

function isThere(record: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(record, key) && record[key] !== undefined;
}

/** A copy of the value with patches applied; undefined if one of them has no place to go, since another one that made it was left out. */
export function patched<T>(value: T, patches: readonly Patch[]): T | undefined {
  const copy = structuredClone(value);
  for (const { op, path, value: next } of patches) {
    const segments = segmentsOf(path);
    const last = segments.pop();
    if (last === undefined) { return structuredClone(next) as T; }
    const parent = segments.reduce((part: any, segment) => isThere(part ?? {}, segment) ? part[segment] : undefined, copy);
    if (typeof parent !== 'object' || parent === null) { return undefined; }
    if (op === 'remove') {
      delete parent[last];
    } else if (op === 'add' && Array.isArray(parent)) {
      parent.splice(Number(last), 0, structuredClone(next));
    } else {
      setKey(parent, last, structuredClone(next));
    }
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
