// Clusters of real database servers: see harness/requirements.ts for what they need.
const { reporters, transform } = require('../../jest.config');

module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/clusters/*.cluster.ts'],
  transform,
  reporters,
  testTimeout: 400_000,
  maxWorkers: 1,
  forceExit: true,
};
