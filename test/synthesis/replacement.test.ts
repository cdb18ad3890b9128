import * as fs from 'fs';
import * as path from 'path';
import { replaceFiles, takeBackUnfinished, unfinishedIn } from '../../src/synthesis/replacement';
import { useFolder } from '../cli/folder';

const folder = useFolder();
const at = (name: string) => path.join(folder.path, name);
const content = (name: string) => fs.existsSync(at(name)) ? fs.readFileSync(at(name), 'utf8') : undefined;

test('files are written, replaced and removed', () => {
  folder.write('a', 'old');
  folder.write('gone', 'old');

  replaceFiles(folder.path, [{ name: 'a', text: 'new' }, { name: 'sub/b', text: 'new' }, { name: 'gone' }]);

  expect(['a', 'sub/b', 'gone'].map(content)).toEqual(['new', 'new', undefined]);
  expect(unfinishedIn(folder.path)).toEqual([]);
});

test('if one file cannot be written, all are as they were', () => {
  folder.write('a', 'old');
  folder.write('gone', 'old');
  fs.mkdirSync(at('folder'));

  const replace = () => replaceFiles(folder.path, [{ name: 'a', text: 'new' }, { name: 'b', text: 'new' }, { name: 'gone' }, { name: 'folder/../folder', text: 'new' }]);

  expect(replace).toThrow(/^cannot write '.*folder'/);
  expect(['a', 'b', 'gone'].map(content)).toEqual(['old', undefined, 'old']);
  expect(unfinishedIn(folder.path)).toEqual([]);
});

/** What a process left behind that was killed: `old-N` are files that were there, `new-N` those that were not moved yet. */
function left(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) { folder.write(`.cdk8s-stateful-x/${name}`, text); }
}

test.each([
  ['before it moved anything', { 'new-0': 'new', 'new-1': 'new' }, { a: 'old' }],
  ['when the old file had a second name', { 'old-0': 'old', 'new-0': 'new', 'new-1': 'new' }, { a: 'old' }],
  ['after the first file', { 'old-0': 'old', 'new-1': 'new' }, { a: 'new' }],
  ['after the last file', { 'old-0': 'old' }, { a: 'new', b: 'new' }],
  ['while it took back', {}, { a: 'old', b: 'new' }],
])('what was killed %s is taken back', (_, beside, files) => {
  for (const [name, text] of Object.entries(files)) { folder.write(name, text); }
  left({ journal: JSON.stringify([{ name: 'a', isThere: true }, { name: 'b', isThere: false }]), ...beside });

  takeBackUnfinished(folder.path);

  expect(['a', 'b'].map(content)).toEqual(['old', undefined]);
  expect(unfinishedIn(folder.path)).toEqual([]);
});

test.each([
  ['missing', {}],
  ['half written', { journal: '[{"name":"a","isTh' }],
  ['no list', { journal: '{"name":"a"}' }],
  ['about files elsewhere', { journal: '[{"name":"../a","isThere":false}]' }],
])('with a journal that is %s nothing was replaced', (_, beside) => {
  folder.write('a', 'old');
  left({ 'new-0': 'new', ...beside });

  takeBackUnfinished(folder.path);

  expect(content('a')).toBe('old');
  expect(unfinishedIn(folder.path)).toEqual([]);
});
