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

test('a picture that nobody could draw is refused before it fills the memory', () => {
  const builder = new GraphBuilder();
  const edges = () => { for (let i = 0; ; i++) { builder.edge({ from: 'a', to: String(i), label: '', about: 'data' }); } };

  expect(edges).toThrow('more than 50000 arrows are no picture; draw fewer files');
});
