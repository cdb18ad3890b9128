import fc from 'fast-check';
import { SCHEDULE, TIME_ZONE } from '../../../src/checks/formats/schedule';

test.each([
  '* * * * *', '*/5 0-23/2 1,15 JAN-dec Mon', '0 0 ? * 0', '5/15 * * * *', '@daily', '@every 1h30m', '  0 3 * * *  ', 'TZ=Europe/Berlin 0 3 * * *',
  'CRON_TZ=UTC @daily', '1,,2 * * * *',
])('%j is a schedule', schedule => {
  expect(SCHEDULE.holds(schedule)).toBe(true);
});

test.each([
  '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 7', '5-1 * * * *', '*/0 * * * *', '1/2/3 * * * *',
  '1-2-3 * * * *', 'a * * * *', '-1 * * * *', '@Daily', '@every', '@every day', '@reboot', '', 'TZ=Nowhere 0 3 * * *', '*/a * * * *',
])('%j is no schedule', schedule => {
  expect(SCHEDULE.holds(schedule)).toBe(false);
});

test('any five numbers within their bounds are a schedule', () => {
  const field = (min: number, max: number) => fc.integer({ min, max });

  fc.assert(fc.property(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6), (...fields) => {
    expect(SCHEDULE.holds(fields.join(' '))).toBe(true);
  }));
});

test.each(['Europe/Berlin', 'Etc/UTC', 'UTC', 'America/Argentina/Buenos_Aires'])('%j is a time zone', zone => {
  expect(TIME_ZONE.holds(zone)).toBe(true);
});

test.each(['Berlin', 'Local', 'local', '+01:00', 'europe/berlin', '../etc/passwd', 'UTC '])('%j is no time zone', zone => {
  expect(TIME_ZONE.holds(zone)).toBe(false);
});
