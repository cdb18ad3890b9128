import { Format } from './format';
import { TIME_ZONE } from './time-zone';

/**
 * A schedule of a CronJob: five fields, or a word such as `@daily`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export const CRON_SCHEDULE: Format<string> = {
  family: 'schedule',
  mustBe: 'minute (0-59), hour (0-23), day of month (1-31), month (1-12) and day of week (0-6), or @hourly, @daily, @weekly, @monthly, @yearly',
  fits: isSchedule,
  nearest: withoutSeconds,
  notEmpty: true,
  // Before, a time zone could stand in front.
  later: [{ since: '1.29', fits: value => isSchedule(value) && !value.includes('TZ') }],
};

interface CronField {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const WORDS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
// The two letters for a millionth stand as escapes: one of them in the text would make Node hold the whole bundle in two bytes a letter.
const DURATION = /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;

/** UTC, and what the machine has. */
const UNNAMED_ZONES = ['', 'Local'];

function isSchedule(schedule: string): boolean {
  const zone = /^(?:CRON_)?TZ=(\S*) /.exec(schedule);
  if (zone && !UNNAMED_ZONES.includes(zone[1]) && !TIME_ZONE.fits(zone[1])) { return false; }
  // Blanks around a word are ignored only behind a time zone.
  const rest = zone ? schedule.slice(zone[0].length).trim() : schedule;
  if (rest.startsWith('@')) {
    return WORDS.has(rest) || rest.startsWith('@every ') && DURATION.test(rest.slice('@every '.length));
  }
  const fields = rest.trim().split(/\s+/);
  return fields.length === FIELDS.length && fields.every((field, index) => isCronField(field, FIELDS[index]));
}

/** Other programs write seconds in front, and some a year at the end. */
function withoutSeconds(schedule: string): string | undefined {
  const fields = schedule.trim().split(/\s+/);
  return fields.length > FIELDS.length ? fields.slice(1, FIELDS.length + 1).join(' ') : undefined;
}

function isCronField(text: string, field: CronField): boolean {
  return text.split(',').filter(part => part !== '').every(part => isCronRange(part, field));
}

/** `5`, `1-5`, `*`, and any of them with a step: `1-5/2`. */
function isCronRange(text: string, { min, max, names }: CronField): boolean {
  const [range, step, ...more] = text.split('/');
  if (more.length > 0 || step !== undefined && !(/^\+?\d+$/.test(step) && Number(step) > 0)) { return false; }
  const [low, high, ...beyond] = range.split('-');
  if (low === '*' || low === '?') { return true; }
  const first = numberOf(low, names, min);
  const last = high === undefined ? first : numberOf(high, names, min);
  return beyond.length === 0 && first >= min && last <= max && first <= last;
}

/** Days of each month; the one of a leap year counts. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A schedule close to one that never comes, as no month of it has such a day; undefined for all others. */
export function nearestThatComes(schedule: string): string | undefined {
  const [zone = ''] = /^(?:CRON_)?TZ=\S* /.exec(schedule) ?? [];
  const fields = schedule.slice(zone.length).trim().split(/\s+/);
  if (!isSchedule(schedule) || fields.length !== FIELDS.length) { return undefined; }
  const [, , day, month, weekday] = fields;
  // With days of both kinds, either of them will do.
  if (!isAny(weekday)) { return undefined; }
  const [days, months] = [valuesOf(day, FIELDS[2]), valuesOf(month, FIELDS[3])];
  if (days.length === 0 || months.length === 0 || months.some(one => days.some(date => date <= LONGEST[one - 1]))) { return undefined; }
  // The 29th of February comes, but not each year.
  const last = Math.min(...months.map(one => one === 2 ? 28 : LONGEST[one - 1]));
  return zone + [...fields.slice(0, 2), last, ...fields.slice(3)].join(' ');
}

/** Days that were meant to be joined: a week of the month, as for its first Monday, and days of the week; undefined for all other schedules. */
export function daysOfBothKinds(schedule: string): { readonly ofMonth: string; readonly ofWeek: string; readonly weekly: string } | undefined {
  const fields = schedule.trim().split(/\s+/);
  if (!isSchedule(schedule) || fields.length !== FIELDS.length) { return undefined; }
  const [minute, hour, ofMonth, month, ofWeek] = fields;
  const isWeek = ofMonth.split(',').some(part => /^\d+-\d+$/.test(part) && valuesOf(part, FIELDS[2]).length === 7);
  if (!isWeek || isAny(ofWeek) || valuesOf(ofWeek, FIELDS[4]).length === 7) { return undefined; }
  return { ofMonth, ofWeek, weekly: [minute, hour, '*', month, ofWeek].join(' ') };
}

function isAny(text: string): boolean {
  return text.split(',').some(part => /^[*?](\/\+?0*1)?$/.test(part));
}

function valuesOf(text: string, { min, max, names }: CronField): number[] {
  return text.split(',').filter(part => part !== '').flatMap(part => {
    const [range, step = '1'] = part.split('/');
    const [low, high] = range.split('-');
    const isWhole = low === '*' || low === '?';
    const first = isWhole ? min : numberOf(low, names, min);
    const last = isWhole || (high === undefined && part.includes('/')) ? max : numberOf(high ?? low, names, min);
    return Array.from({ length: Math.floor((last - first) / Number(step)) + 1 }, (_, i) => first + i * Number(step));
  });
}

function numberOf(text: string, names: readonly string[] | undefined, min: number): number {
  const index = names?.indexOf(text.toLowerCase()) ?? -1;
  if (index >= 0) { return index + min; }
  return /^\+?\d+$/.test(text) ? Number(text) : NaN;
}
