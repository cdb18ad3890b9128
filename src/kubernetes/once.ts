/** What a function makes, made when somebody asks for the first time. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What a function makes of each key, made when somebody asks for the key for the first time. */
export function oncePerKey<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return key => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) { return known as V; }
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
