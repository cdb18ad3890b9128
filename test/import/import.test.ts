import { transformSync } from 'esbuild';
import { SHAPES } from './shapes';
import { imported, problemsOf, refusalOfText } from './support';

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
    'shop.addDependency(cluster);',
    '',
    "new ApiObject(shop, 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { a: '1' } });",
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

test.each(SHAPES)('%s: it synthesizes, nothing changes, and nothing is wrong that was not before', (_, constructs, yaml) => {
  const { text, made, comparison, leftOut } = imported(yaml);

  expect([...made.keys()].sort()).toEqual([...constructs].sort());
  expect([...comparison.changes, ...leftOut]).toEqual([]);
  expect(refusalOfText(text)).toBeUndefined();
  expect(problemsOf(text).filter(problem => !problemsOf(yaml).includes(problem))).toEqual([]);
});

test('what has no prop is a patch, and what our constructs would add is taken away', () => {
  const { text } = imported(SHAPES[0][2]);

  expect(text.slice(text.indexOf('const asDeployed'))).toBe(`const asDeployed = [
  JsonPatch.remove('/spec/template/spec/automountServiceAccountToken'),
  JsonPatch.remove('/spec/template/spec/enableServiceLinks'),
  JsonPatch.remove('/spec/template/spec/securityContext'),
  JsonPatch.remove('/spec/template/spec/containers/0/securityContext'),
];

const chart = new Chart(app, 'shop');

const store = new StatefulApp(chart, 'store', {
  image: 'ghcr.io/acme/store:1.2.3',
  replicas: 3,
  serviceName: 'peers',
  selectorLabels: { app: 'store' },
  ports: [{ name: 'peer', port: 7000 }],
  volumes: [{
    name: 'data',
    mountPath: '/data',
    size: Size.gibibytes(10),
    storage: Storage.dynamic({ storageClassName: 'fast' }),
  }],
  terminationGracePeriod: Duration.seconds(10),
  placement: { spread: Spread.none() },
});
ApiObject.of(store).addJsonPatch(
  ...asDeployed,
  JsonPatch.remove('/metadata/labels'),
  JsonPatch.remove('/spec/template/spec/serviceAccountName'),
  JsonPatch.replace('/spec/template/spec/containers/0/name', 'server'),
);
ApiObject.of(store.node.findChild('HeadlessService')).addJsonPatch(
  JsonPatch.remove('/metadata/labels/cdk8s-stateful~1service'),
  JsonPatch.remove('/spec/publishNotReadyAddresses'),
);
store.node.tryRemoveChild('ServiceAccount');
store.node.tryRemoveChild('DisruptionBudget');

app.synth();
`);
});

test('how many pods there are stays with the autoscaler', () => {
  const { text } = imported(SHAPES.find(([shape]) => shape.includes('autoscaler'))![2]);

  expect(text).toContain("JsonPatch.remove('/spec/replicas')");
});

test('what was wrong before does not stop the synthesis', () => {
  const { text } = imported(SHAPES.find(([shape]) => shape.includes('wrong'))![2]);

  expect(text).toContain("Checks.of(chart).acknowledge('volume-mount-without-volume', { reason: 'it was so before the import' });");
});
