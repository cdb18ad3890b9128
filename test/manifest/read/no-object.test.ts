import { isEncrypted, isOfSops, isTemplate, readerByFields, readerOf, withoutActions } from '../../../src/manifest/read/no-object';

test('the program that reads a configuration is known by the group, or by the kind', () => {
  const names = [['builtin', 'PrefixTransformer'], ['v1', 'Config'], ['v1', 'Pod'], ['skaffold/v4beta1', 'Config']].map(([apiVersion, kind]) => readerOf({ apiVersion, kind })?.name);

  expect(names).toEqual(['kustomize', 'kubectl, as a kubeconfig', undefined, 'skaffold']);
});

test.each([
  ['Helm, as the head of a chart', { apiVersion: 'v2', name: 'db', version: '1.0.0' }],
  ['Docker Compose', { services: { db: { image: 'postgres' } } }],
  ['kustomize', { resources: ['a.yaml'], namespace: 'a' }],
  [undefined, { resources: ['a.yaml'], replicaCount: 1 }],
  [undefined, { resources: { limits: {} } }],
  [undefined, { services: {}, replicaCount: 1 }],
  [undefined, { apiVersion: 'v1', kind: 'Pod', name: 'a', version: '1' }],
])('%j reads a file by its fields', (name, file) => {
  expect(readerByFields(file)?.name).toBe(name);
});

test('what SOPS has encrypted is known by its words', () => {
  expect([isEncrypted('ENC[AES256_GCM,data:x]'), isEncrypted('x'), isOfSops({ sops: { mac: 'x' } }), isOfSops({ sops: 'x' }), isOfSops([])]).toEqual([true, false, true, false, false]);
});

test('a text loses the actions of its template', () => {
  expect(withoutActions('{{/* c */}}\n{{- if .a }}\nb: {{ .c }}-{{ .d }}\n{{ end }}')).toBe('\n\nb: x-x\n');
  expect(withoutActions('a: {b: {c: d}}')).toBeUndefined();
});

test('an object is a template if its name is', () => {
  expect([{ name: '{{ a }}' }, { namespace: 'x-{{ a }}' }, { name: 'a' }].map(metadata => isTemplate({ apiVersion: 'v1', kind: 'Pod', metadata }))).toEqual([true, true, false]);
});
