import { of, warns } from '../object/rule-cases';

const job = (mode: string, parallelism: number) => of('Job', 'batch/v1', `spec: {completionMode: ${mode}, completions: 200000, parallelism: ${parallelism}}`);

warns([
  ['few at once', job('Indexed', 10000)],
  ['many at once', job('Indexed', 10001), 'many-job-indexes /spec/parallelism'],
  ['many at once without indexes', job('NonIndexed', 10001)],
]);

const cronJob = (fields: string) => of('CronJob', 'batch/v1', `spec: {${fields}, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}}}}`);

warns([
  ['a zone in the schedule', cronJob('schedule: "CRON_TZ=UTC @daily"'), 'time-zone-in-schedule /spec/schedule'],
  ['a zone beside it', cronJob('schedule: "@daily", timeZone: Etc/UTC')],
], '1.28');
