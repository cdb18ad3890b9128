/** Nothing that people write is nested more deeply; the server itself gives up far beyond. */
export const MAX_DEPTH = 200;

/** Objects of more than 3 MB are refused by every server, so none has this many values. */
const MAX_VALUES = 2_000_000;

/**
 * True if a value can be walked to its end: it is not nested too deeply, does
 * not contain itself, and is not endless by sharing its parts.
 */
export function isBounded(value: unknown): boolean {
  return isComposed(value) ? fits(value, MAX_DEPTH, { left: MAX_VALUES }) : true;
}

function fits(part: object, depth: number, budget: { left: number }): boolean {
  if (depth === 0 || --budget.left < 0) { return false; }
  if (Array.isArray(part)) {
    for (let index = 0; index < part.length; index++) {
      if (isComposed(part[index]) && !fits(part[index], depth - 1, budget)) { return false; }
    }
    return true;
  }
  // Faster than Object.keys, and manifests inherit nothing.
  for (const key in part) {
    const value = (part as Record<string, unknown>)[key];
    if (isComposed(value) && !fits(value, depth - 1, budget)) { return false; }
  }
  return true;
}

function isComposed(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
