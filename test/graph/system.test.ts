import { graphOf, set } from './support';
import { partOf } from '../../src/graph/system';

const WHOLE = graphOf(`${set('db', 2)}---${set('cache', 1)}`);

test('a workload with its pods, its storage and who reaches it', () => {
  const part = partOf(WHOLE, 'shop/db')!;

  expect(part.nodes.map(({ name }) => name).sort()).toEqual(['data-db-0', 'data-db-1', 'db', 'db-0', 'db-1', 'fast']);
  expect(part.groups.map(({ name }) => name)).toEqual(['shop', 'db']);
});

test('its name alone will do; a name of nothing is nothing', () => {
  expect(partOf(WHOLE, 'cache')!.groups.map(({ name }) => name)).toEqual(['shop', 'cache']);
  expect(partOf(WHOLE, 'shop')).toBeUndefined();
});

test('other workloads end the walk', () => {
  const opened = (name: string, from: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${name}}}, ingress: [{from: [{podSelector: {matchLabels: {app: ${from}}}}]}]}
`;
  const chain = graphOf(`${set('c', 1)}---${set('b', 1)}---${set('a', 1)}${opened('b', 'a')}${opened('c', 'b')}`);

  const part = partOf(chain, 'c')!;

  expect(part.groups.map(({ name }) => name)).toEqual(['shop', 'c', 'b']);
});
