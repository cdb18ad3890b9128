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
  const counts = new RepeatCounts();
  let depth = 0;
  let repeatable = false;
  let repeated = false;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const [char] = rest;
    const repeat = repeatOf(rest);
    if (repeat) {
      if (!repeatable || (repeated && char !== '?')) { return `'${repeat}' repeats nothing`; }
      const fault = counts.faultOf(repeat);
      if (fault) { return fault; }
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
    // Flags without a colon are a group of their own.
    const opens = char === '(' && rest[length - 1] !== ')';
    if (opens) { depth++; }
    if (char === ')' && --depth < 0) { return "a ')' closes nothing"; }
    counts.add(opens ? '(' : char === ')' ? ')' : 'part');
    at += length;
  }
  return depth > 0 ? "a '(' is not closed" : undefined;
}

/** How often the innermost part comes at most: repetitions within repetitions multiply. */
class RepeatCounts {
  /** Of each open group the largest count in it, the innermost group last. */
  private readonly groups: number[] = [1];
  /** Of what was read last. */
  private last = 1;

  public add(part: '(' | ')' | 'part'): void {
    this.groups.push(Math.max(this.groups.pop()!, this.last));
    if (part === '(') { this.groups.push(1); }
    this.last = part === ')' ? this.groups.pop()! : 1;
  }

  /** What is wrong with a repetition of what was read last. */
  public faultOf(repeat: string): string | undefined {
    const [, least, comma, most] = REPEATED.exec(repeat) ?? [];
    if (least === undefined) { return undefined; }
    const max = Number(!comma ? least : most || least);
    if (most && Number(least) > max) { return `'${repeat}' wants more than it allows`; }
    if (Math.max(Number(least), max) > MOST_REPEATS || max > 1 && this.last * max > MOST_REPEATS) { return `'${repeat}' repeats more than ${MOST_REPEATS} times`; }
    this.last = max === 0 ? 1 : this.last * max;
    return undefined;
  }
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
