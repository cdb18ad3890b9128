import { copyFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { record } from './cli/recorder';

const EXAMPLE = resolve(__dirname, '../examples/clusters');
const CLUSTERS = ['dev/eu', 'dev/us', 'staging/eu', 'staging/us', 'prod/eu', 'prod/us'];
const WORKING = process.cwd();
let folder: string;

/** Runs the example as a user would, in a folder of its own. */
function synthesize(): string {
  const { code } = transformSync(readFileSync(join(EXAMPLE, 'shop.ts'), 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20' });
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    new Function('require', 'module', code)(require, { exports: {} });
    return err.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    err.mockRestore();
  }
}

/** Writes something else into the output of one cluster. */
function edit(cluster: string, from: RegExp, to: string) {
  const file = join('dist', cluster, `${cluster.replace('/', '-')}.k8s.yaml`);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

let warnings: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-'));
  process.chdir(folder);
  warnings = synthesize();
  cpSync('dist', 'before', { recursive: true });
});

beforeEach(() => {
  rmSync('dist', { recursive: true });
  for (const file of ['cdk8s-stateful.yaml', 'cdk8s-stateful.lock.yaml']) { rmSync(file, { force: true }); }
  cpSync('before', 'dist', { recursive: true });
});

afterAll(() => {
  process.chdir(WORKING);
  rmSync(folder, { recursive: true });
});

const declare = () => copyFileSync(join(EXAMPLE, 'cdk8s-stateful.yaml'), 'cdk8s-stateful.yaml');

test('a folder for each cluster is written, and nothing is found in any', () => {
  const files = readdirSync('dist', { recursive: true }).map(String).filter(file => file.endsWith('.yaml'));

  expect(files.sort()).toEqual(CLUSTERS.map(cluster => `${cluster}/${cluster.replace('/', '-')}.k8s.yaml`).sort());
  expect(warnings).toBe('');
});

test('check reads the folders as clusters, and what is declared says the rest', () => {
  const byFolder = record(['check', 'dist']);
  declare();
  const declared = record(['check', '--fail-on', 'warning', 'dist']);

  expect(byFolder.out).toMatch(/^6 clusters by folder: dev\/eu, dev\/us, prod\/eu, prod\/us, staging\/eu, staging\/us; write `clusters:` to fix this\n/);
  expect(byFolder.code).toBe(0);
  expect(declared.out).toMatch(/^6 clusters: dev\/eu, [^\n]*\nKubernetes 1.35 in clusters dev\/eu, staging\/eu and prod\/eu; 1.36 in clusters /);
  expect(declared.out).toContain('\nnothing found (');
});

test('diff tells what changes in which cluster, once', () => {
  edit('prod/eu', /image: mariadb:\S+/, 'image: mariadb:11.8.99');
  for (const cluster of CLUSTERS) { edit(cluster, /shop:4\.2\.0/, 'shop:4.2.1'); }
  rmSync('dist/dev/us', { recursive: true });
  declare();

  const { changes, clusters } = JSON.parse(record(['diff', '--format', 'json', 'before', 'dist']).out);

  const inThese = (rule: RegExp) => changes.filter(({ after }: any) => rule.test(String(after))).map((change: any) => change.clusters.length);
  expect(inThese(/shop:4\.2\.1/)).toEqual([5]);
  expect(inThese(/11\.8\.99/)[0]).toBe(1);
  expect(clusters.filter(({ presence }: any) => presence === 'gone')).toMatchObject([{ name: 'dev/us' }]);
});

test('a lock holds every cluster, and tells what breaks in one', () => {
  declare();

  const locked = record(['lock', 'dist']);
  edit('staging/us', /serviceName: orders\S*/, 'serviceName: other');
  const broken = record(['lock', '--check', 'dist']);

  expect(locked.out).toContain('12 systems are locked');
  expect(broken.code).toBe(1);
  expect(broken.out).toContain("serviceName of StatefulSet 'staging/us:shop/orders' is locked as");
  expect(broken.out).not.toContain('prod/us:shop/orders');
});

test('synthesis is held against the lock of each cluster', () => {
  declare();
  record(['lock', 'dist']);

  expect(synthesize()).toBe('');
  writeFileSync('cdk8s-stateful.lock.yaml', readFileSync('cdk8s-stateful.lock.yaml', 'utf8').replace(/(cluster: prod\/us\n {4}namespace: shop\n {4}name: orders\n {4}serviceName: )\S+/, '$1before'));
  expect(synthesize).toThrow(/serviceName of StatefulSet 'prod\/us:shop\/orders' is locked as "before"[^\n]*\(in cluster prod\/us\)/);
});
