/** A value as text; what a manifest holds in place of text must not stop us. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}
