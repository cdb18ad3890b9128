import { readFileSync } from 'fs';
import { join } from 'path';
import { useFolder } from './folder';
import { record, recordLater } from './recorder';
import { set } from '../graph/support';

const folder = useFolder();

test('a folder is drawn for Markdown', () => {
  folder.write('a.yaml', set('db', 1));

  expect(record(['graph', folder.path])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('flowchart LR\n') });
});

test('a picture that is too large for a page in Markdown is told, and drawn', () => {
  folder.write('a.yaml', Array.from({ length: 80 }, (_, i) => set(`db-${i}`, 3)).join('---'));

  expect(record(['graph', folder.path, '--whole'])).toMatchObject({
    code: 0,
    err: expect.stringMatching(/cdk8s-stateful: Mermaid draws no picture of this size .*letters are more than 50000.*; draw one workload with --system/),
    out: expect.stringContaining('flowchart LR'),
  });
});

test('one workload, for Graphviz', () => {
  folder.write('a.yaml', `${set('db', 1)}---${set('cache', 1)}`);

  const { out } = record(['graph', folder.path, '--system', 'cache', '--format', 'dot']);

  expect(out).toContain('digraph system {');
  expect(out).not.toContain('data-db-0');
});

test('one workload by its namespace and name, of manifests and of a change', () => {
  const file = folder.write('a.yaml', `${set('db', 1)}---${set('cache', 1)}`);
  const later = folder.write('b.yaml', `${set('db', 2)}---${set('cache', 1)}`);

  for (const words of [[file, 'shop/cache'], [file, later, 'shop/cache'], [file, 'cache'], [file, '--system', 'shop/cache']]) {
    const { code, out } = record(['graph', ...words]);
    expect([code, out.includes('data-cache-0'), out.includes('data-db-0')]).toEqual([0, true, false]);
  }
  expect(record(['graph', file, 'shop/cahce'])).toMatchObject({ code: 2, err: expect.stringContaining("no workload, no file and no folder has the name 'shop/cahce'; did you mean 'shop/cache'?") });
});

test('as SVG, which is waited for', async () => {
  folder.write('a.yaml', set('db', 1));

  const { code, out } = await recordLater(['graph', folder.path, '--format', 'svg']);

  expect(code).toBe(0);
  expect(out).toMatch(/^<svg [^]*>db-0<[^]*<\/svg>\n$/);
});

test('a name that is almost one', () => {
  folder.write('a.yaml', set('cache', 1));

  expect(record(['graph', folder.path, '--system', 'cahce'])).toMatchObject({ code: 2, err: expect.stringContaining("no workload has the name 'cahce'; did you mean 'cache'?") });
  expect(record(['graph'])).toMatchObject({ code: 2, err: expect.stringContaining('no manifests') });
});

test('a picture is of one cluster', () => {
  for (const cluster of ['eu', 'us']) { folder.write(`${cluster}/a.yaml`, set('db', 1)); }

  expect(record(['graph', folder.path])).toMatchObject({ code: 2, err: expect.stringContaining('manifests of 2 clusters: eu, us; draw one of them: --cluster eu') });
  expect(record(['graph', folder.path, '--cluster', 'us'])).toMatchObject({ code: 0 });
  expect(record(['graph', folder.path, '--cluster', 'su'])).toMatchObject({ code: 2, err: expect.stringContaining("no cluster has the name 'su'") });
});

test('the name of a file says the format', async () => {
  folder.write('a.yaml', set('db', 1));
  const [dot, svg] = ['a.dot', 'a.svg'].map(name => join(folder.path, name));

  await recordLater(['graph', folder.path, '--out', dot]);
  const { out } = await recordLater(['graph', folder.path, '--out', svg, '--theme', 'dark']);

  expect(out).toBe('');
  expect(readFileSync(dot, 'utf8')).toContain('digraph system {');
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg /);
  expect(readFileSync(svg, 'utf8')).not.toContain('prefers-color-scheme');
});

test('what cannot be written is said', () => {
  folder.write('a.yaml', set('db', 1));

  expect(record(['graph', folder.path, '--out', join(folder.path, 'none/a.dot')])).toMatchObject({ code: 2, err: expect.stringContaining("cannot write '") });
});

test('pixels go into a file, and need a package', async () => {
  folder.write('a.yaml', set('db', 1));

  expect(record(['graph', folder.path, '--format', 'png'])).toMatchObject({ code: 2, err: expect.stringContaining("'--out system.png'") });
  expect(await recordLater(['graph', folder.path, '--out', join(folder.path, 'a.png')])).toMatchObject({ code: 2, err: expect.stringContaining("'npm install --save-dev @resvg/resvg-js'") });
});

test('marked with what the checker found', () => {
  folder.write('a.yaml', set('db', 1));

  expect(record(['graph', '--findings', folder.path]).out).toContain('StatefulSet db<br>open to every pod<br>2 warnings');
});

test('a page holds everything', async () => {
  folder.write('a.yaml', set('db', 1));
  const page = join(folder.path, 'a.html');

  expect(await recordLater(['graph', folder.path, '--out', page])).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(page, 'utf8')).toMatch(/^<!DOCTYPE html>[^]*>db-0<[^]*<\/html>\n$/);
});
