// Real control planes, with simulated and with real nodes: `npm run test:kubernetes`.
const { moduleNameMapper, reporters, transform, transformIgnorePatterns } = require('../../jest.config');

module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/kubernetes/**/*.cluster.ts', '<rootDir>/test/kubernetes/node/*.node.ts'],
  moduleNameMapper,
  transform,
  transformIgnorePatterns,
  reporters,
  globals: { properties: { runs: 50, mostRuns: 50 } },
  testTimeout: 900_000,
  maxWorkers: 1,
};
