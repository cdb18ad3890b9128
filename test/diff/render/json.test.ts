import { AFTER, BEFORE, reported } from './support';
import { diffAsJson } from '../../../src/diff/render/json';

test('has the fields that are promised', () => {
  const { changes, summary, plans } = JSON.parse(diffAsJson(reported(BEFORE, AFTER).diff));

  expect(Object.keys(changes[0])).toEqual(['id', 'rule', 'severity', 'effect', 'object', 'path', 'before', 'after', 'message', 'fix', 'claims']);
  expect(changes[0].object).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'data', name: 'db' });
  expect(summary).toEqual({ effects: { 'refused': 1, 'stale-data': 1, 'restart': 2 }, changes: 4, dangerous: 2, accepted: 0 });
  expect(plans).toBeUndefined();
});

test('numbers the steps of plans', () => {
  const { diff, plans } = reported(BEFORE, AFTER);

  const [{ steps }] = JSON.parse(diffAsJson(diff, plans)).plans;

  expect(steps[3]).toMatchObject({
    number: 4,
    action: 'delete',
    object: { kind: 'StatefulSet', name: 'db' },
    argv: ['kubectl', 'delete', 'statefulset/db', '-n', 'data', '--cascade=orphan', '--wait', '--timeout=600s'],
    wait: { for: 'delete' },
    wayBackFrom: 2,
  });
});
