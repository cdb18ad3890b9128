import * as fs from 'fs';
import { WriteError, writing } from '../../../src/manifest/write/write-error';

const failing = (code: string) => () => { throw Object.assign(new Error(`${code}: as the system says it`), { code }); };

test.each([
  ['ENOSPC', "cannot write 'a.yaml': no space is left on the disk"],
  ['EROFS', "cannot write 'a.yaml': the file system is read-only"],
  ['EACCES', "cannot write 'a.yaml': you have no right to write there"],
  ['EOTHER', "cannot write 'a.yaml': EOTHER: as the system says it"],
])('%s is told in one line', (code, message) => {
  const write = () => writing('a.yaml', failing(code));

  expect(write).toThrow(new WriteError(message));
});

test('a real failure of the system is told by its reason', () => {
  const write = () => writing('/dev/null/a', () => fs.writeFileSync('/dev/null/a', ''));

  expect(write).toThrow("cannot write '/dev/null/a': a part of its path is a file");
});

test('what is no failure of the system is thrown as it is', () => {
  const mistake = new TypeError('a mistake of ours');

  expect(() => writing('a.yaml', () => { throw mistake; })).toThrow(mistake);
});

test('an error that was told already is not told twice', () => {
  const inner = () => writing('inner.yaml', failing('EROFS'));

  expect(() => writing('outer.yaml', inner)).toThrow("cannot write 'inner.yaml': the file system is read-only");
});
