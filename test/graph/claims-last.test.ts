import { Block } from '../../src/graph/blocks';
import { claimsLast } from '../../src/graph/claims-last';

const block = (id: string, kind = 'Service', parent: string | undefined = 'shop'): Block => {
  const size = { width: 100, height: 50 };
  return { id, ...size, ...parent && { parent }, boxes: [{ node: { id, kind, name: id, lines: [] }, x: 0, y: 0, ...size, text: [] }], arrows: [] };
};
const edges = (...words: readonly string[]) => words.map(word => word.split('>')).map(([from, to]) => ({ from, to }));
const CLAIM = block('files', 'PersistentVolumeClaim');
const CLASS = block('fast', 'StorageClass', '');

test('a claim that nothing leads to stands beside the last row of its frame', () => {
  expect(claimsLast([block('a'), block('b'), block('c'), CLAIM, CLASS], edges('a>b', 'b>c', 'files>fast'))).toEqual([{ from: 'b', to: 'files' }]);
});

test('a claim that a pod reads, one without an arrow, and one in a frame of one row stay', () => {
  const all = [block('a'), block('b'), CLAIM, CLASS];

  expect(claimsLast(all, edges('a>b', 'a>files', 'files>fast'))).toEqual([]);
  expect(claimsLast(all, edges('a>b'))).toEqual([]);
  expect(claimsLast(all, edges('files>fast'))).toEqual([]);
});
