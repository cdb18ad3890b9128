/**
 * A type of CEL: `int`, `list<string>`, `map<quantity>` (of its values), `optional<int>`, or the name of a type of Kubernetes.
 * `dyn` is what the server knows only when it evaluates, `unknown` what this reader does not know, though the server may.
 */
export type CelType = string;

export const isOpen = (type: CelType): boolean => type === 'dyn' || type === 'unknown';

/** `list` of `list<string>`. */
export function headOf(type: CelType): string {
  const end = type.indexOf('<');
  return end < 0 ? type : type.slice(0, end);
}

/** What is in a list, a map or an optional; of what is open the same. */
export function itemOf(type: CelType): CelType {
  const start = type.indexOf('<');
  if (start >= 0) { return type.slice(start + 1, -1); }
  return isOpen(type) ? type : 'unknown';
}

const NULLABLE_NEVER: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'double', 'string', 'bytes', 'list', 'map', 'type']);

/** False where two types surely differ. */
export function mayBeSame(one: CelType, other: CelType): boolean {
  if (isOpen(one) || isOpen(other)) { return true; }
  const [head, otherHead] = [headOf(one), headOf(other)];
  if (head === 'null' || otherHead === 'null') { return head === otherHead || !NULLABLE_NEVER.has(head === 'null' ? otherHead : head); }
  return head === otherHead && (!one.includes('<') || !other.includes('<') || mayBeSame(itemOf(one), itemOf(other)));
}

/** The type of what is one of several: of `dyn` and another one it is `dyn`, of others that differ it is `unknown`. */
export function commonType(types: readonly CelType[]): CelType {
  if (types.length === 0 || types.includes('unknown')) { return 'unknown'; }
  if (types.includes('dyn')) { return 'dyn'; }
  return types.every(type => type === types[0]) ? types[0] : 'unknown';
}
