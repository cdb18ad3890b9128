/**
 * Measures the checker and the differ against what a real API server says about the labelled manifests and updates of the corpus:
 * the folder ../shared/corpus beside the repository, or the one that CORPUS names. `--wrong` lists every record judged wrongly.
 *
 * Fails below the bounds, and where a part of the corpus is missing or empty. Where there is no corpus at all nothing is scored;
 * that is said, and is a failure with `--required` only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreObjects } from './score-objects';
import { scoreUpdates } from './score-updates';

const FILES = ['objects.jsonl', 'updates.jsonl'];

export interface ScoreOptions {
  readonly corpus: string;
  /** A missing corpus is a failure. */
  readonly required: boolean;
  /** List the records that are judged wrongly. */
  readonly wrong: boolean;
  readonly print: (line: string) => void;
}

/** Whether all bounds are met. */
export function score({ corpus, required, wrong, print }: ScoreOptions): boolean {
  const [objects, updates] = FILES.map(file => join(corpus, file));
  const missing = [objects, updates].filter(file => !existsSync(file));
  if (missing.length === FILES.length) {
    print(`${required ? 'FAIL' : 'skipped'}: nothing was scored, there is no corpus in ${corpus}; CORPUS names another folder`);
    return !required;
  }
  missing.forEach(file => print(`FAIL the corpus has no ${file}`));
  const hasObjects = existsSync(objects) && printObjects(objects, wrong, print);
  const hasUpdates = existsSync(updates) && scoreUpdates(updates, print);
  return hasObjects && hasUpdates;
}

function printObjects(file: string, listWrong: boolean, print: (line: string) => void): boolean {
  const { totals, families, wrong } = scoreObjects(file);
  print(['family'.padEnd(24), 'rejected', 'derived ', 'wrongly flagged'].join('  '));
  for (const row of families) {
    print([row.family.padEnd(24), row.rejected.padEnd(8), row.derived.padEnd(8), row.wronglyFlagged].join('  ').trimEnd());
  }
  print('');
  for (const { name, hits, of, bound, passes } of totals) {
    print(`${passes ? 'ok  ' : 'FAIL'} ${name}: ${hits} of ${of} (${(100 * hits / of).toFixed(2)} %, bound ${(100 * bound).toFixed(1)} %)`);
  }
  if (listWrong) { print(`\n${wrong.join('\n')}`); }
  return totals.every(({ passes }) => passes);
}

if (require.main === module) {
  const met = score({
    corpus: process.env.CORPUS ?? join(__dirname, '../../shared/corpus'),
    required: process.argv.includes('--required'),
    wrong: process.argv.includes('--wrong'),
    print: line => console.log(line),
  });
  if (!met) { process.exitCode = 1; }
}
