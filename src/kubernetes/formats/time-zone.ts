import { Format } from './format';

/** A time zone of the IANA database. */
export const TIME_ZONE: Format<string> = {
  family: 'timeZone',
  mustBe: 'the name of a time zone such as Europe/Berlin or Etc/UTC',
  fits: isTimeZone,
  notEmpty: true,
};

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || name.toLowerCase() === 'local') { return false; }
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // The database is a directory of files, so case counts; where the name is an alias there is nothing to compare with.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
