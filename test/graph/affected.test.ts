import { graphOf, set } from './support';
import { affected } from '../../src/graph/affected';
import { united } from '../../src/graph/union';

const many = (count: number, replicas: number) => graphOf(Array.from({ length: count }, (_, i) => set(`db-${i}`, i === 3 ? replicas : 1)).join('\n---\n'));

test('of a large picture the workloads that change, with what is around them', () => {
  const part = affected(united(many(20, 1), many(20, 2)));

  expect(part.groups.map(({ name }) => name)).toEqual(['shop', 'db-3']);
  expect(part.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['db-3-1', 'data-db-3-1', 'fast']));
  expect(part.note).toBe('19 workloads that do not change are left out.');
});

test('a small one is whole', () => {
  const graph = united(many(12, 1), many(12, 2));

  expect(affected(graph)).toBe(graph);
});

test('a claim that is lost is part of it, also if it belongs to no workload', () => {
  const graph = many(20, 1);
  const lost = { id: 'PersistentVolumeClaim/shop/files', kind: 'PersistentVolumeClaim', name: 'files', lines: [], group: 'namespace shop', marks: [{ tone: 'danger', words: 'deleted' }] } as const;

  const part = affected({ ...graph, nodes: [...graph.nodes, lost] });

  expect(part.nodes).toEqual([lost]);
  expect(part.groups.map(({ name }) => name)).toEqual(['shop']);
});
