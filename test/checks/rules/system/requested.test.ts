import { asksFor } from '../../../../src/checks/rules/system/requested';

test.each([
  [{ requests: { cpu: 1 } }, 'requests', true],
  [{ limits: { cpu: 1 } }, 'requests', true],
  [{ requests: { cpu: 1 } }, 'limits', false],
  [{ requests: { memory: 1 } }, 'requests', false],
  [undefined, 'limits', false],
] as const)('%j has %s of the CPU: %s', (resources, field, expected) => {
  expect(asksFor({ resources }, field, 'cpu')).toBe(expected);
});
