import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isManifestFile, manifestFilesIn } from '../../../src/manifest/read/manifest-files';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'files-')); });
afterEach(() => rmSync(folder, { recursive: true }));

test.each([['app.yaml', true], ['app.k8s.YML', true], ['list.jsonl', true], ['values.yaml', false], ['readme.md', false]])('%s may hold manifests: %s', (name, expected) => {
  expect(isManifestFile(name)).toBe(expected);
});

test('a folder is read with all that is below it, in order, without what is hidden or installed', () => {
  for (const name of ['b', '.git', 'node_modules']) { mkdirSync(join(folder, name)); }
  for (const name of ['c.yaml', 'b/a.json', '.git/x.yaml', 'node_modules/x.yaml', 'note.txt']) { writeFileSync(join(folder, name), 'a'); }
  symlinkSync(join(folder, 'c.yaml'), join(folder, 'd.yaml'));
  symlinkSync(folder, join(folder, 'e.yaml'));

  const files = manifestFilesIn(folder);

  expect(files).toEqual(['b/a.json', 'c.yaml', 'd.yaml'].map(name => join(folder, name)));
});
