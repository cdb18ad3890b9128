import { readFileSync } from 'fs';
import { join } from 'path';
import * as parser from '@typescript-eslint/parser';
import { ESLint, Linter } from 'eslint';
import * as plugin from 'eslint-plugin-import';
import { FOLDERS, ROOMS, mayImport } from '../projenrc/folders';
import { folderOf, importsOfSrc, pictureOfRooms, roomOf } from '../scripts/imports';

const ROOT = join(__dirname, '..');
const IMPORTS = importsOfSrc();

/** What lint says of the imports of a file, were this its text. */
async function directionProblems(file: string, text: string): Promise<string[]> {
  const { rules, settings } = JSON.parse(readFileSync(join(ROOT, '.eslintrc.json'), 'utf8').replace(/^\/\/.*$/m, ''));
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { import: plugin },
    rules: { 'import/no-restricted-paths': rules['import/no-restricted-paths'] },
    settings,
  };
  const [{ messages }] = await new ESLint({ cwd: ROOT, overrideConfigFile: true, baseConfig: config }).lintText(text, { filePath: join(ROOT, file) });
  return messages.map(({ message }) => message);
}

test('one file stands at the top of src', () => {
  const atTop = [...IMPORTS.keys()].filter(file => folderOf(file) === '');

  expect(atTop).toEqual(['index']);
});

test('every folder has its place in the order of folders', () => {
  const folders = new Set([...IMPORTS.keys()].map(folderOf).filter(Boolean));

  expect([...folders].sort()).toEqual([...FOLDERS].sort());
  expect(FOLDERS.map(folder => folder.split('/')[0]).filter(room => room !== 'cli' && !Object.hasOwn(ROOMS, room))).toEqual([]);
});

test('no import goes against the directions, so no two folders import each other', () => {
  const against = [...IMPORTS].flatMap(([file, targets]) => targets
    .filter(target => folderOf(file) !== folderOf(target) && folderOf(file) !== '' && !mayImport(folderOf(file), folderOf(target)))
    .map(target => `${file} -> ${target}`));

  expect(against).toEqual([]);
});

test('no files import each other in a circle, a require within a function included', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) { circles.push([...way.slice(way.indexOf(file)), file].join(' -> ')); return; }
    if (done.has(file)) { return; }
    for (const target of IMPORTS.get(file) ?? []) { visit(target, [...way, file]); }
    done.add(file);
  };

  for (const file of IMPORTS.keys()) { visit(file, []); }

  expect(circles).toEqual([]);
});

test.each([
  ['an import of a room that is not below', 'src/manifest/claims.ts', "import { checkManifests } from '../checks/run';"],
  ['an import of types alone', 'src/manifest/claims.ts', "import type { CheckOptions } from '../checks/run';"],
  ['a require within a function', 'src/manifest/claims.ts', "export const later = () => require('../checks/run');"],
  ['a circle through the folder above', 'src/checks/engine/check.ts', "import { checkManifests } from '../run';"],
  ['a room that is below, and not allowed', 'src/constructs/task.ts', "import { checkManifests } from '../checks/run';"],
  ['the table of contents', 'src/constructs/task.ts', "import { StatefulApp } from '../index';"],
])('lint catches %s', async (_, file, text) => {
  expect(await directionProblems(file, text)).toEqual([expect.stringContaining('may not import this')]);
});

test('lint lets an import pass that goes down', async () => {
  expect(await directionProblems('src/checks/run.ts', "import { Inventory } from '../manifest/inventory';")).toEqual([]);
});

test('docs/architecture.md draws the rooms as they import each other; `npm run docs:architecture` writes it', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

  expect(page).toContain(pictureOfRooms(IMPORTS));
  for (const room of new Set([...IMPORTS.keys()].map(roomOf).filter(Boolean))) { expect(page).toContain(`\`${room}/\``); }
});

test('each walk of docs/architecture.md passes a dozen files at most, and they are there', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const walks = page.slice(page.indexOf('## Three walks'), page.indexOf('## How an app is built')).split('\n**').slice(1);

  const steps = walks.map(walk => [...walk.matchAll(/^\d+\. `src\/(.*)\.ts`/gm)].map(([, file]) => file));

  expect(steps).toHaveLength(3);
  for (const [index, files] of steps.entries()) {
    expect(files.filter(file => !IMPORTS.has(file))).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(12);
    expect(walks[index]).toContain(`: ${files.length} files`);
  }
});
