/** A value as text; what a manifest holds in place of text must not stop us. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}

/** A mapping of text as it is written in a program: `{ app: 'db', 'a.io/b': 'c' }`. */
export function literal(mapping: unknown): string {
  const fields = Object.entries(Object(mapping)).map(([key, value]) => `${/^[a-z_]\w*$/i.test(key) ? key : `'${key}'`}: '${textOf(value)}'`);
  return `{ ${fields.join(', ')} }`;
}
