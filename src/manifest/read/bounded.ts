/** Nothing that people write is nested more deeply; the server itself gives up far beyond. */
export const MAX_DEPTH = 200;

/** Objects of more than 3 MB are refused by every server, so none has this many values. */
const MAX_VALUES = 2_000_000;

/**
 * True if a value can be walked to its end: it is not nested too deeply, does
 * not contain itself, and is not endless by sharing its parts.
 */
export function isBounded(value: unknown): boolean {
  let left = MAX_VALUES;
  const fits = (part: unknown, depth: number): boolean => {
    if (typeof part !== 'object' || part === null) { return true; }
    if (depth === 0 || --left < 0) { return false; }
    for (const key in part) {
      if (!fits((part as Record<string, unknown>)[key], depth - 1)) { return false; }
    }
    return true;
  };
  return fits(value, MAX_DEPTH);
}
