import { Field, number, text } from '../../props/fields';
import { DURATION, SCHEDULE } from '../../props/value-fields';

/** The fields that all ways to take backups have in common. */
export function backupFields(name: string): Readonly<Record<'name' | 'schedule' | 'timeZone' | 'keep' | 'activeDeadline', Field>> {
  return { name: text(name), schedule: SCHEDULE, timeZone: text('Europe/Berlin'), keep: number(7), activeDeadline: DURATION };
}

/** Why so many backups cannot be kept; an empty list means that they can. */
export function keepProblems(keep: number): string[] {
  return Number.isInteger(keep) && keep >= 1 ? [] : [`'keep' must be a whole number from 1, got ${keep}; write 'keep: 7'`];
}
