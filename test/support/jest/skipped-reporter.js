// Ends a run with one line that says how many tests were skipped, and why. The reason is what stands in brackets: `[skipped: no kubectl]`,
// which test/support/needs.ts writes.
const { writeSync } = require('node:fs');
const { relative } = require('node:path');

const REASON = /\[skipped: ([^\]]+)\]/;

/** A line for all tests that were skipped, or nothing. */
function skippedLine(testResults, rootDir) {
  const counts = new Map();
  for (const { testFilePath, testResults: tests } of testResults) {
    for (const { status, fullName } of tests) {
      if (status === 'pending') {
        const reason = REASON.exec(fullName)?.[1] ?? `no reason given in ${relative(rootDir, testFilePath)}`;
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} (${reason})`);
  return all === 0 ? undefined : `Skipped ${all} ${all === 1 ? 'test' : 'tests'}: ${reasons.join(', ')}`;
}

class SkippedReporter {
  constructor(config) {
    this.config = config;
  }

  onRunComplete(_, { testResults }) {
    // With `-t` all others are skipped, as they were meant to be.
    const line = this.config.testNamePattern ? undefined : skippedLine(testResults, this.config.rootDir);
    // jest's own summary comes after all reporters. With `forceExit` it takes what is written to process.stderr then for nothing.
    if (line) { process.once('exit', () => writeSync(process.stderr.fd, `${line}\n`)); }
  }
}

module.exports = SkippedReporter;
module.exports.skippedLine = skippedLine;
