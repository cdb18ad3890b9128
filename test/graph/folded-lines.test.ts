import { graphOf } from './support';
import { foldedLines } from '../../src/graph/folded-lines';
import { GraphEdge } from '../../src/graph/graph';

test('of many settings the first two', () => {
  const envFrom = ['a', 'b', 'c'].map(name => `{secretRef: {name: ${name}}}`).join(', ');
  const { nodes, groups, edges } = graphOf(`{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {containers: [{image: a, envFrom: [${envFrom}]}]}}`);
  const outgoing = new Map<string, GraphEdge[]>([['Pod/shop/p', [...edges]]]);

  const lines = foldedLines(groups[1], { nodes: new Map(nodes.map(node => [node.id, node])), parts: new Map([['Pod/shop/p', ['Pod/shop/p']]]), outgoing });

  expect(lines).toEqual(['reads a, b and 1 more']);
});
