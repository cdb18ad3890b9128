import { arrowId, elementId } from '../../src/graph/svg-ids';

test('an id is readable, and has no character that a selector would have to escape', () => {
  expect(elementId('StatefulSet.apps/shop/db pod db-0')).toBe('k-StatefulSet.apps_2f_shop_2f_db_20_pod_20_db-0');
  expect(elementId('"><script>')).toMatch(/^[\w.-]+$/);
});

test('different ones have different ids, also long ones', () => {
  const ids = ['a/b', 'a_2f_b', 'a b', `${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`].map(elementId);

  expect(new Set(ids).size).toBe(5);
  expect(Math.max(...ids.map(id => id.length))).toBeLessThan(150);
});

test('arrows between the same boxes are told apart by their words', () => {
  const arrow = { from: 'a', to: 'b', label: '', about: 'data' } as const;

  expect(arrowId(arrow)).toBe(arrowId({ ...arrow }));
  expect(arrowId(arrow)).not.toBe(arrowId({ ...arrow, label: '/data' }));
});
