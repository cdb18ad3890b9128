import { Manifest } from '../../src/kubernetes/manifest';
import { namesInRange, podNames, podRangesOf } from '../../src/manifest/pod-ranges';

const set = (replicas: number, start = 0): Manifest =>
  ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { replicas, ordinals: { start } } });

test.each([
  [0, 0, []],
  [2, 0, ['db-0', 'db-1']],
  [2, 5, ['db-5', 'db-6']],
  [60, 0, ['db-0', 'db-1', 'db-2 … db-58', 'db-59']],
])('%i pods that begin at %i', (replicas, start, expected) => {
  const one = set(replicas, start);

  expect(podRangesOf(one).map(range => podNames(one, range))).toEqual(expected);
});

test('pods without ordinals are one range, and no pods none', () => {
  const deployment = (replicas: number): Manifest => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas } });

  expect(podRangesOf(deployment(3))).toEqual([{}]);
  expect(podRangesOf(deployment(0))).toEqual([]);
});

test('a range of names has words between them', () => {
  expect(namesInRange({ first: 1, last: 3 }, ordinal => `data-${ordinal}`, ' to ')).toBe('data-1 to data-3');
});

test('a range begins with an ordinal that is not like those before', () => {
  const one = set(20);

  expect(podRangesOf(one, [0, 3, 3, 20]).map(range => podNames(one, range))).toEqual(['db-0', 'db-1', 'db-2', 'db-3', 'db-4', 'db-5 … db-18', 'db-19']);
});
