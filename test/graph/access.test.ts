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

const MAKER = (name: string, secret: string) => `---
{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: shop}, rules: [{apiGroups: [""], resources: [secrets], verbs: [create]}]}
---
{apiVersion: batch/v1, kind: Job, metadata: {name: ${name}, namespace: shop}, spec: {template: {spec: {containers: [{image: curl, args: [${secret}]}]}}}}
`;

test('a Secret that a Job makes is not missing', () => {
  const reads = set('db', 1, { pod: 'initContainers: [{name: i, image: a, envFrom: [{secretRef: {name: login}}]}]' });
  const secretOf = (text: string) => graphOf(text).nodes.find(({ kind }) => kind === 'Secret')!;

  expect(secretOf(reads + MAKER('make', 'login'))).toMatchObject({ lines: ['made by Job make'], derived: true, object: { kind: 'Job' } });
  expect(secretOf(reads + MAKER('make', 'login')).missing).toBeUndefined();
  expect(arrowsOf(graphOf(reads + MAKER('make', 'login')))).toContain('Job make -makes-> Secret login');
  expect(secretOf(reads + MAKER('make', 'logon'))).toMatchObject({ missing: true, lines: [] });
});

test('of two Jobs that get the name of a Secret nobody knows which one makes it', () => {
  const reads = set('db', 1, { pod: 'initContainers: [{name: i, image: a, envFrom: [{secretRef: {name: login}}]}]' });
  const graph = graphOf(reads + MAKER('make', 'login') + MAKER('patch', 'login'));

  expect(graph.nodes.find(({ kind }) => kind === 'Secret')!.lines).toEqual(['may be made by Job make or patch']);
  expect(arrowsOf(graph)).toEqual(expect.arrayContaining(['Job make -may make-> Secret login', 'Job patch -may make-> Secret login']));
});

test('accounts and roles on demand', () => {
  const rbac = `---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r},
 subjects: [{kind: ServiceAccount, name: db, namespace: shop}]}`;
  const text = set('db', 1, { pod: 'serviceAccountName: db' }) + rbac;

  expect(arrowsOf(graphOf(text)).join()).not.toContain('ServiceAccount');
  expect(arrowsOf(graphOf(text, { rbac: true }))).toEqual(expect.arrayContaining(['StatefulSet db -runs as-> ServiceAccount db', 'RoleBinding b -grants-> Role r', 'RoleBinding b -grants to-> ServiceAccount db']));
});
