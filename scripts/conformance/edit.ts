/** Where a value stands in a manifest: names of fields, keys of maps, numbers of items. */
export type Path = readonly (string | number)[];

/** The value at a path, or undefined. */
export function get(root: unknown, path: Path): any {
  let value: any = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) { return undefined; }
    value = value[segment];
  }
  return value;
}

export function has(root: unknown, path: Path): boolean {
  const parent = get(root, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path[path.length - 1]);
}

/** A copy with another value at a path. What the path leads through must be there. */
export function set<T>(root: T, path: Path, value: unknown): T {
  if (path.length === 0) { return value as T; }
  const [first, ...rest] = path;
  const copy: any = copyOf(root);
  copy[first] = set(copy[first], rest, value);
  return copy;
}

/** A copy without the value; the items behind it move up. */
export function remove<T>(root: T, path: Path): T {
  const [first, ...rest] = path;
  const copy: any = copyOf(root);
  if (rest.length > 0) {
    copy[first] = remove(copy[first], rest);
  } else if (Array.isArray(copy)) {
    copy.splice(Number(first), 1);
  } else {
    delete copy[first];
  }
  return copy;
}

/** The same value under another name, in the same place. */
export function rename<T>(root: T, path: Path, name: string): T {
  const parent = path.slice(0, -1);
  const entries = Object.entries(get(root, parent)).map(([key, value]) => [key === path[path.length - 1] ? name : key, value]);
  return set(root, parent, Object.fromEntries(entries));
}

/** The path of every value in a manifest, the outer ones first. */
export function pathsIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) { return []; }
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap(key => [[...above, key], ...pathsIn((value as any)[key], [...above, key])]);
}

/** `spec.containers[0].image` */
export function spelled(path: Path): string {
  return path.map(segment => typeof segment === 'number' ? `[${segment}]` : `.${segment}`).join('').replace(/^\./, '');
}

function copyOf(value: any): any {
  return Array.isArray(value) ? [...value] : { ...value };
}
