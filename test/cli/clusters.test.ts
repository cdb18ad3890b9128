import { stringify } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { statefulSet } from '../diff/support';

const folder = useFolder();

/** Writes a set of three members to each folder, with another number of members where the test says so. */
function sets(side: string, clusters: readonly string[], replicas: Record<string, number> = {}): string {
  for (const cluster of clusters) { folder.write(`${side}/${cluster}/db.yaml`, stringify(statefulSet({ replicas: replicas[cluster] ?? 3 }))); }
  return `${folder.path}/${side}`;
}

test('a set that is scaled in one of several clusters is told', () => {
  const [before, after] = [sets('before', ['dev', 'prod/eu', 'prod/us']), sets('after', ['dev', 'prod/eu', 'prod/us'], { 'prod/eu': 1 })];

  const { code, out } = record(['diff', before, after]);

  expect(code).toBe(1);
  expect(out.split('\n')[0]).toBe('3 clusters by folder: dev, prod/eu, prod/us; write `clusters:` to fix this');
  expect(out).toContain('\nIn cluster prod/eu\n');
  expect(out).toContain('3 → 1 replicas leaves data-db-1, data-db-2 behind');
});

test('a cluster that is new or gone is told', () => {
  const [before, after] = [sets('before', ['dev', 'old']), sets('after', ['dev', 'staging'])];

  const { clusters, clustersBy, changes } = JSON.parse(record(['diff', '--format', 'json', before, after]).out);

  expect(clustersBy).toBe('folder');
  expect(clusters.map(({ name, presence }: any) => [name, presence])).toEqual([['dev', undefined], ['old', 'gone'], ['staging', 'new']]);
  expect(changes.map(({ rule, clusters: inThese }: any) => [rule, inThese])).toEqual([['set-removed', ['old']], ['added', ['staging']]]);
});

test.each(['text', 'markdown', 'json', 'sarif', 'junit', 'github'])('check tells what is in several clusters once, with their names, as %s', format => {
  const dist = sets('dist', ['dev', 'prod']);
  const facts = JSON.parse(record(['check', '--format', 'json', `${dist}/dev`]).out).findings;

  const { out } = record(['check', '--format', format, dist]);

  const told = out.split('which is neither among the manifests nor declared').length - 1;
  expect(facts.filter(({ message }: any) => message.includes('which is neither'))).toHaveLength(told / (format === 'junit' && out.includes('<failure') ? 2 : 1));
  expect(out).not.toContain('duplicate-object');
  expect(out.replace(/\s/g, '')).toMatch(/clustersdevandprod|"clusters":\["dev","prod"\]/);
});

test('plans say for which cluster they are', () => {
  const { out } = record(['diff', '--plan', sets('before', ['dev', 'prod']), sets('after', ['dev', 'prod'], { prod: 1 })]);

  expect(out).toContain('PLAN: StatefulSet data/db from 3 to 1 replicas in cluster prod');
});

test('the configuration says which manifests are for which cluster, which version it runs and what is accepted there', () => {
  const config = folder.write('cdk8s-stateful.yaml', `
clusters:
  - name: eu
    paths: ['*/shop-eu.yaml']
    kubernetesVersion: '1.35'
    acceptedChanges: [{ id: 'scale-in-leaves-claims:data/db', reason: test data }]
  - { name: us, paths: ['*/shop-us.yaml'], kubernetesVersion: '1.36', acceptedChanges: [{ id: 'scale-in-leaves-claims:data/web', reason: x }] }
`);
  for (const region of ['eu', 'us']) {
    folder.write(`before/shop-${region}.yaml`, stringify(statefulSet()));
    folder.write(`after/shop-${region}.yaml`, stringify(statefulSet({ replicas: 1 })));
  }

  const { code, out, err } = record(['diff', '--config', config, `${folder.path}/before`, `${folder.path}/after`]);

  expect(code).toBe(1);
  expect(out).toContain('2 clusters: eu, us\nKubernetes 1.35 in cluster eu; 1.36 in cluster us\n');
  expect(out).toContain('accepted: test data');
  expect(out).toContain('1 of 2 changes refused or dangerous, 1 accepted');
  expect(err).toContain("acceptedChanges of cluster 'us': 'scale-in-leaves-claims:data/web' is not among the changes");
});

test('where few objects are in common, a duplicate is a finding that asks for clusters', () => {
  const other = (name: string) => stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'data' }, data: {} });
  const before = sets('before', ['orders', 'payments']);
  const after = sets('after', ['orders', 'payments'], { orders: 1 });
  for (const side of ['before', 'after']) {
    for (const app of ['orders', 'payments']) { folder.write(`${side}/${app}/config.yaml`, other(app)); }
  }

  const [diffed, checked] = [record(['diff', before, after]), record(['check', after])];

  expect([diffed.code, checked.code]).toEqual([1, 1]);
  expect(diffed.out).toContain('scale-in-leaves-claims:data/db');
  expect(diffed.out).toContain('given-twice:data/db');
  expect(checked.out).toMatch(/duplicate-object[^]*write `clusters:` in cdk8s-stateful.yaml/);
});

test('--namespace says where objects go that name none', () => {
  const bare = stringify({ ...statefulSet(), metadata: { name: 'db' } });
  const service = stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'db', namespace: 'shop' }, spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 1 }] } });
  const input = [bare, service].join('---\n');

  const [without, given] = [[], ['--namespace', 'shop']].map(words => record(['check', ...words, '-'], { input }).out);
  const { out } = record(['diff', '--namespace', 'shop', folder.write('a.yaml', bare), folder.write('b.yaml', stringify({ ...statefulSet({ replicas: 1 }), metadata: { name: 'db', namespace: 'shop' } }))]);

  expect(given).toContain('StatefulSet shop/db');
  expect(given).not.toContain('default');
  expect(without.length).toBeGreaterThan(given.length);
  expect(out).toContain('scale-in-leaves-claims:shop/db');
});

test('the namespace of a cluster may stand in the configuration', () => {
  const config = folder.write('cdk8s-stateful.yaml', 'clusters:\n  - { name: eu, paths: [dist], namespace: shop }\n');
  folder.write('dist/a.yaml', stringify({ ...statefulSet(), metadata: { name: 'db' } }));

  expect(record(['check', '--config', config, `${folder.path}/dist`]).out).toContain('StatefulSet shop/db');
});
