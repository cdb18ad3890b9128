// The fast lane: what `npm test` runs. The long lane is in jest.long.config.js.
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  // What jest would look through for modules besides.
  modulePathIgnorePatterns: ['<rootDir>/(lib|dist|coverage)/'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  moduleNameMapper: {
    '^cdk8s-stateful$': '<rootDir>/src/index.ts',
    '^fast-check$': '<rootDir>/test/support/jest/fast-check.js',
  },
  // The others are ES modules.
  transform: { '\\.ts$|/(@marcbachmann/cel-js|@hpcc-js)/.*\\.js$': '<rootDir>/test/support/jest/transform.js' },
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/|@hpcc-js/)'],
  // What test files share is loaded once in a worker.
  testEnvironment: '<rootDir>/test/support/jest/environment.js',
  runtime: '<rootDir>/test/support/jest/runtime.js',
  reporters: ['default', '<rootDir>/test/support/jest/skipped-reporter.js'],
  // For test/support/jest/fast-check.js.
  globals: { properties: { runs: 25, mostRuns: 25 } },

  randomize: true,
  clearMocks: true,
  maxWorkers: 2,
  // V8 holds on to earlier test files, and goes through all that it holds to count. A new worker loads what all share once more.
  workerIdleMemoryLimit: '600MB',
  testTimeout: 30_000,

  coverageProvider: 'v8',
  // Types alone have no line that runs, and what needs a browser runs in `npm run test:browser`.
  collectCoverageFrom: ['src/**/*.ts', '!src/kubernetes/api/types.generated.ts', '!src/graph/page/{data,dom,main,pane,panel,pictures}.ts'],
  coverageDirectory: 'coverage/fast',
  coverageReporters: ['json', 'text-summary'],
  coverageThreshold: { global: { lines: 95 } },
};
