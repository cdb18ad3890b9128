/**
 * Prints what the lanes of the tests cover together, and the files that they cover least; fails below the bound.
 * Each lane leaves its part in coverage/: `npm test && npm run test:long -- --coverage`.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createCoverageMap } from 'istanbul-lib-coverage';

const ROOT = join(__dirname, '..');
const LANES = ['fast', 'long'];

/** Percent of the lines of src/. */
const BOUND = 99;

const lanes = LANES.map(lane => createCoverageMap(JSON.parse(readFileSync(join(ROOT, 'coverage', lane, 'coverage-final.json'), 'utf8'))));
const together = createCoverageMap({});
lanes.forEach(lane => together.merge(lane));

const linesOf = (map: typeof together) => map.getCoverageSummary().lines;
LANES.forEach((lane, i) => console.log(`${lane} lane: ${linesOf(lanes[i]).pct} % of the lines`));
const { pct, covered, total } = linesOf(together);
console.log(`together: ${pct} % of the lines (${covered} of ${total}; bound ${BOUND} %)`);

const files = together.files().map(file => ({ file: relative(ROOT, file), ...together.fileCoverageFor(file).toSummary().lines }));
for (const { file, pct: share } of files.filter(one => one.pct < 90).sort((a, b) => a.pct - b.pct)) {
  console.log(`  ${file}: ${share} %`);
}

if (pct < BOUND) {
  console.error('FAIL: the tests cover less than the bound');
  process.exitCode = 1;
}
