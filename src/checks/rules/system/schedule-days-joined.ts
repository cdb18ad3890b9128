import { objectYaml } from './examples';
import { daysOfBothKinds } from '../../../kubernetes/formats/cron-schedule';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (schedule: string) => objectYaml('batch/v1', 'CronJob', 'report', 'spec:', `  schedule: "${schedule}"`,
  '  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: report, image: httpd:2.4.62}]}}}}');

export const scheduleDaysJoined: Check = {
  id: 'schedule-days-joined',
  why: 'a schedule with days of the month and days of the week runs when either of them comes. "1-7" and "MON" together are no first Monday, but seven days and all Mondays',
  severity: 'warning',
  run: function* (inventory) {
    for (const job of inventory.ofKind('CronJob')) {
      const { schedule } = recordOf(job.spec);
      const days = typeof schedule === 'string' ? daysOfBothKinds(schedule) : undefined;
      if (days === undefined) { continue; }
      yield {
        object: job,
        path: '/spec/schedule',
        message: `${titleOf(job)} runs on the days ${days.ofMonth} of the month, and also on each day ${days.ofWeek} of the week`,
        fix: `write '${days.weekly}', and let the program end at once when the day of the month is another`,
      };
    }
  },
  bad: example('0 6 1-7 * MON'),
  good: example('0 6 * * MON'),
};
