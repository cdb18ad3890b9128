import { imported } from './support';
import { reportText } from '../../src/import/report';

const POD = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, uid: u, ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: v, controller: true }] }\n`;

test('what was not imported is told by reason', () => {
  const yaml = ['apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n', 'kind: Pod\n', ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(POD)].join('---\n');

  expect(reportText(imported(yaml))).toBe([
    '1 object imported: 1 × ApiObject.',
    '',
    'Not imported:',
    '  a.yaml:5: the document has no apiVersion, so it is not a Kubernetes object; add apiVersion; if this is a fragment of another manifest, move it there',
    '',
    'Left out, since controllers make them:',
    '  Pod shop/a, shop/b, shop/c, shop/d, shop/e, shop/f, shop/g, shop/h and 2 more',
    '',
    'Nothing changes in the cluster: the program makes the same objects, on Kubernetes 1.36.',
    '',
  ].join('\n'));
});

test('where nothing was imported, nothing is said of the cluster', () => {
  expect(reportText(imported('kind: Pod\n'))).toBe([
    '0 objects imported.',
    '',
    'Not imported:',
    '  a.yaml:1: the document has no apiVersion, so it is not a Kubernetes object; add apiVersion; if this is a fragment of another manifest, move it there',
    '',
  ].join('\n'));
});

test('a Secret is named, and its values are not', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: db }\nstringData: { password: hunter2 }\n';

  const texts = [imported(secret), imported(secret, { secrets: true })].map(reportText);

  expect(texts[0]).toContain('  Secret db\n');
  expect(texts.join('')).not.toContain('hunter2');
});

test('a change is told', () => {
  const one = imported('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { a: "1" }\n');
  const other = imported('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other }\n');
  const change = { ...one.comparison, changes: [{ ...one.comparison.changes[0], id: 'in-place:web', rule: 'in-place', severity: 'info', effect: 'in-place', object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'web' }, path: '/data/a', message: 'a value changes', fix: '', claims: [] }] } as any;

  expect(reportText({ ...other, comparison: change })).toContain('The program does not make quite the same objects:');
});
