import { changedValues } from '../../src/graph/changed-values';
import { Change } from '../../src/reports/change';

const change = (more: Partial<Change>): Change => ({ message: 'pods restart', path: '/spec/replicas', before: 3, after: 5, ...more }) as Change;

test('a field by its name in the container, or by the end of its path', () => {
  expect(changedValues([change({ field: 'container db image', before: 'redis:8', after: 'redis:9' })])).toBe('image redis:8 \u2192 redis:9; ');
  expect(changedValues([change({ path: '/spec/selector/matchLabels/app', before: 'db', after: 'db2' })])).toBe('matchLabels/app db \u2192 db2; ');
});

test('of several the first', () => {
  expect(changedValues([change({}), change({ path: '/spec/b' }), change({ path: '/spec/c' })])).toBe('replicas 3 \u2192 5 and 2 more; ');
});

test.each([
  ['the whole object', change({ path: '', before: undefined, after: undefined })],
  ['metadata', change({ path: '/metadata/namespace', before: 'a', after: 'b' })],
  ['a list', change({ before: ['a'], after: ['b'] })],
  ['values that the message has', change({ message: '3 \u2192 5 replicas' })],
  ['a new value that the message names', change({ before: "claim 'a'", after: "claim 'b'", message: "it becomes claim 'b': empty" })],
])('nothing of %s', (_, one) => {
  expect(changedValues([one])).toBe('');
});

test('of long values only the field', () => {
  expect(changedValues([change({ field: 'container db image', before: 'a'.repeat(40), after: 'b'.repeat(40) })])).toBe('other image; ');
});
