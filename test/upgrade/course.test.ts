import { way } from './support';
import { Finding } from '../../src/reports/finding';
import { coursesOf, sinceWhen } from '../../src/upgrade/course';

const MODELS = way('1.33', '1.36');
const finding = (rule: string, message = ''): Finding =>
  ({ rule, severity: 'error', object: { apiVersion: 'v1', kind: 'Pod', name: 'a' }, path: '/spec', message, fix: '' });

test('a finding is followed through the versions, whatever its words', () => {
  const [course, ...others] = coursesOf(MODELS.map(model => model.isSince('1.35') ? [finding('a', String(model.version))] : []));

  expect(others).toEqual([]);
  expect(course.map(found => found?.message)).toEqual([undefined, undefined, '1.35', '1.36']);
});

test('two findings of one rule at one place are two', () => {
  expect(coursesOf(MODELS.map(() => [finding('a', 'one'), finding('a', 'two')]))).toHaveLength(2);
});

test.each([
  ['from the third on', [false, false, true, true], '1.35'],
  ['with a break, after which it counts', [true, false, false, true], '1.36'],
  ['always', [true, true, true, true], undefined],
  ['never at the end', [false, true, true, false], undefined],
])('since when it is so: %s', (_, holds, since) => {
  const course = holds.map(is => is ? finding('a') : undefined);

  expect(sinceWhen(course, MODELS, found => found !== undefined)?.version.toString()).toBe(since);
});

test('what is in a field without effect has none either', () => {
  const [outer, inner] = ['/spec/claims', '/spec/claims/0/name'].map(path => ({ ...finding('dropped-field'), path }));
  const unknown = { ...inner, rule: 'schema-unknown-field' };
  const courses = coursesOf([[outer, unknown], [outer], []]);

  expect(courses.map(course => course.map(found => found?.path))).toEqual([
    ['/spec/claims', '/spec/claims', undefined],
    ['/spec/claims/0/name', '/spec/claims', undefined],
  ]);
});
