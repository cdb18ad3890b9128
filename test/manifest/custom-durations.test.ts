import { meantDuration } from '../../src/manifest/custom-durations';

test.each([
  ['90d', '2160h'],
  ['1 day', '24h'],
  ['2w', '336h'],
  [3600, '3600s'],
  ['60', '60s'],
  ['soon', ''],
  ['1h30m', undefined],
  ['2160h0m0s', undefined],
  ['0', undefined],
  [0, undefined],
  [undefined, undefined],
])('%j means %j', (value, expected) => {
  const meant = meantDuration(value);

  expect(meant).toBe(expected);
});
