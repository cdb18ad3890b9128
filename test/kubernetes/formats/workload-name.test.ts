import { testTextFormat } from './format-cases';
import { CRON_JOB_AND_CONTAINER_NAME, CRON_JOB_NAME, STATEFUL_SET_NAME } from '../../../src/kubernetes/formats/workload-name';

testTextFormat('the name of a StatefulSet', STATEFUL_SET_NAME, ['a', 'a'.repeat(52)], ['', '1a', 'a'.repeat(53), 'a.b']);
testTextFormat('the name of a CronJob', CRON_JOB_NAME, ['a', 'a.b', 'a'.repeat(52)], ['', 'a'.repeat(53), 'A']);
testTextFormat('the name of a CronJob and a container', CRON_JOB_AND_CONTAINER_NAME, ['a', 'a'.repeat(52)], ['', 'a.b', 'a'.repeat(53), 'A']);

test('a name that is too long is cut, and what is left fits', () => {
  const proposed = CRON_JOB_NAME.nearest!(`${'a'.repeat(51)}.bc`);

  expect(proposed).toBe('a'.repeat(51));
});

test('the words tell the length and why', () => {
  const words = STATEFUL_SET_NAME.mustBe;

  expect(words).toMatch(/at most 52 characters, for it names a Service too, and the labels of its pods add 11$/);
});
