import * as fs from 'fs';
import * as path from 'path';
import { writeWholeFile } from '../../../src/manifest/write/whole-file';
import { useFolder } from '../../cli/folder';

const folder = useFolder();
const at = (name: string) => path.join(folder.path, name);

test('the file is replaced, and nothing is left beside it', () => {
  fs.chmodSync(folder.write('a.yaml', 'old'), 0o640);

  writeWholeFile(at('a.yaml'), 'new');

  expect(fs.readFileSync(at('a.yaml'), 'utf8')).toBe('new');
  expect(fs.statSync(at('a.yaml')).mode % 0o1000).toBe(0o640);
  expect(fs.readdirSync(folder.path)).toEqual(['a.yaml']);
});

test('a draft that was left behind is written over', () => {
  folder.write('a.yaml.tmp', 'half');

  writeWholeFile(at('a.yaml'), 'new');

  expect(fs.readdirSync(folder.path)).toEqual(['a.yaml']);
});

test('a link stays one', () => {
  folder.write('real.yaml', 'old');
  fs.symlinkSync('real.yaml', at('a.yaml'));

  writeWholeFile(at('a.yaml'), 'new');

  expect(fs.lstatSync(at('a.yaml')).isSymbolicLink()).toBe(true);
  expect(fs.readFileSync(at('real.yaml'), 'utf8')).toBe('new');
});

test('a draft that is a link leads nowhere', () => {
  const elsewhere = folder.write('elsewhere', 'theirs');
  fs.symlinkSync(elsewhere, at('a.yaml.tmp'));

  writeWholeFile(at('a.yaml'), 'new');

  expect(fs.readFileSync(elsewhere, 'utf8')).toBe('theirs');
});

test('if it cannot be moved to its place, nothing is left beside it', () => {
  fs.mkdirSync(at('a.yaml'));

  expect(() => writeWholeFile(at('a.yaml'), 'new')).toThrow(`cannot write '${at('a.yaml')}': it is a folder`);
  expect(fs.readdirSync(folder.path)).toEqual(['a.yaml']);
});

test('a device takes it as it comes', () => {
  const write = (file: string) => () => writeWholeFile(file, 'new');

  expect(write('/dev/null')).not.toThrow();
  expect(write('/dev/full')).toThrow("cannot write '/dev/full': no space is left on the disk");
  expect(fs.statSync('/dev/null').isFile()).toBe(false);
});
