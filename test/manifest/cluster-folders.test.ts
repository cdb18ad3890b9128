import { ClusterFolders } from '../../src/manifest/cluster-folders';

const object = (name: string, kind = 'ConfigMap', namespace = 'shop') => ({ apiVersion: 'v1', kind, metadata: { name, namespace } });

/** Folders with the names of what is in them. */
const folders = (content: Record<string, string>) =>
  ClusterFolders.of(Object.entries(content).flatMap(([folder, names]) => names.split(' ').map(name => ({ folder, manifest: object(name) }))));

test.each<[string, Record<string, string>, string[]]>([
  ['siblings that hold the same', { dev: 'a b', prod: 'a b' }, ['dev', 'prod']],
  ['siblings below any folder', { 'out/k8s/dev': 'a', 'out/k8s/prod': 'a' }, ['dev', 'prod']],
  ['a small one and a large one', { dev: 'a b', prod: 'a b c d e' }, ['dev', 'prod']],
  ['a sibling that has nothing in common with those', { dev: 'a b', prod: 'a b', tools: 'x' }, ['dev', 'prod', 'tools']],
  ['clusters below one of them', { 'dev': 'a b', 'prod/eu': 'a b', 'prod/us': 'a b' }, ['dev', 'prod/eu', 'prod/us']],
  ['environments of several apps', { 'orders/dev': 'a', 'orders/prod': 'a', 'payments/dev': 'x', 'payments/prod': 'x' }, ['dev', 'prod']],
  ['one folder', { prod: 'a b' }, []],
  ['apps of one cluster', { orders: 'a b c', payments: 'a x y' }, []],
  ['siblings of which one half is the same', { orders: 'a b', payments: 'a x' }, []],
  ['files beside each other', { '': 'a a' }, []],
])('%s', (_title, content, names) => {
  expect(folders(content).names).toEqual(names);
});

test('apps that bring the same Namespace are in one cluster', () => {
  const found = ClusterFolders.of([
    ...['orders', 'payments'].map(folder => ({ folder, manifest: object('shop', 'Namespace') })),
    { folder: 'orders', manifest: object('a') },
  ]);

  expect(found.names).toEqual([]);
});

test('what stands above or beside the folders is for all of them', () => {
  const found = folders({ '': 'base', 'prod': 'common', 'prod/eu': 'a b', 'prod/us': 'a b', 'dev': 'a b', 'dev/db': 'c' });

  expect(found.names).toEqual(['dev', 'prod/eu', 'prod/us']);
  expect(found.clustersOf('')).toEqual(['dev', 'prod/eu', 'prod/us']);
  expect(found.clustersOf('prod')).toEqual(['prod/eu', 'prod/us']);
  expect(found.clustersOf('prod/eu/x')).toEqual(['prod/eu']);
  expect(found.clustersOf('dev/db')).toEqual(['dev']);
});
