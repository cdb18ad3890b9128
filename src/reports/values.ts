import { Change } from './change';
import { isRecord } from '../kubernetes/manifest';

/** Longer values say more about themselves than about the change. */
const MAX_LENGTH = 48;
const ELLIPSIS = '…';

/** What a value was and is, each on one line and short. */
export interface Values {
  /** What comes before them: `line 3: `. */
  readonly lead: string;
  readonly before: string;
  readonly after: string;
}

/** `3 → 1`; empty if there is nothing to tell apart. */
export function arrow(change: Pick<Change, 'before' | 'after'>): string {
  const values = valuesOf(change);
  return values ? `${values.lead}${values.before} → ${values.after}` : '';
}

/** Undefined if there is nothing to tell apart. */
export function valuesOf({ before, after }: Pick<Change, 'before' | 'after'>): Values | undefined {
  if (before === undefined && after === undefined) { return undefined; }
  const values = isLong(before) && isLong(after) ? changedLine(before.split('\n'), after.split('\n')) : apart(text(before), text(after));
  return values.before === values.after ? undefined : values;
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.trimEnd().includes('\n');
}

/** Of a file in a ConfigMap, the first line that differs. */
function changedLine(before: readonly string[], after: readonly string[]): Values {
  const index = before.findIndex((line, position) => line !== after[position]);
  const at = index < 0 ? before.length : index;
  return { ...apart(lineAt(before, at), lineAt(after, at)), lead: `line ${at + 1}: ` };
}

/** What follows the last line break is no line. */
function lineAt(lines: readonly string[], at: number): string {
  return at < lines.length - (lines.at(-1) === '' ? 1 : 0) ? lines[at] : '(none)';
}

function text(value: unknown): string {
  if (value === undefined) { return '(none)'; }
  if (typeof value === 'string') { return isLong(value) ? `${value.trimEnd().split('\n').length} lines of text` : value; }
  return flow(value);
}

/** As YAML in one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) { return `[${value.map(flow).join(', ')}]`; }
  if (isRecord(value)) { return `{${Object.entries(value).map(([key, child]) => `${key}: ${flow(child)}`).join(', ')}}`; }
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}

/** Both values cut to what fits; values that begin alike are cut at the front, so that the difference is seen. */
function apart(before: string, after: string): Values {
  if (before.length <= MAX_LENGTH && after.length <= MAX_LENGTH) { return { lead: '', before, after }; }
  const shared = sharedStart(before, after);
  const from = shared > MAX_LENGTH / 2 ? shared - 12 : 0;
  return { lead: '', before: cut(before, from), after: cut(after, from) };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) { length += 1; }
  return length;
}

function cut(value: string, from: number): string {
  const rest = from > 0 ? ELLIPSIS + value.slice(from) : value;
  return rest.length > MAX_LENGTH ? rest.slice(0, MAX_LENGTH - 1) + ELLIPSIS : rest;
}
