import { found, podTemplate, statefulSet } from '../support';

const set = (...names: string[]) => statefulSet({ template: podTemplate({ env: names.map(name => ({ name, value: 'x' })) }) });

test('variable-lost-with-its-double: one of two goes, or gets another name', () => {
  expect([set('A', 'B'), set('A', 'C', 'B')].map(after => found('variable-lost-with-its-double', [set('A', 'B', 'A')], [after]).map(({ id }) => id)))
    .toEqual([['variable-lost-with-its-double:data/db/db.A'], ['variable-lost-with-its-double:data/db/db.A']]);
});

test.each([
  ['both stay', set('A', 'A', 'B')],
  ['both go', set('B')],
])('is no danger if %s', (_, after) => {
  expect(found('variable-lost-with-its-double', [set('A', 'B', 'A')], [after])).toEqual([]);
});
