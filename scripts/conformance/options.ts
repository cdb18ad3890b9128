import { DEFAULT_MINOR } from '../kubernetes/minors';

export interface Options {
  readonly kubernetes: string;
  readonly seed: number;
  readonly records: number;
  /** Every field meets every kind of mutation once, and no more is asked. */
  readonly everyField: boolean;
  /** A part of the fields, so that a long run can be made in slices. */
  readonly part?: Part;
  readonly kinds?: readonly string[];
  /** Groups with an example. */
  readonly groups: number;
  readonly json?: string;
  /** So many edits of live objects, and not objects alone. */
  readonly updates?: number;
  /** So many files that kubectl and our reader read, and no server. */
  readonly reader?: number;
  /** A folder whose manifests are asked about, and not what is made up here. */
  readonly manifests?: string;
  readonly record: boolean;
}

/** Every `of`th field, from number `number` on. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

const MOST_RECORDS = 100_000;

const USAGE = `npm run conformance -- [--kubernetes ${DEFAULT_MINOR}] [--seed 1] [--records ${MOST_RECORDS}] [--every-field] [--part 1/8] [--kinds Pod,Service] [--groups 40] [--json FILE] [--record] [--updates N] [--reader N] [--manifests FOLDER]`;

const WITH_VALUE = ['kubernetes', 'seed', 'records', 'part', 'kinds', 'groups', 'json', 'updates', 'reader', 'manifests'];
const SWITCHES = ['record', 'every-field'];

export function parseOptions(args: readonly string[]): Options {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const name = args[at].replace(/^--/, '');
    if (![...WITH_VALUE, ...SWITCHES].includes(name)) { throw new Error(`What is ${args[at]}?\n${USAGE}`); }
    given.set(name, SWITCHES.includes(name) ? '' : args[++at] ?? '');
  }
  const number = (name: string) => given.has(name) ? wholeNumber(name, given.get(name)!) : undefined;
  return {
    kubernetes: given.get('kubernetes') ?? DEFAULT_MINOR,
    seed: number('seed') ?? 1,
    records: number('records') ?? (given.has('every-field') ? Infinity : MOST_RECORDS),
    everyField: given.has('every-field'),
    part: given.has('part') ? partOf(given.get('part')!) : undefined,
    kinds: given.get('kinds')?.split(','),
    groups: number('groups') ?? 40,
    json: given.get('json'),
    updates: number('updates'),
    reader: number('reader'),
    manifests: given.get('manifests'),
    record: given.has('record'),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) { throw new Error(`--${name} takes a number, got '${text}'\n${USAGE}`); }
  return Number(text);
}

function partOf(text: string): Part {
  const [, number, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || number < 1 || number > of) { throw new Error(`--part takes a part of the fields such as 1/8, got '${text}'\n${USAGE}`); }
  return { number, of };
}
