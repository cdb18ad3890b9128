import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { needs } from './support/needs';

// What goes out with a release, from what `npx projen compile` made.
const ROOT = resolve(__dirname, '..');
const MEGABYTE = 1_000_000;
const compiled = needs(existsSync(join(ROOT, '.jsii')) && existsSync(join(ROOT, 'lib')), 'nothing compiled: run npx projen compile');

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
let folder: string;

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'release-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, words: readonly string[], cwd = ROOT): string {
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true' };
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) { throw new Error(`${command} ${words.join(' ')}: ${stdout}${stderr}`); }
  return stdout;
}

/** What npm would publish. */
function published(): { size: number; files: string[] } {
  const answer = JSON.parse(run('npm', ['publish', '--dry-run', '--json', '--ignore-scripts']));
  // Some versions of npm answer by the name of the package.
  const { size, files } = answer.files ? answer : answer['cdk8s-stateful'];
  return { size, files: files.map(({ path }: { path: string }) => path) };
}

compiled.test('npm would publish at most 4 MB: the library, its pages, licences and what pull requests need, and none of our tests', () => {
  const { size, files } = published();

  expect(size).toBeLessThanOrEqual(4 * MEGABYTE);
  expect(files).toEqual(expect.arrayContaining([
    'package.json', '.jsii', 'lib/index.js', 'lib/index.d.ts', 'bin/cdk8s-stateful', 'action.yml', 'ci/gitlab.yml', 'templates/init/main.ts',
    'README.md', 'API.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY.md', 'docs/migration.md',
  ]));
  const lib = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(ROOT, 'lib', name)).isFile());
  expect(files).toEqual(expect.arrayContaining(lib.map(name => `lib/${name.replaceAll('\\', '/')}`)));
  expect(files.filter(file => /^(src|test|test-reports|scripts|bench|coverage|projenrc|\.ci|\.github|\.projen)\//.test(file))).toEqual([]);
});

compiled.test('THIRD-PARTY.md names every package that is among the files', () => {
  const packages = new Set(published().files.flatMap(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));

  expect(packages.size).toBeGreaterThan(0);
  expect([...packages].filter(name => !textOf('THIRD-PARTY.md').includes(`\n## ${name} `))).toEqual([]);
});

compiled.test('jsii makes the library for Python, Java, Go and .NET', () => {
  const targets = ['python', 'java', 'go', 'dotnet'];

  // Without the script that compiles: other tests read lib at the same time.
  run('npx', ['jsii-pacmak', '--pack-command', 'npm pack --ignore-scripts', ...targets.flatMap(target => ['--target', target]), '--code-only', '--force-subdirectory', '--outdir', folder]);
  const holdersOfClass = (target: string) => readdirSync(join(folder, target), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(py|java|go|cs)$/.test(file) && readFileSync(join(folder, target, file), 'utf8').includes('StatefulApp'));

  expect(targets.filter(target => holdersOfClass(target).length === 0)).toEqual([]);
}, 600_000);

test('the first release is 0.1.0, of which CHANGELOG.md tells', () => {
  run('git', ['clone', '--quiet', '--no-tags', '--depth', '1', `file://${ROOT}`, folder]);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));

  run('npx', ['projen', 'bump'], folder);

  expect(readFileSync(join(folder, 'dist/version.txt'), 'utf8')).toBe('0.1.0');
  expect(textOf('CHANGELOG.md')).toMatch(/^## 0\.1\.0$/m);
}, 120_000);

test('npm gets the release with its provenance, and it is tested on every version of Node first', () => {
  const workflow = textOf('.github/workflows/release.yml');
  const jobOf = (name: string) => new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(workflow)![1];

  expect(jobOf('release_npm')).toContain('id-token: write');
  expect(jobOf('release_npm')).toContain('NPM_CONFIG_PROVENANCE: "true"');
  expect(jobOf('release')).toMatch(/needs:\n +- node\n/);
  expect(jobOf('node').match(/^ +- \d+$/gm)!.map(line => Number(line.replace('-', '')))).toEqual([20, 22, 24]);
});
