import { clusterParts } from '../../../src/checks/configuration/cluster-part';
import { readConfiguration } from '../../../src/checks/configuration/configuration';

const NONE = readConfiguration('', 'c.yaml');
const DECLARED = readConfiguration(`
kubernetesVersion: '1.36'
acknowledgements: [{ rule: image-tag, reason: one only }]
clusters:
  - { name: eu, paths: [dist/eu, dist/base], kubernetesVersion: '1.35', acknowledgements: [{ rule: even-quorum, reason: two zones }] }
  - { name: us, paths: [dist/us, dist/base] }
  - { name: asia, paths: [dist/asia] }
`, 'c.yaml');

const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } };
const parted = (files: readonly string[], configuration = NONE) =>
  clusterParts(files, configuration, file => ({ folder: file.slice(0, file.lastIndexOf('/')), paths: () => [file], manifest }));
const namesIn = (files: readonly string[], configuration = NONE) => parted(files, configuration).parts.map(({ name, documents }) => [name, ...documents].join(' '));

test('folders that hold the same are a cluster each', () => {
  expect(namesIn(['dist/dev/a.yaml', 'dist/prod/a.yaml', 'dist/a.yaml'])).toEqual(['dev dist/dev/a.yaml dist/a.yaml', 'prod dist/prod/a.yaml dist/a.yaml']);
  expect(parted(['dist/dev/a.yaml', 'dist/prod/a.yaml']).by).toBe('folder');
});

test('otherwise there is one cluster without a name', () => {
  const { parts, by } = parted(['dist/a.yaml', 'dist/b.yaml']);

  expect(parts).toEqual([{ documents: ['dist/a.yaml', 'dist/b.yaml'], configuration: NONE }]);
  expect(by).toBeUndefined();
});

test('a declaration counts before the folders; what is in no cluster is not dropped, and a cluster without documents is left out', () => {
  expect(namesIn(['dist/eu/a.yaml', 'dist/us/a.yaml', 'dist/base/b.yaml', 'dist/other.yaml'], DECLARED)).toEqual([
    'eu dist/eu/a.yaml dist/base/b.yaml', 'us dist/us/a.yaml dist/base/b.yaml', '(no cluster) dist/other.yaml',
  ]);
  expect(namesIn(['out/a.yaml'], DECLARED)).toEqual([' out/a.yaml']);
});

test('what is declared of a cluster counts before what is declared of all, and together with it', () => {
  const [eu, us] = parted(['dist/eu/a.yaml', 'dist/us/a.yaml'], DECLARED).parts.map(({ configuration }) => configuration);

  expect([eu.kubernetesVersion, us.kubernetesVersion]).toEqual(['1.35', '1.36']);
  expect([eu, us].map(({ acknowledgements }) => acknowledgements.map(({ rule }) => rule))).toEqual([['image-tag', 'even-quorum'], ['image-tag']]);
});
