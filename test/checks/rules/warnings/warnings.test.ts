import { WARNING_CHECKS } from '../../../../src/checks/rules/warnings/warnings';

test('what the server takes is no error', () => {
  const severities = new Set(WARNING_CHECKS.flatMap(check => check.checks.map(({ severity }) => severity)));

  expect([...severities]).toEqual(['warning']);
});
