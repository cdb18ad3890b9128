import { Name, codeOf } from '../../src/import/code';
import { literal } from '../../src/import/literal';

test('an object as it stands in YAML, without the namespace of its chart', () => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { a: 'b' }, namespace: 'shop', name: 'web' }, data: { x: '1' } };

  expect(codeOf(literal(new Name('shop'), 'web', manifest, 'shop'))).toContain("metadata: { name: 'web', labels: { a: 'b' } }");
  expect(codeOf(literal(new Name('shop'), 'web', manifest, undefined))).toContain("namespace: 'shop'");
});

test('what has a type in cdk8s and another one here is left to a patch', () => {
  const metadata = { name: 'web', labels: { a: 1 }, annotations: null, finalizers: ['x', 1], ownerReferences: [{ kind: 'Pod' }], generation: 1 } as any;

  expect(codeOf(literal(new Name('shop'), 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata }, 'shop'))).toContain("metadata: { name: 'web', generation: 1 }");
});
