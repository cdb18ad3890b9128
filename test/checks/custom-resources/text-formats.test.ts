import { brokenTextFormat } from '../../../src/checks/custom-resources/text-formats';

test.each([
  ['date-time', '2026-01-31T12:00:00Z', 'yesterday'],
  ['date', '2026-01-31', '2026-02-31'],
  ['ipv4', '10.0.0.1', 'fd00::1'],
  ['ipv6', 'fd00::1', '10.0.0.1'],
  ['cidr', '10.0.0.0/8', '10.0.0.0'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000', '123'],
  ['byte', 'dGV4dA==', 'x'],
])('%s', (format, good, bad) => {
  expect(brokenTextFormat(good, format)).toBeUndefined();
  expect(brokenTextFormat(bad, format)).toMatch(`be a ${format} such as`);
});

test('what the server does not look at, and what is no text', () => {
  expect(brokenTextFormat('x', 'my-format')).toBeUndefined();
  expect(brokenTextFormat(1, 'date')).toBeUndefined();
});
