import { found, object, podTemplate, statefulSet } from '../support';

const pods = (seconds: number | undefined, container: object = {}) => podTemplate(container, { terminationGracePeriodSeconds: seconds });
const set = (seconds?: number, container?: object) => statefulSet({ template: pods(seconds, container) });
const cache = (seconds: number) => object('apps/v1', 'Deployment', { spec: { template: pods(seconds, { image: 'redis:7', volumeMounts: [] }) } });

describe('database-ends-sooner: less time for a database to end', () => {
  test('says how many seconds are left', () => {
    expect(found('database-ends-sooner', [set(120)], [set(5)])).toMatchObject([{
      id: 'database-ends-sooner:data/db',
      severity: 'error',
      path: '/spec/template/spec/terminationGracePeriodSeconds',
      before: 120,
      after: 5,
      message: "'postgres:15.3' gets 5 seconds to end, 120 before: if it still writes then, it is killed, and has to recover when it starts again",
    }]);
  });

  test('counts the 30 seconds that nobody wrote', () => {
    expect([[undefined, 5], [120, undefined]].map(([old, next]) => found('database-ends-sooner', [set(old)], [set(next)]).length)).toEqual([1, 1]);
  });

  test.each([
    ['it gets more', set(30), set(60)],
    ['the program is not known as a database', set(120, { image: 'shop:1' }), set(5, { image: 'shop:1' })],
    ['it keeps nothing', cache(60), cache(5)],
  ])('is no danger if %s', (_, before, after) => {
    expect(found('database-ends-sooner', [before], [after])).toEqual([]);
  });
});
