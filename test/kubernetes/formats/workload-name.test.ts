import { judgesText } from './judges';
import { CRON_JOB_NAME, STATEFUL_SET_NAME } from '../../../src/kubernetes/formats/workload-name';

judgesText('the name of a StatefulSet', STATEFUL_SET_NAME, ['a', '1a', 'a'.repeat(52)], ['', 'a'.repeat(53), 'a.b']);
judgesText('the name of a CronJob', CRON_JOB_NAME, ['a', 'a.b', 'a'.repeat(52)], ['', 'a'.repeat(53), 'A']);

test('a name that is too long is cut, and what is left fits', () => {
  const proposed = CRON_JOB_NAME.nearest!(`${'a'.repeat(51)}.bc`);

  expect(proposed).toBe('a'.repeat(51));
});
