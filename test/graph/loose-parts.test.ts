import { Block } from '../../src/graph/blocks';
import { loosened } from '../../src/graph/loose-parts';

const block = (id: string, parent?: string, width = 100): Block =>
  ({ id, ...parent !== undefined && { parent }, width, height: 50, boxes: [{ node: { id, kind: 'Pod', name: id, lines: [] }, x: 0, y: 0, width, height: 50, text: [] }], arrows: [] });

function partsOf(blocks: readonly Block[], ...arrows: readonly string[]) {
  const edges = arrows.map(arrow => arrow.split('>')).map(([from, to]) => ({ from, to, label: '', about: 'data' as const }));
  const labels = edges.map(() => ({ width: 0, height: 0, lines: [] }));
  const { rest, parts } = loosened({ blocks, frames: [{ id: 'shop', kind: 'Namespace', name: 'shop', lines: [] }], titles: new Map(), edges, labels });
  const inWords = (task: typeof rest) => [...task.blocks.map(({ id }) => id), ...task.edges.map(({ from, to }) => `${from}>${to}`)].join(' ');
  return [inWords(rest), ...parts.map(inWords)];
}

test('what has nothing to do with the rest of its frame is loose, each part with its arrows', () => {
  expect(partsOf([block('db', 'shop'), block('web', 'shop'), block('job', 'shop'), block('secret', 'shop'), block('clock', 'shop'), block('class')], 'web>db', 'db>class', 'job>secret'))
    .toEqual(['db web class web>db db>class', 'job secret job>secret', 'clock']);
});

test('where nothing leads out of a frame its largest part stays', () => {
  expect(partsOf([block('clock', 'shop'), block('db', 'shop', 900), block('web', 'shop')], 'web>db')).toEqual(['db web web>db', 'clock']);
});

test('what is in no frame stays, and so does all of a frame that an arrow leads to', () => {
  expect(partsOf([block('clock', 'shop'), block('db', 'shop'), block('out')], 'out>shop')).toEqual(['clock db out out>shop']);
});
