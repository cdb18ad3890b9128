// The page of `graph --format html` in a real browser: Debian's Chromium, or the one that CHROMIUM names.
const fast = require('../../jest.config');

module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/*.browser.ts'],
  moduleNameMapper: fast.moduleNameMapper,
  transform: fast.transform,
  transformIgnorePatterns: fast.transformIgnorePatterns,
  reporters: fast.reporters,
  testTimeout: 60_000,
  maxWorkers: 1,
};
