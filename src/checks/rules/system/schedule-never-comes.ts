import { objectYaml } from './examples';
import { nearestThatComes } from '../../../kubernetes/formats/cron-schedule';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (schedule: string) => objectYaml('batch/v1', 'CronJob', 'report', 'spec:', `  schedule: "${schedule}"`,
  '  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: report, image: httpd:2.4.62}]}}}}');

export const scheduleNeverComes: Check = {
  id: 'schedule-never-comes',
  why: 'the server takes any five fields. Where no month has such a day, the controller writes an event with the reason InvalidSchedule, and no Job ever starts',
  severity: 'warning',
  run: function* (inventory) {
    for (const job of inventory.ofKind('CronJob')) {
      const { schedule, suspend } = recordOf(job.spec);
      const nearest = typeof schedule === 'string' && suspend !== true ? nearestThatComes(schedule) : undefined;
      if (nearest === undefined) { continue; }
      yield {
        object: job,
        path: '/spec/schedule',
        message: `${titleOf(job)} never runs: no month of its schedule '${schedule}' has such a day`,
        fix: `write a day that comes, such as '${nearest}'; if only people start it, add suspend: true`,
      };
    }
  },
  bad: example('0 0 31 2 *'),
  good: example('0 0 28 2 *'),
};
