import * as fs from 'fs';
import * as path from 'path';
import { useFolder } from './folder';
import { record } from './recorder';

const folder = useFolder();

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: db }\nstringData: { password: hunter2 }\n';

test('the program is printed, and the report beside it', () => {
  const { code, out, err } = record(['import', '-'], { input: CONFIG_MAP });

  expect(code).toBe(0);
  expect(out).toMatch(/^import \{ ApiObject, App, Chart \} from 'cdk8s';\n[^]*new Chart\(app, 'main'\)[^]*app\.synth\(\);\n$/);
  expect(err).toContain('Nothing changes in the cluster');
});

test('a file is written whole, and never over another one unless asked', () => {
  folder.write('a.yaml', CONFIG_MAP);
  const out = path.join(folder.path, 'main.ts');

  const first = record(['import', folder.path, '--out', out]);
  const second = record(['import', folder.path, '--out', out]);
  const forced = record(['import', folder.path, '--out', out, '--force']);

  expect([first.code, second.code, forced.code]).toEqual([0, 2, 0]);
  expect(first.out).toContain(`Written: ${out}`);
  expect(second.err).toContain('overwrite it: --force');
  expect(fs.readdirSync(folder.path).sort()).toEqual(['a.yaml', 'main.ts']);
});

test('what is no manifest makes the exit code 1; without any manifest nothing is written', () => {
  const out = path.join(folder.path, 'main.ts');
  folder.write('in/a.yaml', `${CONFIG_MAP}---\nkind: Pod\n`);
  folder.write('bad/a.yaml', 'kind: Pod\n');

  const some = record(['import', `${folder.path}/in`]);
  const none = record(['import', `${folder.path}/bad`, '--out', out]);

  expect(some).toMatchObject({ code: 1, err: expect.stringContaining('in/a.yaml:5: the document has no apiVersion') });
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('bad/a.yaml:1: ') });
  expect(fs.existsSync(out)).toBe(false);
});

test('values of Secrets are never printed', () => {
  folder.write('a.yaml', `${CONFIG_MAP}---\n${SECRET}`);
  const out = path.join(folder.path, 'main.ts');

  const without = record(['import', folder.path]);
  const printed = record(['import', folder.path, '--secrets']);
  const written = record(['import', folder.path, '--secrets', '--out', out]);

  expect([without.code, printed.code, written.code]).toEqual([0, 2, 0]);
  expect(printed.err).toContain('name a file: --out main.ts');
  expect([without, printed, written].map(({ out: text, err }) => text + err).join('')).not.toContain('hunter2');
  expect(fs.readFileSync(out, 'utf8')).toContain('hunter2');
});

test('a program is for one cluster', () => {
  for (const cluster of ['eu', 'us']) { folder.write(`${cluster}/a.yaml`, CONFIG_MAP); }

  expect(record(['import', folder.path])).toMatchObject({ code: 2, err: expect.stringContaining('import one of them: --cluster eu') });
  expect(record(['import', folder.path, '--cluster', 'eu'])).toMatchObject({ code: 0 });
});

test('where it cannot be written is said before anything is read', () => {
  expect(record(['import', 'gone', '--out', folder.path]).err).toContain('is a folder');
  expect(record(['import', 'gone', '--out', path.join(folder.path, 'no', 'main.ts')]).err).toContain('there is no folder');
  expect(record(['import'])).toMatchObject({ code: 2, err: expect.stringContaining('nothing to import') });
});

test('somebody who watches sees how far it is, when it takes longer than a second; nobody else does', () => {
  let now = 0;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now += 600);
  const watched = record(['import', '-'], { input: CONFIG_MAP, watched: true });
  const logged = record(['import', '-'], { input: CONFIG_MAP });
  clock.mockRestore();

  expect(watched.err).toContain('\r\u001b[Kchart main: writing object 1 of 1');
  expect(watched.err).toContain('\r\u001b[K1 object imported');
  expect(logged.err).not.toContain('\u001b');
});
