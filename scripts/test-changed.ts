/**
 * Runs the tests of the files that git says are changed: of src/a/b.ts those in test/a/b.test.ts, or if there are none those
 * that import it themselves. `--all` adds every test that the file can reach, which may be most of them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

const git = (...words: string[]) => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);

const isTest = (file: string) => /^test\/.*(?<!\.long)\.test\.ts$/.test(file);

/** Of all tests and what they share, the files that name a file in an import of theirs. */
function importersOf(changed: string): string[] {
  const target = resolve(ROOT, changed.replace(/\.ts$/, ''));
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => join('test', file));
  return files.filter(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].some(([, path]) => resolve(ROOT, file, '..', path) === target));
}

function testsOf(changed: string): string[] {
  if (isTest(changed)) { return [changed]; }
  const beside = changed.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  return existsSync(join(ROOT, beside)) ? [beside] : importersOf(changed).filter(isTest);
}

const words = process.argv.slice(2);
const all = words.includes('--all');
const changed = [...git('diff', '--name-only', '--diff-filter=d', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')]
  .filter(file => /^(src|test)\/.*\.ts$/.test(file));
const tests = all ? changed : [...new Set(changed.flatMap(testsOf))];

if (tests.length === 0) {
  console.log(changed.length === 0 ? 'No file in src/ or test/ is changed.' : `No test is named like ${changed.join(', ')} or imports it; --all looks for those that reach it.`);
} else {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--ci', all ? '--findRelatedTests' : '--runTestsByPath', ...tests, ...words.filter(word => word !== '--all')], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
