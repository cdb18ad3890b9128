import fc from 'fast-check';
import { graphOf, set } from './support';
import { systemGraph } from '../../src/graph/system-graph';

test('every frame and both ends of every arrow are there', () => {
  const { nodes, groups, edges } = graphOf(`${set('db', 3)}---${set('cache', 8)}`);
  const ids = new Set([...nodes, ...groups].map(({ id }) => id));

  expect(edges.flatMap(({ from, to }) => [from, to]).filter(id => !ids.has(id))).toEqual([]);
  expect([...nodes.map(({ group }) => group), ...groups.map(({ parent }) => parent)].filter(id => id !== undefined && !ids.has(id))).toEqual([]);
  expect(new Set([...nodes, ...groups].map(({ id }) => id)).size).toBe(nodes.length + groups.length);
});

test('whatever stands in the manifests, there is a picture', () => {
  fc.assert(fc.property(fc.constantFrom('StatefulSet', 'Service', 'NetworkPolicy', 'Ingress', 'PersistentVolume', 'CronJob', 'StorageClass'), fc.jsonValue(), (kind, spec: any) => {
    expect(() => systemGraph([{ apiVersion: 'v1', kind, metadata: { name: 'a' }, spec }])).not.toThrow();
  }));
});

test('a claim that no pod reads is drawn if it is asked for', () => {
  const claim = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: shop}, spec: {storageClassName: fast}}';
  const namesIn = (claims?: ReadonlySet<string>) => graphOf(claim, { claims }).nodes.map(({ name }) => name);

  expect(namesIn()).toEqual([]);
  expect(namesIn(new Set(['PersistentVolumeClaim/shop/files']))).toEqual(['files', 'fast']);
});
