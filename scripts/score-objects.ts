import { readFileSync } from 'node:fs';
import { checkDocuments } from '../src/checks/run';
import { ApiModel } from '../src/kubernetes/api/model';
import { readDocuments } from '../src/manifest/read/read';

/** A manifest, and what a real API server says about it and about what controllers make of it. */
interface ObjectRecord {
  readonly id: string;
  readonly family: string;
  readonly mutation: string;
  readonly manifest: unknown;
  readonly verdict: 'accepted' | 'rejected';
  readonly code: number;
  readonly message?: string;
  readonly clusterDependent?: boolean;
  readonly derived?: readonly { readonly verdict: string; readonly message?: string }[];
}

/** A row of the scoreboard: how many of how many. */
export interface Score {
  readonly name: string;
  readonly hits: number;
  readonly of: number;
  /** Smallest share of hits that passes; of `wrongly flagged` the largest. */
  readonly bound: number;
  readonly passes: boolean;
}

/** What the checker says of the corpus, one object at a time. */
export interface ObjectScores {
  readonly totals: readonly Score[];
  readonly families: readonly { readonly family: string; readonly rejected: string; readonly derived: string; readonly wronglyFlagged: string }[];
  /** Records that are answered wrongly, with what the server and what the checker says. */
  readonly wrong: readonly string[];
}

/** Smallest share of what a server refuses that must be found, and largest share of what it accepts that may be flagged. */
const MIN_FOUND = 0.995;
const MAX_FLAGGED = 0.003;

export function scoreObjects(file: string, kubernetesVersion: string): ObjectScores {
  const records = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line) as ObjectRecord);
  const errors = errorsOf(records, ApiModel.of(kubernetesVersion));
  const counted = records
    .map((record, index) => ({ record, group: groupOf(record), errors: errors[index] }))
    .filter(({ record }) => !record.clusterDependent);
  const of = (group: string) => counted.filter(entry => entry.group === group);
  const flagged = (entries: typeof counted) => entries.filter(entry => entry.errors.length > 0).length;

  const rejected = of('rejected');
  const undecodable = rejected.filter(({ record }) => record.code === 400);
  const derived = of('derived');
  const fine = of('fine');
  const score = (name: string, entries: typeof counted, bound: number, holds: (hits: number, bounded: number) => boolean): Score => {
    const [hits, all] = [flagged(entries), entries.length];
    return { name, hits, of: all, bound, passes: all > 0 && holds(hits, bound * all) };
  };
  const found = (name: string, entries: typeof counted) => score(name, entries, MIN_FOUND, (hits, least) => hits >= least);

  return {
    totals: [
      found('rejected by the server, and found', rejected),
      found('refused while decoding, and found', undecodable),
      found('accepted, but what is made of it is rejected, and found', derived),
      score('accepted, and wrongly flagged', fine, MAX_FLAGGED, (hits, most) => hits <= most),
    ],
    families: [...new Set(counted.map(({ record }) => record.family))].sort().map(family => {
      const share = (group: string) => {
        const entries = of(group).filter(({ record }) => record.family === family);
        return entries.length > 0 ? `${flagged(entries)}/${entries.length}` : '';
      };
      return { family, rejected: share('rejected'), derived: share('derived'), wronglyFlagged: share('fine') };
    }),
    wrong: counted
      .filter(entry => (entry.errors.length > 0) === (entry.group === 'fine'))
      .map(({ record, group, errors: said }) => `${record.id} ${record.family}: ${record.mutation}\n    ${group === 'fine'
        ? `accepted, but: ${said.join('; ')}`
        : `not found: ${serverMessage(record)}`}`),
  };
}

function groupOf({ verdict, derived }: ObjectRecord): 'rejected' | 'derived' | 'fine' {
  if (verdict === 'rejected') { return 'rejected'; }
  return derived?.some(object => object.verdict === 'rejected') ? 'derived' : 'fine';
}

/** The errors of each record, found the way users find them: by reading text and checking its documents. */
function errorsOf(records: readonly ObjectRecord[], model: ApiModel): string[][] {
  const errors = records.map((): string[] => []);
  const documents = readDocuments(records.map(({ manifest }) => JSON.stringify(manifest)).join('\n'), 'objects');
  for (const { severity, place, rule, path, message } of checkDocuments(documents, { scope: 'object', model })) {
    if (severity === 'error') { errors[place!.document!].push(`${rule} ${path} ${message}`); }
  }
  return errors;
}

function serverMessage({ message, derived }: ObjectRecord): string {
  return (message ?? derived?.find(object => object.verdict === 'rejected')?.message ?? '').slice(0, 300);
}
