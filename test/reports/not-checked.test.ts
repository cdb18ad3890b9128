import { Finding } from '../../src/reports/finding';
import { KIND_NOT_CHECKED, isOneOfMany, notCheckedInWords } from '../../src/reports/not-checked';

const finding = (kind: string, more: Partial<Finding> = {}): Finding =>
  ({ rule: KIND_NOT_CHECKED, severity: 'info', object: { apiVersion: 'a/v1', kind, name: 'x' }, path: '/kind', message: '', fix: '', ...more } as Finding);

test('objects and kinds are counted', () => {
  expect(notCheckedInWords([finding('B'), finding('A'), finding('B')])).toContain('not checked: 3 objects of 2 kinds (A, B); ');
  expect(notCheckedInWords([])).toBeUndefined();
});

test('what somebody made an error of is told one by one, and so is everything else', () => {
  expect(isOneOfMany(finding('A', { severity: 'error' }))).toBe(false);
  expect(isOneOfMany(finding('A', { rule: 'name' }))).toBe(false);
});
