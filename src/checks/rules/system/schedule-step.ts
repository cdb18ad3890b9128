import { objectYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The fields of a schedule, and how many values each has. */
const FIELDS: readonly { readonly name: string; readonly values: number; readonly next: string }[] = [
  { name: 'minutes', values: 60, next: 'hour' },
  { name: 'hours', values: 24, next: 'day' },
  { name: 'days', values: 31, next: 'month' },
  { name: 'months', values: 12, next: 'year' },
];

const example = (schedule: string) => objectYaml('batch/v1', 'CronJob', 'copy', `spec: {schedule: "${schedule}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, `
  + 'containers: [{name: copy, image: "registry.example.com/copy:1.4.2"}]}}}}}');

export const scheduleStep: Check = {
  id: 'schedule-step',
  why: 'a step counts within its field alone: of minutes within the hour. A longer step than the field never comes to its second value, so */90 runs every hour. '
    + 'And a star for the minutes beside one hour runs 60 times in this hour',
  severity: 'warning',
  run: function* (inventory) {
    for (const cronJob of inventory.ofKind('CronJob')) {
      const { schedule } = recordOf(cronJob.spec);
      const parts = textOf(schedule).trim().split(/\s+/).filter(part => !/^(CRON_)?TZ=/.test(part));
      const problem = parts.length === 5 ? stepTooLong(parts) ?? everyMinuteOfOneHour(parts) : undefined;
      if (!problem) { continue; }
      yield { object: cronJob, path: '/spec/schedule', message: `${titleOf(cronJob)} has the schedule '${textOf(schedule)}', which ${problem.means}`, fix: problem.fix };
    }
  },
  bad: example('*/90 * * * *'),
  good: example('0 */2 * * *'),
};

interface StepProblem {
  readonly means: string;
  readonly fix: string;
}

function stepTooLong(parts: readonly string[]): StepProblem | undefined {
  for (const [i, { name, values, next }] of FIELDS.entries()) {
    const [, step] = /^\*\/(\d+)$/.exec(parts[i]) ?? [];
    if (step === undefined || Number(step) <= values) { continue; }
    const fix = i === 0 && Number(step) % 60 === 0
      ? `write '0 */${Number(step) / 60} ${parts.slice(2).join(' ')}'`
      : `write a step that divides ${values}, or a CronJob for each part of the time that it is meant to run`;
    return { means: `runs once in each ${next}: there are no ${step} ${name} in it`, fix };
  }
  return undefined;
}

function everyMinuteOfOneHour([minute, hour, ...rest]: readonly string[]): StepProblem | undefined {
  return minute === '*' && /^\d+$/.test(hour)
    ? { means: `runs in every minute from ${hour}:00 to ${hour}:59`, fix: `write '0 ${hour} ${rest.join(' ')}' for once, or '*/5 ${hour} ${rest.join(' ')}' for every 5 minutes of this hour` }
    : undefined;
}
