import { Block } from '../../src/graph/blocks';
import { rowsInFrames } from '../../src/graph/frame-rows';

const block = (id: string, parent: string | undefined = 'shop', width = 500): Block => ({ id, width, height: 100, parent, boxes: [], arrows: [] });
const edges = (...words: readonly string[]) => words.map(word => word.split('>')).map(([from, to]) => ({ from, to }));
const rows = (blocks: readonly Block[], arrows: readonly string[]) => rowsInFrames(blocks, edges(...arrows)).map(({ from, to }) => `${from}>${to}`);

const PAIRS = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2'];
const ARROWS = ['a1>a2', 'b1>b2', 'c1>c2', 'd1>d2'];

test('parts that are too wide side by side stand below each other, the top of one below the bottom of another', () => {
  expect(rows(PAIRS.map(id => block(id)), ARROWS)).toEqual(['a2>c1', 'b2>d1']);
  expect(rows(PAIRS.map(id => block(id, 'shop', 250)), ARROWS)).toEqual([]);
});

test('a part is as wide as its widest row', () => {
  const blocks = [...PAIRS, 'a3', 'a4'].map(id => block(id, 'shop', 400));

  expect(rows(blocks, [...ARROWS, 'a1>a3', 'a1>a4'])).toEqual(['a2>b1', 'a2>c1', 'b2>d1']);
});

test('what leads out of the frame stands first, as one part', () => {
  const outside = { ...block('hub'), parent: undefined };

  expect(rows([...PAIRS.map(id => block(id)), outside], [...ARROWS, 'c2>hub', 'd2>hub'])).toEqual(['c2>a1', 'c2>b1']);
});

test('blocks in a circle have a place, too', () => {
  expect(rows(['a', 'b', 'c', 'd', 'e', 'f'].map(id => block(id)), ['a>b', 'b>a', 'c>d', 'd>c', 'e>f'])).toHaveLength(2);
});

test('what has no arrows is not asked', () => {
  expect(rows(['a', 'b', 'c', 'd', 'e'].map(id => block(id)), [])).toEqual([]);
});
