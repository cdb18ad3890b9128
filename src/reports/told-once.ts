/** Something that was said, and of what. */
export interface ToldOnce<T, P> {
  readonly said: T;
  readonly parts: readonly P[];
}

/** What is said of several parts with the same key is told once, with the parts that it is said of. */
export function toldOnce<T, P>(parts: readonly (readonly [part: P, said: readonly T[]])[], keyOf: (said: T, part: P) => string): ToldOnce<T, P>[] {
  const all = new Map<string, { readonly said: T; readonly parts: P[] }>();
  for (const [part, some] of parts) {
    for (const said of some) {
      const key = keyOf(said, part);
      const known = all.get(key) ?? { said, parts: [] };
      all.set(key, known);
      if (known.parts.at(-1) !== part) { known.parts.push(part); }
    }
  }
  return [...all.values()];
}
