import * as fs from 'fs';
import * as path from 'path';
import { useFolder } from './folder';
import { contentOf, inputFiles, isNothing, sizeOf } from '../../src/cli/files';
import { UsageError } from '../../src/cli/usage-error';

const folder = useFolder();
const namesIn = (...names: string[]) => inputFiles(names).map(name => path.relative(folder.path, name));

function problemsOf(run: () => unknown): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof UsageError) { return error.problems; }
    throw error;
  }
}

test('a folder means its YAML, JSON and JSON lines files and those below, in order', () => {
  for (const name of ['b.yml', 'a.yaml', 'deep/er/c.json', 'deep/d.jsonl', 'README.md', 'run.sh']) { folder.write(name, ''); }

  expect(namesIn(folder.path)).toEqual(['a.yaml', 'b.yml', 'deep/d.jsonl', 'deep/er/c.json']);
});

test('hidden files, installed packages and files of other tools are left out', () => {
  for (const name of ['a.yaml', '.hidden.yaml', '.git/x.yaml', 'node_modules/p/x.yaml', 'package.json', 'construct-metadata.json', 'values.yaml']) {
    folder.write(name, '');
  }

  expect(namesIn(folder.path)).toEqual(['a.yaml']);
});

test('a file that is named is taken, whatever its name', () => {
  const file = folder.write('values.yaml', 'a: 1');

  expect(inputFiles([file])).toEqual([file]);
});

test('of standard input and of what is gone no size is known', () => {
  const file = folder.write('a.yaml', 'a: 1');

  expect(sizeOf([file, '-', '/no/such.yaml'])).toBe(4);
});

test('a file that is named twice is read once', () => {
  const file = folder.write('a.yaml', '');

  expect(namesIn(file, folder.path)).toEqual(['a.yaml']);
});

test('links to files count, links to folders do not lead in circles', () => {
  folder.write('a.yaml', '');
  fs.symlinkSync(path.join(folder.path, 'a.yaml'), path.join(folder.path, 'link.yaml'));
  fs.symlinkSync(folder.path, path.join(folder.path, 'circle'));
  fs.symlinkSync(folder.path, path.join(folder.path, 'circle.yaml'));

  expect(namesIn(folder.path)).toEqual(['a.yaml', 'link.yaml']);
});

test('everything that cannot be read is named at once', () => {
  folder.write('empty/README.md', '');

  const problems = problemsOf(() => inputFiles(['/no/such.yaml', path.join(folder.path, 'empty'), '-']));

  expect(problems).toEqual([
    "cannot read '/no/such.yaml': there is no such file or folder",
    expect.stringContaining("empty' holds no .yaml"),
  ]);
});

test('a path below a file is named, and is not taken for a folder that will come', () => {
  const file = `${folder.write('a.yaml', '')}/b.yaml`;

  expect(problemsOf(() => inputFiles([file]))).toEqual([`cannot read '${file}': a part of its path is a file`]);
  expect(isNothing(file)).toBe(false);
});

test('what does not exist yet and an empty folder hold nothing', () => {
  const file = folder.write('full/a.yaml', '');
  folder.write('empty/README.md', '');
  const inFolder = (name: string) => path.join(folder.path, name);

  expect(['/no/such', inFolder('empty')].map(isNothing)).toEqual([true, true]);
  expect([file, inFolder('full'), '-', 'HEAD:dist'].map(isNothing)).toEqual([false, false, false, false]);
});

test('a link that leads nowhere is named', () => {
  fs.symlinkSync('/no/such', path.join(folder.path, 'a.yaml'));

  expect(problemsOf(() => inputFiles([folder.path]))[0]).toMatch(/^cannot read '.*' \(.*a\.yaml\): there is no such file/);
});

test('standard input is read from the terminal', () => {
  const input = jest.fn(() => 'kind: Pod');

  expect(contentOf('-', { input, colours: false, watched: false, out: jest.fn(), err: jest.fn() })).toBe('kind: Pod');
});

test('standard input without anything in it is a mistake of the command before', () => {
  const terminal = { input: () => ' \n', colours: false, watched: false, out: jest.fn(), err: jest.fn() };

  expect(problemsOf(() => contentOf('-', terminal))).toEqual([expect.stringContaining('standard input is empty')]);
});
