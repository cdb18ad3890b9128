import { GraphBuilder } from '../../src/graph/graph-builder';

test('what is added twice is there once, as it was the first time', () => {
  const builder = new GraphBuilder();
  const node = { id: 'a', kind: 'Pod', name: 'a', lines: [] };

  expect([builder.node(node), builder.node({ ...node, missing: true })]).toEqual(['a', 'a']);
  builder.edge({ from: 'a', to: 'a', label: '', about: 'data' });
  builder.edge({ from: 'a', to: 'a', label: '', about: 'data' });

  expect(builder.graph).toMatchObject({ nodes: [node], edges: [{ from: 'a' }] });
  expect([builder.has('a'), builder.has('b')]).toEqual([true, false]);
});
