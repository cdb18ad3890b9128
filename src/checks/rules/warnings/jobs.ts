import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Rule, rulesFor } from '../object/rule';

const job = (parallelism: number) => example('Job', 'batch/v1', 'spec:', '  completionMode: Indexed', '  completions: 100001', `  parallelism: ${parallelism}`,
  "  template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'httpd:2.4'}]}}");

export const manyIndexes: Rule = {
  id: 'many-job-indexes',
  why: 'the status of a Job lists which indexes are done, and has no room for this many gaps',
  severity: 'warning',
  since: '1.28',
  fix: 'write a parallelism of at most 10000, or make it several Jobs',
  bad: job(10001),
  good: job(10000),
};

const scheduled = (fields: string) => example('CronJob', 'batch/v1', `spec: {${fields}, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'httpd:2.4'}]}}}}}`);

export const timeZoneInSchedule: Rule = {
  id: 'time-zone-in-schedule',
  why: 'a time zone inside a schedule was never a promise of Kubernetes, and since 1.29 it is refused',
  severity: 'warning',
  until: '1.29',
  exampleVersion: '1.28',
  fix: 'write the zone in timeZone, and the schedule without it',
  bad: scheduled('schedule: "TZ=Europe/Berlin 0 3 * * *"'),
  good: scheduled('schedule: "0 3 * * *", timeZone: Europe/Berlin'),
};

const MANY_COMPLETIONS = 100_000;
const MANY_AT_ONCE = 10_000;

export const jobWarnings: ObjectCheck = rulesFor(['batch/Job'], [manyIndexes], (object, broken) => {
  const { completionMode, completions, parallelism } = recordOf(object.spec);
  if (completionMode === 'Indexed' && isAbove(completions, MANY_COMPLETIONS) && isAbove(parallelism, MANY_AT_ONCE)) {
    broken(manyIndexes, '/spec/parallelism', `${completions} indexes, ${parallelism} at once, may not be tracked when many fail`);
  }
});

function isAbove(value: unknown, most: number): boolean {
  return typeof value === 'number' && value > most;
}

export const cronJobWarnings: ObjectCheck = rulesFor(['batch/CronJob'], [timeZoneInSchedule], (object, broken) => {
  const { schedule, timeZone } = recordOf(object.spec);
  // With both the server refuses it.
  if (typeof schedule === 'string' && schedule.includes('TZ') && timeZone === undefined) {
    broken(timeZoneInSchedule, '/spec/schedule', `the schedule '${schedule}' has a time zone in it, which is not supported`);
  }
});
