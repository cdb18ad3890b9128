/**
 * Runs the tests of the files that git says are changed: of src/a/b.ts those in test/a/b.test.ts; if there are none, those of the files
 * that import it. `--all` takes every test that the file can reach instead, which may be most of them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

const git = (...words: string[]) => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);

const isTest = (file: string) => /^test\/.*(?<!\.long)\.test\.ts$/.test(file);

/** The files in src/ and test/ that name a file in an import of theirs. */
function importersOf(changed: string): string[] {
  const target = resolve(ROOT, changed.replace(/\.ts$/, ''));
  const files = ['src', 'test'].flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file.replaceAll('\\', '/')}`));
  return files.filter(file => file.endsWith('.ts'))
    .filter(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].some(([, path]) => resolve(ROOT, dirname(file), path) === target));
}

function testsOf(changed: string, seen: ReadonlySet<string> = new Set()): string[] {
  if (isTest(changed)) { return [changed]; }
  const beside = changed.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  if (existsSync(join(ROOT, beside))) { return [beside]; }
  const importers = importersOf(changed).filter(file => !seen.has(file));
  const tests = importers.filter(isTest);
  return tests.length > 0 ? tests : importers.flatMap(file => testsOf(file, new Set([...seen, changed])));
}

const words = process.argv.slice(2);
const all = words.includes('--all');
const changed = [...git('diff', '--name-only', '--diff-filter=d', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')]
  .filter(file => /^(src|test)\/.*\.ts$/.test(file));
const tests = all ? changed : [...new Set(changed.flatMap(file => testsOf(file)))];

if (tests.length === 0) {
  console.log(changed.length === 0 ? 'No file in src/ or test/ is changed.' : `No test reaches ${changed.join(', ')}.`);
} else {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--ci', all ? '--findRelatedTests' : '--runTestsByPath', ...tests, ...words.filter(word => word !== '--all')], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
