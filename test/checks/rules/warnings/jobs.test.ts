import { of, warns } from '../object/judge';

const job = (mode: string, parallelism: number) => of('Job', 'batch/v1', `spec: {completionMode: ${mode}, completions: 200000, parallelism: ${parallelism}}`);

warns([
  ['few at once', job('Indexed', 10000)],
  ['many at once', job('Indexed', 10001), 'many-job-indexes /spec/parallelism'],
  ['many at once without indexes', job('NonIndexed', 10001)],
]);
