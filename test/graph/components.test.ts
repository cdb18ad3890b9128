import { graphOf, set } from './support';
import { blocksOf } from '../../src/graph/blocks';
import { textBlock } from '../../src/graph/box-text';
import { componentsOf } from '../../src/graph/components';
import { Graph } from '../../src/graph/graph';

function partsOf({ nodes, groups, edges }: Graph) {
  const frames = groups.filter(({ kind }) => kind === 'Namespace');
  return componentsOf({ blocks: blocksOf({ nodes, groups, edges }), frames, titles: new Map(), edges, labels: edges.map(({ label }) => textBlock([[label, 'line']])) });
}

test('what no arrow and no frame holds together is apart', () => {
  const other = set('web', 1).replaceAll('namespace: shop', 'namespace: site').replace('storageClassName: fast', 'storageClassName: slow');
  const parts = partsOf(graphOf(`${set('db', 1)}---${set('cache', 1)}---${other}`));

  expect(parts.map(({ frames, blocks }) => [frames.map(({ name }) => name), blocks.length])).toEqual([[['shop'], 5], [['site'], 3]]);
  expect(parts.map(({ edges, labels }) => [edges.length, labels.length])).toEqual([[6, 6], [3, 3]]);
});

test('a class that two namespaces use holds them together', () => {
  expect(partsOf(graphOf(`${set('db', 1)}---${set('web', 1).replaceAll('namespace: shop', 'namespace: site')}`))).toHaveLength(1);
});

test('a long chain of arrows is one part, and an empty picture has none', () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => ({ id: `p${i}`, kind: 'Pod', name: `p${i}`, lines: [] }));
  const edges = nodes.slice(1).map(({ id }, i) => ({ from: nodes[i].id, to: id, label: '', about: 'data' as const }));

  expect(partsOf({ nodes, groups: [], edges: [...edges].reverse() })).toHaveLength(1);
  expect(partsOf({ nodes: [], groups: [], edges: [] })).toEqual([]);
});
