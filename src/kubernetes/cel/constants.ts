import { Expression } from './expression';
import { CelError } from './token';
import { patternFault } from '../formats/pattern';
import { isTime } from '../formats/time';

/** Functions whose last argument must make sense where it is a text in quotes. */
const CONSTANTS: Readonly<Record<string, (text: string) => boolean>> = {
  duration: text => /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/.test(text),
  timestamp: isTime,
  bool: text => /^(?:1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(text),
  int: text => /^[-+]?\d+$/.test(text) && BigInt.asIntN(64, whole(text)) === whole(text),
  uint: text => /^\d+$/.test(text) && BigInt.asUintN(64, whole(text)) === whole(text),
  double: text => /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf|infinity|nan|0x.+)$/i.test(text),
  matches: text => patternFault(text) === undefined,
};

const ESCAPES: Readonly<Record<string, string>> = { 'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', "'": "'" };

function whole(text: string): bigint {
  return BigInt(text.replace(/^\+/, ''));
}

/** What is between the quotes; undefined for a text with escapes that few people write. */
export function textOf(literal: string): string | undefined {
  const [, raw, , text] = /^([rR]?)("""|'''|"|')([^]*)\2$/.exec(literal) ?? [];
  if (text === undefined || raw) { return text; }
  const plain = text.replace(/\\(.)/g, (_, escaped) => ESCAPES[escaped] ?? '\0');
  return plain.includes('\0') ? undefined : plain;
}

const ESCAPE = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|u[0-9a-f]{8}|[0-3][0-7]{2}|[^])/gi;

/** How many characters are between the quotes, each escape being one. */
export function lengthOf(literal: string): number {
  const [, raw, , text] = /^b?(r?)("""|'''|"|')([^]*)\2$/i.exec(literal)!;
  return [...raw ? text : text.replace(ESCAPE, ' ')].length;
}

/** Throws CelError where a constant makes no sense to the function that it is given to. */
export function checkConstants({ of, name, given }: Expression & { is: 'call' }) {
  const last = given[given.length - 1];
  if (!Object.hasOwn(CONSTANTS, name) || given.length + (of ? 1 : 0) !== (name === 'matches' ? 2 : 1)) { return; }
  if (last?.is !== 'literal' || last.type !== 'string') { return; }
  const text = textOf(last.text);
  if (text !== undefined && !CONSTANTS[name](text)) { throw new CelError(`${last.text} is nothing that ${name} takes`, last.at); }
}

/** The whole number that an expression is. */
export function numberOf(expression: Expression): number | undefined {
  if (expression.is === 'literal' && expression.type === 'int') { return Number(expression.text); }
  if (expression.is !== 'operator' || expression.name !== 'minus') { return undefined; }
  const number = numberOf(expression.given[0]);
  return number === undefined ? undefined : -number;
}
