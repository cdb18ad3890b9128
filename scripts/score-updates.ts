import { readFileSync } from 'node:fs';
import { diff } from '../src/diff/diff';
import { ApiModel } from '../src/kubernetes/api/model';
import { Manifest } from '../src/kubernetes/manifest';

/** What the real server said about one update. */
interface Labelled {
  readonly id: string;
  readonly kind: string;
  readonly mutation: string;
  readonly before: Manifest;
  readonly after: Manifest;
  readonly verdict: 'accepted' | 'rejected';
  /** What it said of replacing the object, where the update was an apply. */
  readonly verdictPut?: 'accepted' | 'rejected';
  readonly clusterDependent?: boolean;
  readonly context?: readonly Manifest[];
  readonly state?: string;
}

const MIN_REFUSED = 0.995;
const MAX_ACCEPTED = 0.005;

/** The live objects had a status that the manifests do not carry. */
const STATUS: Readonly<Record<string, object>> = {
  started: { startTime: '2024-01-01T00:00:00Z' },
  unbound: { phase: 'Pending' },
  bound: { phase: 'Bound' },
};

function isRefused({ before, after, context = [], state = '' }: Labelled, model: ApiModel): boolean {
  const live = { ...before, ...STATUS[state] && { status: { ...STATUS[state], ...before.status } } };
  return diff([...context, live], [...context, after], { model }).changes.some(({ effect }) => effect === 'refused');
}

/** Prints how often the differ agrees with the server, and every disagreement; false if the bounds are not met. */
export function scoreUpdates(file: string, version: string, print: (line: string) => void): boolean {
  const updates = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line) as Labelled).filter(({ clusterDependent }) => !clusterDependent);
  const answered = updates.map(update => ({ ...update, refused: isRefused(update, ApiModel.of(version)) }));
  for (const { id, kind, mutation, verdict } of answered.filter(({ refused, verdict: label }) => refused !== (label === 'rejected'))) {
    print(`  ${verdict === 'rejected' ? 'missed' : 'wrong '}  ${id} ${kind}: ${mutation.slice(0, 120)}`);
  }
  const rate = (label: string, of: 'verdict' | 'verdictPut') => {
    const all = answered.filter(update => update[of] === label);
    const found = all.filter(({ refused }) => refused).length;
    return { found, all: all.length, share: all.length === 0 ? 0 : found / all.length };
  };
  const line = (of: 'verdict' | 'verdictPut') => {
    const [rejected, accepted] = [rate('rejected', of), rate('accepted', of)];
    return `${rejected.found}/${rejected.all} refused updates reported (${percent(rejected.share)}), `
      + `${accepted.found}/${accepted.all} accepted ones wrongly (${percent(accepted.share)})`;
  };
  const isMet = updates.length > 0 && rate('rejected', 'verdict').share >= MIN_REFUSED && rate('accepted', 'verdict').share <= MAX_ACCEPTED;
  print(`updates: ${line('verdict')}; wanted >= 99.5 % and <= 0.5 %: ${isMet ? 'met' : 'NOT MET'}`);
  if (updates.some(({ verdictPut }) => verdictPut)) { print(`updates, for comparison with replace instead of apply: ${line('verdictPut')}`); }
  return isMet;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
