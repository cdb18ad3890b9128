import { append, groupBy } from '../../src/manifest/group-by';

test('groups keep the order in which their first values came, and each the order of its values', () => {
  const groups = groupBy([3, 1, 4, 2], value => value % 2 === 0 ? 'even' : 'odd');

  expect([...groups]).toEqual([['odd', [3, 1]], ['even', [4, 2]]]);
});


test('a value is added to those of its key', () => {
  const groups = new Map([['odd', [3]]]);

  append(groups, 'odd', 1);
  append(groups, 'even', 2);

  expect([...groups]).toEqual([['odd', [3, 1]], ['even', [2]]]);
});
