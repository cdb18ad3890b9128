import { arrowsOf, graphOf, set } from './support';

const INGRESS = `---
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: shop},
 spec: {rules: [{host: db.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: db, port: {number: 6379}}}}]}}]}}`;

test('from an Ingress to a Service to the pods, with ports', () => {
  const graph = graphOf(set('db', 1) + INGRESS);

  expect(arrowsOf(graph)).toEqual(expect.arrayContaining(['Ingress web -6379-> Service db', 'Service db -6379 → redis-> StatefulSet db']));
  expect(graph.nodes.find(({ kind }) => kind === 'Ingress')!.lines).toEqual(['db.example.com']);
});

test('a Service says its name in the DNS and what kind it is', () => {
  expect(graphOf(set('db', 1)).nodes.find(({ kind }) => kind === 'Service')!.lines).toEqual(['db.shop.svc', 'headless: a name for each pod']);
});

test('Secrets and ConfigMaps by who reads them; those that are not there are marked', () => {
  const env = 'initContainers: [{name: i, image: a, env: [{name: A, valueFrom: {secretKeyRef: {name: login, key: a}}}]}]';
  const graph = graphOf(set('db', 1, { pod: env }));

  expect(arrowsOf(graph)).toContain('StatefulSet db -reads-> Secret login');
  expect(graph.nodes.find(({ kind }) => kind === 'Secret')).toMatchObject({ missing: true });
});

test('accounts and roles on demand', () => {
  const rbac = `---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r},
 subjects: [{kind: ServiceAccount, name: db, namespace: shop}]}`;
  const text = set('db', 1, { pod: 'serviceAccountName: db' }) + rbac;

  expect(arrowsOf(graphOf(text)).join()).not.toContain('ServiceAccount');
  expect(arrowsOf(graphOf(text, { rbac: true }))).toEqual(expect.arrayContaining(['StatefulSet db -runs as-> ServiceAccount db', 'RoleBinding b -grants-> Role r', 'RoleBinding b -grants to-> ServiceAccount db']));
});
