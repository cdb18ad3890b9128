import { POD_SETTING_FIELDS } from './pod-setting-fields';
import type { PodSettings } from './pod-settings';
import { Field, count, text } from '../../props/fields';
import { SECONDS, SCHEDULE, TIME_ZONE } from '../../props/value-fields';

/** The fields that all ways to take backups have in common. */
export function backupFields(name: string): Readonly<Record<'name' | 'schedule' | 'timeZone' | 'keep' | 'activeDeadline' | keyof PodSettings, Field>> {
  return { ...POD_SETTING_FIELDS, name: text(name), schedule: SCHEDULE, timeZone: TIME_ZONE, keep: count(1, 7), activeDeadline: SECONDS };
}
