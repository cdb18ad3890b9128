const MAX_LENGTH = 60;

/** A value as it stands in a message: short, on one line, and safe for any value, cyclic ones included. */
export function show(value: unknown): string {
  if (typeof value === 'string') { return `'${shorten(value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' '))}'`; }
  if (Array.isArray(value)) { return value.length === 0 ? 'an empty list' : 'a list'; }
  if (typeof value === 'object' && value !== null) { return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping'; }
  return shorten(String(value));
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text;
}
