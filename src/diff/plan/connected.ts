/** Values that share a key, directly or through others, in one group each. */
export function connected<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): T[][] {
  const groups = new Set<T[]>();
  const groupOf = new Map<string, T[]>();
  for (const value of values) {
    const joined = new Set(keysOf(value).flatMap(key => groupOf.has(key) ? [groupOf.get(key)!] : []));
    const group = [...[...joined].flat(), value];
    joined.forEach(part => groups.delete(part));
    groups.add(group);
    for (const key of group.flatMap(keysOf)) { groupOf.set(key, group); }
  }
  return [...groups];
}
