/** Values by their keys, in the order in which they came. */
export function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) { append(groups, keyOf(value), value); }
  return groups;
}

/** Adds a value to those of a key. */
export function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) { group.push(value); } else { groups.set(key, [value]); }
}
