/**
 * Measures the checker and the differ against what real API servers say about the labelled manifests and updates of the corpus:
 * the folder ../shared/corpus beside the repository, or the one that CORPUS names. `--wrong` lists every record answered wrongly.
 *
 * Fails below the bounds, and where a part of the corpus is missing or empty. Where there is no corpus at all nothing is scored;
 * that is said, and is a failure with `--required` only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreObjects } from './score-objects';
import { scoreUpdates } from './score-updates';

/** The files of the corpus, and the version of Kubernetes whose server answered. */
const FILES: readonly { readonly file: string; readonly holds: 'objects' | 'updates'; readonly version: string }[] = [
  { file: 'objects.jsonl', holds: 'objects', version: '1.27' },
  { file: 'objects-1.27.jsonl', holds: 'objects', version: '1.27' },
  { file: 'updates.jsonl', holds: 'updates', version: '1.27' },
  { file: 'objects-1.36.jsonl', holds: 'objects', version: '1.36' },
  { file: 'updates-1.36.jsonl', holds: 'updates', version: '1.36' },
];

export interface ScoreOptions {
  readonly corpus: string;
  /** A missing corpus is a failure. */
  readonly required: boolean;
  /** List the records that are answered wrongly. */
  readonly wrong: boolean;
  readonly print: (line: string) => void;
}

/** Whether all bounds are met. */
export function score({ corpus, required, wrong, print }: ScoreOptions): boolean {
  const there = FILES.filter(({ file }) => existsSync(join(corpus, file)));
  if (there.length === 0) {
    print(`${required ? 'FAIL' : 'skipped'}: nothing was scored, there is no corpus in ${corpus}; CORPUS names another folder`);
    return !required;
  }
  FILES.filter(part => !there.includes(part)).forEach(({ file }) => print(`FAIL the corpus has no ${file}`));
  const met = there.map(({ file, holds, version }) => {
    print(`\n${file}, Kubernetes ${version}`);
    return holds === 'objects'
      ? printObjects(join(corpus, file), version, wrong, print)
      : scoreUpdates(join(corpus, file), version, print);
  });
  return there.length === FILES.length && met.every(Boolean);
}

function printObjects(file: string, version: string, listWrong: boolean, print: (line: string) => void): boolean {
  const { totals, families, wrong } = scoreObjects(file, version);
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
