import { diff } from '../../../src/diff/diff';
import { statefulSet } from '../support';

test('a second object of the same name is a danger, and the set of the first is compared', () => {
  const [dev, prod] = [statefulSet({ replicas: 3 }), statefulSet({ replicas: 1 })];

  const { changes } = diff([dev], [dev, prod]);

  expect(new Set(changes.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(new Set(['scale-in-leaves-claims error', 'given-twice error']));
  expect(changes.find(({ rule }) => rule === 'given-twice')).toMatchObject({ id: 'given-twice:data/db', message: expect.stringContaining('is there twice in one cluster with different contents'), fix: expect.stringContaining('`clusters:`') });
});

test('it can be accepted, and a duplicate of before is no change', () => {
  const both = [statefulSet({ replicas: 3 }), statefulSet({ replicas: 5 })];

  expect(diff(both.slice(0, 1), both, { accepted: new Map([['given-twice:data/db', 'one of each']]) }).summary.dangerous).toBe(0);
  expect(diff(both, both).changes).toEqual([]);
});
