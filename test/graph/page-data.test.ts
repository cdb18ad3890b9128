import { graphOf, set } from './support';
import { pageData } from '../../src/graph/page-data';
import { Parts } from '../../src/graph/system';

const GRAPH = graphOf(`${set('db', 1)}---${set('cache', 1)}`);
const WORKLOADS = GRAPH.groups.filter(({ kind }) => kind !== 'Namespace');
const DATA = pageData(GRAPH, WORKLOADS.map(workload => new Parts(GRAPH).around([workload])));
const item = (kind: string, name: string) => DATA.items.find(one => one.kind === kind && one.name === name)!;

test('workloads are the first items', () => {
  expect(DATA.systems.map(index => DATA.items[index].name)).toEqual(['db', 'cache']);
  expect(DATA.namespaces).toEqual(['shop']);
});

test('an item says where it is, and in whose pictures', () => {
  expect(item('StatefulSet', 'cache')).toMatchObject({ namespace: 'shop', systems: [1] });
  expect(item('PersistentVolumeClaim', 'data-db-0')).toMatchObject({ namespace: 'shop', systems: [0] });
  expect(item('StorageClass', 'fast')).toMatchObject({ systems: [0, 1], lines: expect.arrayContaining(['not among the manifests']) });
  expect(item('StorageClass', 'fast').namespace).toBeUndefined();
});

test('what a controller makes shows what it is made of', () => {
  const [pod, workload, service] = [item('Pod', 'db-0'), item('StatefulSet', 'db'), item('Service', 'db')];

  expect(pod).toMatchObject({ yaml: workload.yaml, madeOf: "StatefulSet 'db'" });
  expect(workload.madeOf).toBeUndefined();
  expect(DATA.yaml[service.yaml!]).toContain('kind: Service');
});

test('arrows are between items', () => {
  const arrows = DATA.arrows.map(({ from, to, label }) => [DATA.items[from].name, label, DATA.items[to].name]);

  expect(arrows).toContainEqual(['db-0', '/data', 'data-db-0']);
});
