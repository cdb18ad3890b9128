/**
 * Field paths are JSON pointers (`/spec/containers/0/image`): one spelling for
 * findings, changes and JSON patches.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function pointer(...segments: (string | number)[]): string {
  let path = '';
  for (const segment of segments) { path += `/${typeof segment === 'string' ? escaped(segment) : segment}`; }
  return path;
}

/** Few segments hold a character that has a meaning in pointers. */
function escaped(segment: string): string {
  return /[~/]/.test(segment) ? segment.replace(/~/g, '~0').replace(/\//g, '~1') : segment;
}

/** The segments of a pointer: the inverse of `pointer`. */
export function segmentsOf(path: string): string[] {
  if (path === '') { return []; }
  const segments = path.slice(1).split('/');
  return path.includes('~') ? segments.map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~')) : segments;
}

/** What a pointer or a path of a file leads through: `a` and `a/b` of `a/b/c`; the empty pointer, `/spec` and `/spec/template` of `/spec/template/metadata`. */
export function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) { parents.push(path.slice(0, slash)); }
  return parents;
}

/** The value at a pointer, or undefined if there is none. */
export function valueAt(root: any, path: string): any {
  let value = root;
  for (const segment of segmentsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) { return undefined; }
    value = value[segment];
  }
  return value;
}

/** A copy without the value at a pointer; of a list only the item's content goes, so that the others keep their places. */
export function without<T>(root: T, path: string): T {
  const segments = segmentsOf(path);
  const last = segments.pop();
  if (last === undefined) { return root; }
  const copyOf = (value: any) => Array.isArray(value) ? [...value] : { ...value };
  const copy = copyOf(root);
  let node = copy;
  for (const segment of segments) {
    if (typeof node[segment] !== 'object' || node[segment] === null) { return root; }
    node = node[segment] = copyOf(node[segment]);
  }
  if (Array.isArray(node)) { node[Number(last)] = null; } else { delete node[last]; }
  return copy;
}
