import { KubernetesVersion } from '../kubernetes-version';
import { oncePerKey } from '../once';

/**
 * The part of a line behind its first column. A text of the model has a line for each of its things: a name, and behind
 * it, parted by tabs, what is said of it.
 */
export function lineOf(text: string, name: string): string | undefined {
  return linesOf(text).get(name);
}

/** The first columns of all lines. */
export function namesIn(text: string): string[] {
  return [...linesOf(text).keys()];
}

// The texts never change, and each is read as a whole when something in it is first asked for.
const linesOf = oncePerKey((text: string): ReadonlyMap<string, string> => new Map(text.slice(1, -1).split('\n').map(line => {
  const end = line.indexOf('\t');
  return [line.slice(0, end), line.slice(end + 1)];
})));

/** What a line says of a version: `1.28-1.31 text` is true from 1.28 until 1.31, which has it no more. */
export function* entriesFor(version: KubernetesVersion, line: string): Iterable<string> {
  for (const entry of line.split('\t')) {
    const text = entryFor(version, entry);
    if (text) { yield text; }
  }
}

function entryFor(version: KubernetesVersion, entry: string): string | undefined {
  // A name begins with no digit.
  const first = entry.charCodeAt(0);
  if (first !== MINUS && !(first >= ZERO && first <= NINE)) { return entry; }
  const end = entry.indexOf(' ');
  const [since, until] = entry.slice(0, end).split('-');
  const holds = (since === '' || version.isSince(since)) && (until === '' || !version.isSince(until));
  return holds ? entry.slice(end + 1) : undefined;
}

const MINUS = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);
