import { arrowsOf, graphOf, set } from './support';
import { folded } from '../../src/graph/fold';

const INGRESS = `
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: shop},
 spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: db-1, port: {number: 6379}}}}]}}]}}`;
const many = (count: number) => graphOf([...Array.from({ length: count }, (_, i) => set(`db-${i}`, 3)), INGRESS].join('\n---\n'));

test('twelve workloads are drawn as they are', () => {
  const graph = many(12);

  expect(folded(graph)).toBe(graph);
});

test('more are a box each, with what their pods, claims and Services would say', () => {
  const { nodes, groups, note } = folded(many(13));

  expect(groups.map(({ kind }) => kind)).toEqual(['Namespace']);
  expect(nodes.map(({ kind }) => kind)).toEqual([...Array(13).fill('StatefulSet'), 'Ingress']);
  expect(nodes[1]).toMatchObject({ id: 'StatefulSet.apps/shop/db-1', group: 'namespace shop', lines: ['3 pods', 'data: 1Gi of fast', 'Service db-1', 'open to every pod'] });
  expect(note).toContain('13 workloads, each as one box');
});

test('an arrow to a Service ends at its workload', () => {
  expect(arrowsOf(folded(many(13)))).toEqual(['Ingress web -6379-> StatefulSet db-1']);
});

test('of very many the arrows are counted', () => {
  const { nodes, edges } = folded(many(61));

  expect(edges).toEqual([]);
  expect(nodes).toHaveLength(61);
  expect(nodes[1].lines).toEqual(['3 pods', 'data: 1Gi of fast', 'reached by 1']);
});

test('a claim that is lost keeps its box', () => {
  const graph = many(13);
  const claim = { id: 'c', kind: 'PersistentVolumeClaim', name: 'files', lines: [] };

  expect(folded({ ...graph, nodes: [...graph.nodes, { ...claim, marks: [{ tone: 'danger', words: 'deleted' }] }] }).nodes.map(({ name }) => name)).toContain('files');
  expect(folded({ ...graph, nodes: [...graph.nodes, claim] }).nodes.map(({ name }) => name)).not.toContain('files');
});
