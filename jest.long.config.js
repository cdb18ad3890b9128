// The long lane, which CI runs after the fast one: *.long.test.ts, and once more all files with properties, which are tried more often here.
// Only these may be in *.long.test.ts: scripts of databases with stand-ins or a real PostgreSQL, inputs of more than 10 MB, processes that are
// killed or write at once, apps that `cdk8s synth` runs again and again, full disks, other shells, packages that are installed, what would be
// published, Python, and the documentation as a site.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const fast = require('./jest.config');

const isLong = file => file.endsWith('.long.test.ts');
const hasProperties = file => file.endsWith('.test.ts') && /from 'fast-check'/.test(readFileSync(join(__dirname, 'test', file), 'utf8'));

const files = readdirSync(join(__dirname, 'test'), { recursive: true }).map(file => file.replaceAll('\\', '/'));

module.exports = {
  ...fast,
  testMatch: files.filter(file => isLong(file) || hasProperties(file)).map(file => `<rootDir>/test/${file}`),
  testPathIgnorePatterns: ['/node_modules/'],
  // A test may ask for fewer or more. (Workers get this as JSON, which has no Infinity.)
  globals: { properties: { runs: 500, mostRuns: Number.MAX_SAFE_INTEGER } },
  coverageDirectory: 'coverage/long',
  // The lanes count together, see scripts/coverage.ts.
  coverageThreshold: undefined,
};
