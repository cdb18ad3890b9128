import { DEFAULT_MINOR } from '../kubernetes/minors';

export interface Options {
  readonly kubernetes: string;
  readonly seed: number;
  readonly records: number;
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

const MOST_RECORDS = 100_000;

const USAGE = `npm run conformance -- [--kubernetes ${DEFAULT_MINOR}] [--seed 1] [--records ${MOST_RECORDS}] [--kinds Pod,Service] [--groups 40] [--json FILE] [--record] [--updates N] [--reader N] [--manifests FOLDER]`;

export function parseOptions(args: readonly string[]): Options {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const name = args[at].replace(/^--/, '');
    if (!['kubernetes', 'seed', 'records', 'kinds', 'groups', 'json', 'record', 'updates', 'reader', 'manifests'].includes(name)) { throw new Error(`What is ${args[at]}?\n${USAGE}`); }
    given.set(name, name === 'record' ? '' : args[++at] ?? '');
  }
  const number = (name: string) => given.has(name) ? wholeNumber(name, given.get(name)!) : undefined;
  return {
    kubernetes: given.get('kubernetes') ?? DEFAULT_MINOR,
    seed: number('seed') ?? 1,
    records: number('records') ?? MOST_RECORDS,
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
