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
