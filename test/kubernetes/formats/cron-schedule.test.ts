import fc from 'fast-check';
import { CRON_SCHEDULE, nearestThatComes } from '../../../src/kubernetes/formats/cron-schedule';
import { inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

test.each([
  '* * * * *', '*/5 0-23/2 1,15 JAN-dec Mon', '0 0 ? * 0', '5/15 * * * *', '@daily', '@every 1h30m', '  0 3 * * *  ', 'TZ=Europe/Berlin 0 3 * * *',
  'CRON_TZ=UTC @daily', 'TZ=UTC  @daily', 'TZ=UTC @daily ', 'TZ= 0 3 * * *', 'TZ=Local @daily', '1,,2 * * * *',
])('%j is a schedule', schedule => {
  expect(CRON_SCHEDULE.fits(schedule)).toBe(true);
});

test.each([
  '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 7', '5-1 * * * *', '*/0 * * * *', '1/2/3 * * * *',
  '1-2-3 * * * *', 'a * * * *', '-1 * * * *', '@Daily', '@every', '@every day', '@reboot', '', 'TZ=Nowhere 0 3 * * *', '*/a * * * *',
  '@daily ', ' @daily', '@every 1h ',
])('%j is no schedule', schedule => {
  expect(CRON_SCHEDULE.fits(schedule)).toBe(false);
});

test('seconds in front, and a year at the end, are what other programs have', () => {
  expect(['0 0 3 * * *', '0 0 3 * * ? 2026', '* * *'].map(schedule => CRON_SCHEDULE.nearest?.(schedule))).toEqual(['0 3 * * *', '0 3 * * ?', undefined]);
});

test('any five numbers within their bounds are a schedule', () => {
  const field = (min: number, max: number) => fc.integer({ min, max });

  fc.assert(fc.property(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6), (...fields) => {
    expect(CRON_SCHEDULE.fits(fields.join(' '))).toBe(true);
  }));
});

test('since 1.29 the time zone has a field of its own', () => {
  const answers = ['TZ=Europe/Berlin 0 3 * * *', '0 3 * * *'].map(inVersion(CRON_SCHEDULE, KubernetesVersion.of('1.29')).fits);

  expect(answers).toEqual([false, true]);
});

test.each([
  ['0 0 31 2 *', '0 0 28 2 *'], ['0 0 30,31 FEB ?', '0 0 28 FEB ?'], ['0 0 31 4-6/2,9,11 *', '0 0 30 4-6/2,9,11 *'], ['5 4 30/1 2 */1', '5 4 28 2 */1'],
  ['TZ=UTC 0 0 31 2 *', 'TZ=UTC 0 0 28 2 *'], ['0 0 31 2,4 *', '0 0 28 2,4 *'],
])('%j never comes, and %j does', (schedule, nearest) => {
  expect([schedule, nearest].map(nearestThatComes)).toEqual([nearest, undefined]);
});

test.each([
  '0 0 29 2 *', '0 0 31 2/1 *', '0 0 31 * *', '0 0 * 2 *', '0 0 30-31 2,4 *', '0 0 31 2 0', '0 0 31 2 */2', '0 0 20/5 2 *', '@daily', '0 0 31 2',
])('%j comes, or is no schedule', schedule => {
  expect(nearestThatComes(schedule)).toBeUndefined();
});
