import { GraphEdge } from '../../src/graph/graph';
import { withSharedLabels } from '../../src/graph/shared-labels';

const arrow = (to: string, label: string, more: Partial<GraphEdge> = {}): GraphEdge => ({ from: 'web', to, label, about: 'requests', ...more });

function told(edges: readonly GraphEdge[]) {
  const nodes = ['db-0', 'db-1'].map(name => ({ id: name, kind: 'StatefulSet', name, lines: ['3 pods'] }));
  const graph = withSharedLabels({ nodes, groups: [], edges });
  return [...graph.nodes.map(({ lines }) => lines.join(', ')), graph.edges.filter(({ isTold }) => isTold).length];
}

const three = ['a', 'b', 'c'].map(() => arrow('db-0', 'may reach 6379'));

test('a box says once what all arrows to it say, and then others do, too', () => {
  expect(told([...three, arrow('db-1', 'may reach 6379')])).toEqual(['3 pods, arrows to it: may reach 6379', '3 pods, arrows to it: may reach 6379', 4]);
});

test('two arrows can be read, and so can those that say different things', () => {
  expect(told(three.slice(1))).toEqual(['3 pods', '3 pods', 0]);
  expect(told([...three, arrow('db-0', 'may reach 80')])).toEqual(['3 pods', '3 pods', 0]);
});

test('what a change brings or takes away, and other things than requests, have their own words', () => {
  expect(told([...three, arrow('db-0', 'gone: may reach 80', { tone: 'gone' }), arrow('db-0', 'reads', { about: 'settings' })]))
    .toEqual(['3 pods, arrows to it: may reach 6379', '3 pods', 3]);
});
