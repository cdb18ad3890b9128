import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Testing, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { Cache } from '../../templates/init/cache';

const ROOT = resolve(__dirname, '../..');
const folder = useFolder();
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

test('a new folder gets a repository, and is told what to type next', () => {
  const { code, out, err } = record(['init', join(folder.path, 'My infra')]);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('npm install && npm test && npm run synth');
  expect(JSON.parse(read('My infra/package.json'))).toMatchObject({ name: 'my-infra', private: true, dependencies: { 'cdk8s-stateful': '^0.0.0', 'cdk8s': expect.any(String) } });
  for (const name of ['main.ts', '.gitignore', '.gitlab-ci.yml', '.github/workflows/pull-request.yml', 'test/cache.snapshot.yaml', 'cdk8s-stateful.yaml']) {
    expect(existsSync(join(folder.path, 'My infra', name))).toBe(true);
  }
});

test('nothing is ever overwritten', () => {
  folder.write('mine.txt', 'mine');

  expect(record(['init', folder.path])).toMatchObject({ code: 2, out: '', err: expect.stringContaining("is not empty: it has mine.txt; name a new folder, such as 'cdk8s-stateful init infra'") });
  expect(record(['init', join(folder.path, 'mine.txt')])).toMatchObject({ code: 2, err: expect.stringContaining('it is a file') });
  expect(record(['init', 'a', 'b'])).toMatchObject({ code: 2, err: expect.stringContaining("'b' is too much") });
  expect(existsSync(join(folder.path, 'main.ts'))).toBe(false);
});

test('a folder that holds a git repository and nothing else is empty', () => {
  mkdirSync(join(folder.path, '.git'));

  expect(record(['init', folder.path]).code).toBe(0);
});

test('its snapshot is what its system writes', () => {
  expect(Yaml.stringify(...Testing.synth(new Cache(Testing.app(), 'cache')))).toBe(readFileSync(join(ROOT, 'templates/init/test/cache.snapshot.yaml'), 'utf8'));
});

test('no text of a pull request is part of a command of its workflow', () => {
  const { jobs: { synth, diff } } = parse(readFileSync(join(ROOT, 'templates/init/_github/workflows/pull-request.yml'), 'utf8'));

  expect([...synth.steps, ...diff.steps].filter(({ run = '' }: { run?: string }) => run.includes('${{'))).toEqual([]);
});
