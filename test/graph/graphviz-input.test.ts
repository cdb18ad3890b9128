import { graphOf, set } from './support';
import { blocksOf } from '../../src/graph/blocks';
import { boxText, textBlock } from '../../src/graph/box-text';
import { Graph, GraphEdge } from '../../src/graph/graph';
import { graphvizInput, rowOf } from '../../src/graph/graphviz-input';
import { sideBySide } from '../../src/graph/joined-blocks';

function inputOf({ nodes, groups, edges }: Graph): string {
  const frames = groups.filter(({ kind }) => kind === 'Namespace');
  const labels = edges.map(({ label }) => textBlock([[label, 'line']]));
  const titles = new Map(frames.map(frame => [frame.id, boxText(frame)]));
  return graphvizInput({ blocks: blocksOf({ nodes, groups, edges }), frames, titles, edges, labels });
}

const node = (name: string) => ({ id: name, kind: 'Pod', name, lines: [] });
const arrow = (from: string, to: string): GraphEdge => ({ from, to, label: '', about: 'requests' });

test('nothing of a manifest is in it', () => {
  const text = inputOf(graphOf(set('db', 2)));

  expect(text).not.toMatch(/db|shop|data|redis|6379/);
});

test('an arrow of a claim begins below it', () => {
  const text = inputOf(graphOf(set('db', 2)));

  expect(text).toMatch(/PORT="b3"/);
  expect(text).toMatch(/n0:b3:s -> n1 \[id=3/);
});

test('boxes without arrows stand in rows', () => {
  const nodes = Array.from({ length: 9 }, (_, i) => node(`p${i}`));

  expect(inputOf({ nodes, groups: [], edges: [] }).match(/style=invis/g)).toHaveLength(9 - rowOf(9, 2.2));
  expect(inputOf({ nodes: nodes.slice(5), groups: [], edges: [] })).not.toContain('style=invis');
});

test('many arrows to one end come from several rows', () => {
  const nodes = Array.from({ length: 21 }, (_, i) => node(`p${i}`));
  const text = inputOf({ nodes, groups: [], edges: nodes.slice(1).map(({ id }) => arrow(id, 'p0')) });

  expect(new Set(text.match(/minlen=\d/g))).toEqual(new Set(['minlen=1', 'minlen=2', 'minlen=3']));
});

test('many arrows that begin at one end in several rows', () => {
  const nodes = Array.from({ length: 21 }, (_, i) => node(`p${i}`));
  const text = inputOf({ nodes, groups: [], edges: nodes.slice(1).map(({ id }) => arrow('p0', id)) });

  expect(new Set(text.match(/minlen=\d/g))).toEqual(new Set(['minlen=1', 'minlen=2', 'minlen=3']));
});

test('a frame can be the end of an arrow, with boxes in it or without', () => {
  const frame = (name: string) => ({ id: name, kind: 'Namespace', name, lines: [] });
  const text = inputOf({ nodes: [{ ...node('a'), group: 'full' }], groups: [frame('full'), frame('empty')], edges: [arrow('full', 'empty')] });

  expect(text).toContain('n0 -> e1 [id=0, ltail=cluster0, lhead=cluster1]');
});

test('an arrow begins below its block of a row, and ends above it', () => {
  const [a, b, hub] = blocksOf({ nodes: ['a', 'b', 'hub'].map(node), groups: [], edges: [] });
  const edges = [arrow('b', 'hub'), arrow('hub', 'a')];
  const text = graphvizInput({ blocks: [sideBySide([a, b]), hub], frames: [], titles: new Map(), edges, labels: edges.map(() => textBlock([])) });

  expect(text).toContain('n0:b1:s -> n1 [id=0]');
  expect(text).toContain('n1 -> n0:b0:n [id=1]');
});

test('rows of arrows without words are further apart, and blocks are closer if the picture would be too wide', () => {
  const blocks = blocksOf({ nodes: ['a', 'b'].map(node), groups: [], edges: [] });
  const graphOfArrow = (isTold: boolean, isTight: boolean) =>
    graphvizInput({ blocks, frames: [], titles: new Map(), edges: [{ ...arrow('a', 'b'), isTold }], labels: [textBlock([])] }, { isTight }).split('\n')[1];

  expect(graphOfArrow(false, false)).toContain('nodesep=0.3, ranksep=0.55');
  expect(graphOfArrow(true, true)).toContain('nodesep=0.15, ranksep=1');
});
