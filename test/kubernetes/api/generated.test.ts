import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VERSIONS } from '../../../scripts/api-model/inputs';
import { headerOf } from '../../../scripts/api-model/module-text';

const FOLDER = join(__dirname, '../../../src/kubernetes/api');
const files = readdirSync(FOLDER).filter(name => name.endsWith('.generated.ts'));
const text = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

test.each(['../cluster-scoped', 'fields', 'gates', 'kinds', 'versions'])('%s.generated.ts says which versions it was made of', name => {
  expect(text(`${name}.generated.ts`).startsWith(headerOf(VERSIONS))).toBe(true);
});

test('types of literals are those of the newest version', () => {
  expect(text('types.generated.ts').startsWith(headerOf(VERSIONS.slice(-1)))).toBe(true);
});

test('eleven minors are known', () => {
  const minors = new Set(VERSIONS.map(version => version.split('.')[1]));

  expect([...minors]).toEqual(['27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37']);
});

test('all of it stays below 500 KB, and in plain ASCII', () => {
  const all = files.map(text).join('');

  expect(all.length).toBeLessThan(500_000);
  // eslint-disable-next-line no-control-regex
  expect(/^[\x00-\x7f]*$/.test(all)).toBe(true);
});
