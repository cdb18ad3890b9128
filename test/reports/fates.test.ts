import { ClaimEffect } from '../../src/reports/change';
import { fatesOf } from '../../src/reports/fates';

const claims = (fate: ClaimEffect['fate'], count: number): ClaimEffect[] =>
  Array.from({ length: count }, (_, index) => ({ namespace: 'data', name: `data-db-${index}`, fate }));

test('claims are told by what becomes of them, those that stay are not', () => {
  expect(fatesOf([...claims('kept', 2), ...claims('stranded', 2), ...claims('new and empty', 1)])).toBe('data-db-0, data-db-1 stranded; data-db-0 new and empty');
  expect(fatesOf(claims('deleted', 9))).toBe('data-db-0, data-db-1, data-db-2, data-db-3, data-db-4, data-db-5 and 3 more deleted');
  expect(fatesOf(claims('kept', 9))).toBe('');
});
