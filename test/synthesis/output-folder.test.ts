import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, App, Chart } from 'cdk8s';
import { LinearApp } from '../../src/synthesis/linear-app';
import { FILE_LIST, OutputFolder } from '../../src/synthesis/output-folder';

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'output-folder-'));
});

afterEach(() => fs.rmSync(outdir, { recursive: true, force: true }));

/** Writes one file for each name; the content is the name unless it is given. */
function write(files: Record<string, string>, app?: string) {
  const folder = new OutputFolder(outdir, app);
  for (const [name, text] of Object.entries(files)) { folder.add([name], '.yaml', text); }
  folder.commit();
}

function names(): string[] {
  return (fs.readdirSync(outdir, { recursive: true }) as string[]).filter(name => name !== FILE_LIST).sort();
}

function content(name: string): string {
  return fs.readFileSync(path.join(outdir, name), 'utf8');
}

test('files that would not be written now are removed, with their folder', () => {
  write({ 'a': 'A', 'b': 'B', 'folder/c': 'C' });

  write({ a: 'A' });

  expect(names()).toEqual(['a.yaml']);
});

test('a file that moved to another name is removed under the old one', () => {
  write({ web: 'same', db: 'data' });

  write({ '0000-web': 'same', '0001-db': 'data' });

  expect(names()).toEqual(['0000-web.yaml', '0001-db.yaml']);
});

test('a file that somebody else wrote stays', () => {
  fs.writeFileSync(path.join(outdir, 'theirs.yaml'), 'theirs');
  write({ a: 'A', b: 'B' });

  write({ a: 'A' });

  expect(names()).toEqual(['a.yaml', 'theirs.yaml']);
});

test('a file that somebody changed stays', () => {
  write({ a: 'A', b: 'B' });
  fs.writeFileSync(path.join(outdir, 'b.yaml'), 'by hand');

  write({ a: 'A' });

  expect(content('b.yaml')).toBe('by hand');
});

test('files of another app in the same folder stay', () => {
  write({ a: 'A', empty: '' });

  write({ 'b': 'B', 'empty-too': '' });

  expect(names()).toEqual(['a.yaml', 'b.yaml', 'empty-too.yaml', 'empty.yaml']);
});

test('files of another app stay, also where both write some that are alike', () => {
  write({ namespace: 'shop', web: 'W' }, '../web.js');
  write({ namespace: 'shop', db: 'D' }, '../db.js');

  write({ namespace: 'shop', db2: 'D' }, '../db.js');
  write({ namespace: 'shop', web2: 'W' }, '../web.js');

  expect(names()).toEqual(['db2.yaml', 'namespace.yaml', 'web2.yaml']);
});

test('nothing is written where nothing changes', () => {
  write({ a: 'A' }, 'shop');
  const before = fs.statSync(outdir).mtimeMs;

  write({ a: 'A' }, 'shop');

  expect(fs.statSync(outdir).mtimeMs).toBe(before);
});

test('what a process left behind that was killed is taken back before anything else, even if the next one fails', () => {
  write({ a: 'old' });
  const beside = path.join(outdir, '.cdk8s-stateful-x');
  fs.mkdirSync(beside);
  fs.writeFileSync(path.join(beside, 'journal'), JSON.stringify([{ name: 'a.yaml', isThere: true }]));
  fs.linkSync(path.join(outdir, 'a.yaml'), path.join(beside, 'old-0'));
  fs.rmSync(path.join(outdir, 'a.yaml'));
  fs.writeFileSync(path.join(outdir, 'a.yaml'), 'new');

  new OutputFolder(outdir);

  expect(content('a.yaml')).toBe('old');
  expect(names()).toEqual(['a.yaml']);
});

test('a list cannot name files outside of the folder', () => {
  write({ a: 'A' });
  const sum = content(FILE_LIST).slice(0, 64);
  const outside = path.join(outdir, '..', `${path.basename(outdir)}-outside`);
  fs.writeFileSync(outside, 'A');
  fs.appendFileSync(path.join(outdir, FILE_LIST), `${sum}  ../${path.basename(outside)}\n${sum}  ${outside}\nnonsense\n`);

  write({ a: 'A' });

  expect(fs.existsSync(outside)).toBe(true);
  fs.unlinkSync(outside);
});

test('the list is what sha256sum checks', () => {
  write({ 'a': 'A', 'folder/b': 'B' });

  const report = execFileSync('sha256sum', ['--check', '--strict', FILE_LIST], { cwd: outdir, encoding: 'utf8' });

  expect(report).toBe('a.yaml: OK\nfolder/b.yaml: OK\n');
});

test('unchanged files keep their modification time, changed ones do not', () => {
  const longAgo = new Date('2001-02-03');
  write({ a: 'A', b: 'B' });
  for (const name of ['a.yaml', 'b.yaml', FILE_LIST]) { fs.utimesSync(path.join(outdir, name), longAgo, longAgo); }

  write({ a: 'A', b: 'C' });

  expect(fs.statSync(path.join(outdir, 'a.yaml')).mtime).toEqual(longAgo);
  expect(fs.statSync(path.join(outdir, 'b.yaml')).mtime).not.toEqual(longAgo);
});

test('if a file cannot be written, the others stay as they were', () => {
  write({ a: 'A', b: 'B' });
  fs.mkdirSync(path.join(outdir, 'c.yaml'));

  expect(() => write({ c: 'C', a: 'changed', b: 'B' })).toThrow();

  expect(content('a.yaml')).toBe('A');
  expect(names()).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
});

test('a synthesis that fails leaves the output as it was', () => {
  const synth = (AppClass: typeof App, broken: boolean) => {
    const app = new AppClass({ outdir });
    for (const id of ['a', 'b']) {
      new ApiObject(new Chart(app, id), 'config', { apiVersion: 'v1', kind: 'ConfigMap', data: broken && id === 'b' ? new Date() : { id } });
    }
    app.synth();
  };
  synth(LinearApp, false);
  const before = names().map(content);

  expect(() => synth(LinearApp, true)).toThrow('Failed serializing construct at path \'b/config\'');

  expect(names().map(content)).toEqual(before);
});

test('a folder of its own is made even if nothing comes into it', () => {
  const folder = new OutputFolder(outdir);
  folder.addFolder('empty');
  folder.commit();

  expect(names()).toEqual(['empty']);
});
