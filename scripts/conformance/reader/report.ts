import { DISAGREEMENTS, ReaderRecord } from './reader-record';

const LONGEST = 700;

/** What is said of a run. */
export interface ReaderRun {
  readonly kubernetes: string;
  readonly seed: number;
  /** Examples of each disagreement. */
  readonly groups: number;
}

/** Prints where the readers disagree, the shortest text first, and how often they say what. */
export function printReader(records: readonly ReaderRecord[], { groups, kubernetes, seed }: ReaderRun, print: (line: string) => void): void {
  for (const verdict of DISAGREEMENTS) {
    const found = records.filter(record => record.verdict === verdict).sort((a, b) => a.text.length - b.text.length);
    for (const { text, kubectl, ours } of found.slice(0, groups)) {
      print(`${verdict}: ${JSON.stringify(text)}\n  kubectl: ${kubectl.slice(0, LONGEST)}\n  we: ${ours.slice(0, LONGEST)}`);
    }
  }
  const counts = new Map<string, number>();
  for (const { verdict } of records) { counts.set(verdict, (counts.get(verdict) ?? 0) + 1); }
  print(`\nkubectl ${kubernetes}, seed ${seed}: ${records.length} files; ${[...counts].map(([verdict, count]) => `${verdict}: ${count}`).sort().join(', ')}`);
}
