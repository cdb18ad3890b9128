// Objects of the newest cdk8s-plus, passed where those of cdk8s-plus-27 are accepted: a part of `npm run test:peers`, which installs it.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const fast = require('./jest.config');

const usesPlus = file => file.endsWith('.test.ts') && !file.endsWith('.long.test.ts') && /from 'cdk8s-plus-27'/.test(readFileSync(join(__dirname, 'test', file), 'utf8'));

const files = readdirSync(join(__dirname, 'test'), { recursive: true }).map(file => file.replaceAll('\\', '/'));

module.exports = {
  ...fast,
  testMatch: [...files.filter(file => usesPlus(file) || file.endsWith('.peers.ts')), 'examples.test.ts'].map(file => `<rootDir>/test/${file}`),
  resolver: '<rootDir>/test/support/jest/peers-resolver.js',
};
