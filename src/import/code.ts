import { keyOf, quoted } from './quoted';
import { isRecord } from '../kubernetes/manifest';

/** A call or a construction within data: `Size.gibibytes(1)`, `new ApiObject(chart, 'web', {})`. */
export class Call {
  constructor(
    /** What is called: `Size.gibibytes`, `new ApiObject`, `web.addJsonPatch`. */
    public readonly callee: string,
    public readonly args: readonly unknown[],
    /** The package that its first name is imported from. @default - it is a variable of the program */
    public readonly from?: string,
    /** A method of what it gives back: `ApiObject.of(web).addJsonPatch(…)`. @default - none is called */
    public readonly then?: { readonly method: string; readonly args: readonly unknown[] },
  ) {}

  /** What stands before the last arguments. */
  public get head(): string {
    return this.then ? `${this.callee}(${this.args.map(arg => codeOf(arg)).join(', ')}).${this.then.method}` : this.callee;
  }

  /** The last arguments. */
  public get lastArgs(): readonly unknown[] {
    return this.then ? this.then.args : this.args;
  }
}

/** Something that is named, not written out: `chart`, `RestartPolicy.NEVER`. */
export class Name {
  constructor(
    public readonly text: string,
    /** The package that its first word is imported from. @default - it is a variable of the program */
    public readonly from?: string,
  ) {}
}

/** The longest line that is not broken. */
const WIDTH = 120;

/** Data that is nested deeper is easier to read on lines of its own. */
const DEPTH = 3;

/**
 * Data as TypeScript, as people write it: what is short and shallow on one line.
 *
 * @param indent blanks before the line that it begins on
 * @param used characters that stand on that line already
 */
export function codeOf(value: unknown, indent = 0, used = 0): string {
  const flat = isDeeper(value, DEPTH) ? undefined : flatOf(value, WIDTH - indent - used);
  return flat ?? brokenOf(value, indent);
}

function isDeeper(value: unknown, depth: number): boolean {
  if (value instanceof Call) { return value.lastArgs.some(arg => isDeeper(arg, depth)); }
  if (value instanceof Name || typeof value !== 'object' || value === null) { return false; }
  return depth === 0 || Object.values(value).some(child => isDeeper(child, depth - 1));
}

/** On one line; undefined if it does not fit. */
function flatOf(value: unknown, room: number): string | undefined {
  const text = flatText(value);
  return text !== undefined && text.length <= room ? text : undefined;
}

function flatText(value: unknown): string | undefined {
  if (value instanceof Call) { return whole(value.lastArgs.map(flatText), `${value.head}(`, ')'); }
  if (Array.isArray(value)) { return whole(value.map(flatText), '[', ']'); }
  if (isRecord(value) && !(value instanceof Name)) {
    const fields = fieldsOf(value).map(([key, child]) => [key, flatText(child)] as const);
    const texts = fields.map(([key, text]) => text === undefined ? undefined : `${keyOf(key)}: ${text}`);
    return texts.length === 0 ? '{}' : whole(texts, '{ ', ' }');
  }
  const text = scalar(value);
  return text.includes('\n') ? undefined : text;
}

function whole(parts: readonly (string | undefined)[], open: string, close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
}

function brokenOf(value: unknown, indent: number): string {
  if (value instanceof Call) { return brokenCall(value, indent); }
  if (Array.isArray(value)) { return brokenList(value, indent); }
  if (isRecord(value) && !(value instanceof Name)) {
    const lines = fieldsOf(value).map(([key, child]) => {
      const name = `${keyOf(key)}: `;
      return `${blanks(indent + 2)}${name}${codeOf(child, indent + 2, name.length + 1)},`;
    });
    return lines.length === 0 ? '{}' : ['{', ...lines, `${blanks(indent)}}`].join('\n');
  }
  return scalar(value);
}

/** The brackets of a single item stand beside it. */
function brokenList(items: readonly unknown[], indent: number): string {
  if (items.length === 0) { return '[]'; }
  if (items.length === 1 && typeof items[0] === 'object' && items[0] !== null) { return `[${codeOf(items[0], indent, 2)}]`; }
  return ['[', ...items.map(item => `${blanks(indent + 2)}${codeOf(item, indent + 2, 1)},`), `${blanks(indent)}]`].join('\n');
}

/** Only the last argument is broken, if that is enough: `new Chart(app, 'web', {`. */
function brokenCall({ head, lastArgs: args }: Call, indent: number): string {
  const [last] = args.slice(-1);
  const first = args.slice(0, -1).map(flatText);
  if (typeof last === 'object' && last !== null && !(last instanceof Call) && !(last instanceof Name) && !first.includes(undefined)) {
    return `${head}(${[...first, brokenOf(last, indent)].join(', ')})`;
  }
  return [`${head}(`, ...args.map(arg => `${blanks(indent + 2)}${codeOf(arg, indent + 2, 1)},`), `${blanks(indent)})`].join('\n');
}

function fieldsOf(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record).filter(([, child]) => child !== undefined);
}

function scalar(value: unknown): string {
  if (value instanceof Name) { return value.text; }
  // JSON knows no -0, and cannot say what is no number.
  return typeof value === 'string' ? quoted(value) : Object.is(value, -0) ? '-0' : String(value);
}

function blanks(count: number): string {
  return ' '.repeat(count);
}
