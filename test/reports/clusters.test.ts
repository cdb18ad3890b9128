import { NO_CLUSTER, clusterLines, clustersInWords, foundInEach, inTheseClusters, sectionsOf } from '../../src/reports/clusters';
import { Finding } from '../../src/reports/finding';

const finding = (message: string, file: string): Finding =>
  ({ rule: 'image-tag', severity: 'warning', object: { apiVersion: 'v1', kind: 'Pod', name: 'a' }, path: '', message, fix: '', place: { file } });
const cluster = (name: string, version = '1.36') => ({ name, kubernetesVersions: [version] });

test('what is found in several clusters is told once, at its first place', () => {
  const found = foundInEach(new Map([['eu', [finding('a', 'eu.yaml'), finding('b', 'eu.yaml')]], ['us', [finding('b', 'us.yaml')]]]));

  expect(found.map(({ message, clusters, place }) => [message, clusters, place?.file])).toEqual([['a', ['eu'], 'eu.yaml'], ['b', ['eu', 'us'], 'eu.yaml']]);
});

test('what is found twice in one cluster is told twice', () => {
  const twice = [finding('a', 'a.yaml'), finding('a', 'b.yaml')];

  const found = foundInEach(new Map([['eu', twice], ['us', twice]]));

  expect(found.map(({ clusters }) => clusters)).toEqual([['eu', 'us'], ['eu', 'us']]);
});

test('of one cluster nothing is said', () => {
  expect(foundInEach(new Map([['', [finding('a', 'a.yaml')]]]))).toEqual([finding('a', 'a.yaml')]);
  expect(inTheseClusters({})).toBe('');
});

test.each([
  [['eu'], 'cluster eu'],
  [['eu', 'us'], 'clusters eu and us'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], '8 clusters: a, b, c, d, e, f and 2 more'],
])('%j', (names, words) => {
  expect(clustersInWords(names)).toBe(words);
});

test('the first line says which clusters were read, and how to say otherwise', () => {
  const all = [cluster('dev'), cluster('staging'), cluster('prod')];

  expect(clusterLines({ by: 'folder', all })).toEqual(['3 clusters by folder: dev, staging, prod; write `clusters:` to fix this']);
  expect(clusterLines({ by: 'declaration', all })).toEqual(['3 clusters: dev, staging, prod']);
});

test('the next lines say what differs: versions, new and gone clusters, manifests in none', () => {
  const lines = clusterLines({ by: 'declaration', all: [cluster('eu', '1.35'), { ...cluster('us'), presence: 'new' }, { ...cluster('asia'), presence: 'gone' }, cluster(NO_CLUSTER)] });

  expect(lines).toEqual([
    '3 clusters: eu, us, asia',
    'some manifests are in none of them; write their paths into `clusters:`',
    'Kubernetes 1.35 in cluster eu; 1.36 in clusters us, asia and (no cluster)',
    'cluster us is new',
    'cluster asia is gone',
  ]);
});

test('findings of the same clusters stand together', () => {
  const all = [{ clusters: ['eu'], id: 1 }, { clusters: ['us'], id: 2 }, { clusters: ['eu'], id: 3 }];

  expect(sectionsOf(all).map(({ findings }) => findings.map(({ id }) => id))).toEqual([[1, 3], [2]]);
});
