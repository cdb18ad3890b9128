/** What comes after `(?` in front of a group, in the regular expressions of Go. */
const PREFIX = /^(\?(P?<[A-Za-z_]\w*>|[imsU-]*[:)]))/;
const LOOK = /^\?(<?[=!]|>)/;
/** One digit; several are the number of a character, in octal. */
const BACK = /^\\(?:[89]|[1-7](?![0-7]))/;
const REPEATED = /^\{(\d+)(,(\d*))?\}/;
const MOST_REPEATS = 1000;

/**
 * Why the API server would not take this regular expression; undefined if it
 * would, as far as can be said. Its expressions are Go's: without looking
 * around and without references back.
 *
 * @see https://pkg.go.dev/regexp/syntax
 */
export function patternFault(pattern: string): string | undefined {
  let depth = 0;
  let repeatable = false;
  let repeated = false;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const [char] = rest;
    const repeat = repeatOf(rest);
    if (repeat) {
      if (!repeatable || (repeated && char !== '?')) { return `'${repeat}' repeats nothing`; }
      if ((REPEATED.exec(repeat)?.slice(1) ?? []).some(count => Number(count) > MOST_REPEATS)) { return `'${repeat}' repeats more than ${MOST_REPEATS} times`; }
      // One `?` more makes a repetition lazy; after that nothing can be repeated.
      repeatable = !repeated;
      repeated = true;
      at += repeat.length;
      continue;
    }
    repeated = false;
    repeatable = char !== '(' && char !== '|';
    const length = partLength(rest);
    if (typeof length === 'string') { return length; }
    if (char === '(') { depth++; }
    if (char === ')' && --depth < 0) { return "a ')' closes nothing"; }
    // Flags without a colon are a group of their own.
    if (char === '(' && rest[length - 1] === ')') { depth--; }
    at += length;
  }
  return depth > 0 ? "a '(' is not closed" : undefined;
}

function repeatOf(rest: string): string | undefined {
  return '*+?'.includes(rest[0]) ? rest[0] : REPEATED.exec(rest)?.[0];
}

/** How long the next part is, or what is wrong with it. */
function partLength(rest: string): number | string {
  switch (rest[0]) {
    case '\\':
      if (rest.length === 1) { return 'it ends in a backslash'; }
      if (BACK.test(rest)) { return `'\\${rest[1]}' refers back to a group`; }
      return /^\\(Q[\s\S]*?(?:\\E|$)|[xpP]\{[^}]*\}|[\s\S])/.exec(rest)![0].length;
    case '[': {
      const length = /^\[\^?\]?(\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0].length;
      return length ?? "a '[' is not closed";
    }
    case '(': {
      const after = rest.slice(1);
      if (!after.startsWith('?')) { return 1; }
      if (LOOK.test(after)) { return `'(${LOOK.exec(after)![0]}' looks around`; }
      const prefix = PREFIX.exec(after)?.[0];
      return prefix === undefined ? "'(?' begins no group" : 1 + prefix.length;
    }
    default: return 1;
  }
}
