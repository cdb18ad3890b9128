import { graphOf, set } from './support';
import { withFewerArrows } from '../../src/graph/fewer-arrows';

test('claims share arrows, a class of many is told in lines, and workloads that reach each other share a box', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const all = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: Exists}]}}]}]}
`;
  const graph = graphOf([...names.map(name => set(name, 2)), all].join('---'));

  expect(graph.edges.filter(({ about }) => about === 'requests')).toHaveLength(25);
  expect(withFewerArrows(graph).edges.map(({ about, label }) => `${about} ${label}`).sort()).toEqual([
    ...Array(10).fill('data /data'), ...Array(5).fill('requests '), ...Array(5).fill('requests 6379 → redis'),
  ]);
});
