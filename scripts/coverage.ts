/**
 * Prints what the lanes of the tests cover together, and the files that they cover least; fails below the bound.
 * Each lane leaves its part in coverage/: `npm test -- --coverage && npm run test:long -- --coverage`.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { createCoverageMap } from 'istanbul-lib-coverage';

const ROOT = join(__dirname, '..');
const LANES = ['fast', 'long'];

/** Percent of the lines of src/. */
const BOUND = 99;

/** False for a file of types alone: nothing of it runs, and whether a test loads it says nothing. */
const isCode = (file: string) => transformSync(readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim() !== '';

const lanes = LANES.map(lane => {
  const map = createCoverageMap(JSON.parse(readFileSync(join(ROOT, 'coverage', lane, 'coverage-final.json'), 'utf8')));
  map.filter(isCode);
  return map;
});
LANES.forEach((lane, i) => console.log(`${lane} lane: ${lanes[i].getCoverageSummary().lines.pct} % of the lines`));

// From here on the lanes are one: what is merged is changed by it.
const together = createCoverageMap({});
lanes.forEach(lane => together.merge(lane));
const { pct, covered, total } = together.getCoverageSummary().lines;
console.log(`together: ${pct} % of the lines (${covered} of ${total}; bound ${BOUND} %)`);

const files = together.files().map(file => ({ file: relative(ROOT, file), ...together.fileCoverageFor(file).toSummary().lines }));
for (const { file, pct: share } of files.filter(one => one.pct < 90).sort((a, b) => a.pct - b.pct)) {
  console.log(`  ${file}: ${share} %`);
}

if (pct < BOUND) {
  console.error('FAIL: the tests cover less than the bound');
  process.exitCode = 1;
}
