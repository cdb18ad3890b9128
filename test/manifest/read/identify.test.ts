import { readDocuments } from '../../../src/manifest/read/read';

const read = (content: string) => readDocuments(content, 'app.yaml');
const rules = (content: string) => read(content).flatMap(({ manifest, problems }) => [
  ...problems.map(({ rule }) => rule as string), ...manifest ? [manifest.kind] : [],
]);

test.each([
  ['kustomize.config.k8s.io/v1beta1', 'Kustomization'], ['kind.x-k8s.io/v1alpha4', 'Cluster'], ['kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration'],
  ['kubeadm.k8s.io/v1beta4', 'ClusterConfiguration'], ['audit.k8s.io/v1', 'Policy'], ['v1', 'Config'], ['eksctl.io/v1alpha5', 'ClusterConfig'],
])('%s %s is read by a program, and is no object', (apiVersion, kind) => {
  const found = rules(`apiVersion: ${apiVersion}\nkind: ${kind}\n`);

  expect(found).toEqual(['configuration-file']);
});

test.each([['v1', 'ConfigMap'], ['cluster.x-k8s.io/v1beta1', 'Cluster'], ['argoproj.io/v1alpha1', 'Application']])('%s %s is an object', (apiVersion, kind) => {
  expect(rules(`apiVersion: ${apiVersion}\nkind: ${kind}\n`)).toEqual([kind]);
});

test.each([
  ['a value', 'apiVersion: v1\nkind: Service\nspec:\n  type: {{ .Values.type }}\n'],
  ['lines that are parts of a program', '{{- if .Values.on }}\napiVersion: v1\nkind: Service\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n{{- end }}\n'],
  ['a name in quotes', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: "{{ .Release.Name }}-db"\n'],
  ['several documents', 'a: {{ b }}\n---\nc: {{ d }}\n'],
])('a template is told as one, once: %s', (_, content) => {
  expect(rules(content)).toEqual(['template']);
});

test.each([
  ['a template in a text', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.tmpl: |\n    {{ range . }}\n    {{ end }}\n  b: "{{ c }}"\n', ['ConfigMap']],
  ['a mistake beside a template', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  b: "{{ c }}"\n  d: [\n', ['syntax']],
])('%s is none', (_, content, found) => {
  expect(rules(content)).toEqual(found);
});

test('a file of SOPS is an object without what SOPS needs', () => {
  const [{ manifest, problems }] = read('apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: "ENC[x]"}\nsops: {mac: "ENC[y]"}\n');

  expect(manifest).toEqual({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { a: 'ENC[x]' } });
  expect(problems).toEqual([expect.objectContaining({ rule: 'encrypted' })]);
});

test.each([
  ['everything is encrypted', 'apiVersion: ENC[a]\nkind: ENC[b]\nsops: {mac: c}\n'],
  ['there is no object at all', 'a: ENC[a]\nsops: {mac: c}\n'],
])('of a file of SOPS nothing is known if %s', (_, content) => {
  expect(rules(content)).toEqual(['encrypted']);
});
