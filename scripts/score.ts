/**
 * Measures the checker and the differ against what a real API server says about
 * the labelled manifests and updates in ../shared/corpus. `--wrong` lists every record judged wrongly.
 * Fails below the bounds; does nothing where there is no corpus.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreObjects } from './score-objects';
import { scoreUpdates } from './score-updates';

const OBJECTS = join(__dirname, '../../shared/corpus/objects.jsonl');

if (existsSync(OBJECTS)) {
  const { totals, families, wrong } = scoreObjects(OBJECTS);
  console.log(['family'.padEnd(24), 'rejected', 'derived ', 'wrongly flagged'].join('  '));
  for (const row of families) {
    console.log([row.family.padEnd(24), row.rejected.padEnd(8), row.derived.padEnd(8), row.wronglyFlagged].join('  ').trimEnd());
  }
  console.log('');
  for (const { name, hits, of, bound, passes } of totals) {
    console.log(`${passes ? 'ok  ' : 'FAIL'} ${name}: ${hits} of ${of} (${(100 * hits / of).toFixed(2)} %, bound ${(100 * bound).toFixed(1)} %)`);
  }
  if (process.argv.includes('--wrong')) { console.log(`\n${wrong.join('\n')}`); }
  if (totals.some(({ passes }) => !passes)) { process.exitCode = 1; }
} else {
  console.log(`skipped: there is no corpus at ${OBJECTS}`);
}

if (!scoreUpdates()) { process.exitCode = 1; }
