import { Block } from '../../src/graph/blocks';
import { outsideApart, rowsCut } from '../../src/graph/narrower';

const block = (id: string, parent?: string, width = 500): Block => ({ id, width, height: 100, parent, boxes: [], arrows: [] });
const edges = (...words: readonly string[]) => words.map(word => word.split('>')).map(([from, to]) => ({ from, to }));
const inWords = (above: readonly { readonly from: string; readonly to: string }[]) => above.map(({ from, to }) => `${from}>${to}`);

test('who reaches a frame stands above its topmost blocks, and what it needs below its lowest ones', () => {
  const blocks = [block('out'), block('a', 'shop'), block('b', 'shop'), block('c', 'shop'), block('class')];

  expect(inWords(outsideApart(blocks, edges('out>b', 'a>b', 'b>class')))).toEqual(['out>a', 'out>c', 'c>class']);
});

test('what stands between frames stays there', () => {
  const blocks = [block('a', 'shop'), block('class'), block('p', 'nfs')];

  expect(outsideApart(blocks, edges('a>class', 'class>p'))).toEqual([]);
});

test('the right half of a row that is too wide stands below the left one', () => {
  const blocks = ['a', 'b', 'c', 'd'].map(id => block(id));
  const middleOf = (i: number) => ({ x: -i, y: 0 });

  expect(inWords(rowsCut(blocks, middleOf, 2000))).toEqual(['d>b', 'c>a']);
  expect(rowsCut(blocks, middleOf, 3000)).toEqual([]);
  expect(rowsCut(blocks, i => ({ x: 0, y: i * 100 }), 100)).toEqual([]);
});
