import { isAtLeast } from '../../src/reports/severity';

test.each([
  ['error', 'warning', true],
  ['warning', 'warning', true],
  ['info', 'warning', false],
  ['warning', 'error', false],
] as const)('%s is at least %s: %p', (severity, threshold, is) => {
  expect(isAtLeast(severity, threshold)).toBe(is);
});
