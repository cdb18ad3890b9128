import { groupBy } from '../../src/manifest/group-by';

test('groups keep the order in which their first values came, and each the order of its values', () => {
  const groups = groupBy([3, 1, 4, 2], value => value % 2 === 0 ? 'even' : 'odd');

  expect([...groups]).toEqual([['odd', [3, 1]], ['even', [4, 2]]]);
});
