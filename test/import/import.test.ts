import { transformSync } from 'esbuild';
import { imported } from './support';

test('each namespace has a chart, and what has none comes first', () => {
  const { text, comparison } = imported([
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: shop }\ndata: { a: "1" }\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: blog }\n',
  ].join('---\n'));

  expect(text).toBe([
    "import { ApiObject, App, Chart } from 'cdk8s';",
    '',
    'const app = new App();',
    '',
    "const cluster = new Chart(app, 'cluster');",
    '',
    "new ApiObject(cluster, 'shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });",
    '',
    "const blog = new Chart(app, 'blog', { namespace: 'blog' });",
    '',
    "new ApiObject(blog, 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });",
    '',
    "const shop = new Chart(app, 'shop', { namespace: 'shop' });",
    '',
    "new ApiObject(shop, 'web', {",
    "  apiVersion: 'v1',",
    "  kind: 'ConfigMap',",
    "  metadata: { name: 'web' },",
    "  data: { a: '1' },",
    '});',
    '',
    'app.synth();',
    '',
  ].join('\n'));
  expect(comparison.changes).toEqual([]);
});

test('what cdk8s would lose is patched', () => {
  const { text, patches, comparison } = imported('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { empty: }\n');

  expect(text).toContain("const web = new ApiObject(chart, 'web', {");
  expect(text).toContain("web.addJsonPatch(JsonPatch.add('/data/empty', null));");
  expect({ patches, changes: comparison.changes }).toEqual({ patches: 1, changes: [] });
});

test('what a compiler would refuse is patched', () => {
  const { text } = imported('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, labels: { version: 1 } }\n');

  expect(text).toContain("web.addJsonPatch(JsonPatch.add('/metadata/labels', { version: 1 }));");
});

test('what cannot be said in code is told with its line, and the rest is imported', () => {
  const { text, leftOut, comparison } = imported('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\ndata: { constructor: { x: 1 } }\n');

  expect(text).toContain("'a'");
  expect(leftOut).toEqual([expect.objectContaining({ reason: 'refused', line: 5, message: 'cdk8s cannot write it as it is' })]);
  expect(comparison.changes).toEqual([]);
});

test('hostile names stay text', () => {
  const hostile = "x'); process.exit(1); ('";

  const { text, comparison } = imported(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: hostile, namespace: '`${process.exit(1)}`' }, data: { [hostile]: '*/ `${1}`\n'.repeat(9) } }));

  expect(transformSync(text, { loader: 'ts' }).code).toContain('process.exit');
  expect(comparison.changes).toEqual([]);
});
