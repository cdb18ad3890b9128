import { SERVICE, namesOf, said, set, together, workload } from './support';

const rows = (text: string, options = {}) => namesOf(text, options).map(({ name, to, ports, note }) => [name, to, ports, note].filter(part => part !== undefined).join(' | '));

test('a headless Service gives a name to each pod', () => {
  expect(rows(set({ replicas: 2 }))).toEqual([
    'db.shop.svc.cluster.local | the addresses of its ready pods | 5432 (sql)',
    'db-0.db.shop.svc.cluster.local | pod db-0 | 5432 (sql) | only while it is ready',
    'db-1.db.shop.svc.cluster.local | pod db-1 | 5432 (sql) | only while it is ready',
  ]);
});

test('many pods are told as a row', () => {
  expect(namesOf(set({ replicas: 60 })).map(({ to }) => to).slice(1)).toEqual(['pod db-0', 'pod db-1', 'pod db-2 … db-58', 'pod db-59']);
});

test('the domain of the cluster is an option', () => {
  expect(namesOf(set(), { clusterDomain: 'example.org' })[1].name).toBe('db-0.db.shop.svc.example.org');
  expect(said('names', set(), { clusterDomain: 'example.org' })).toContain('Pods of namespace shop may leave out .shop.svc.example.org');
});

test.each([
  ['clusterIP: None', 'clusterIP: None, publishNotReadyAddresses: true', 'pod db-0 | 5432 (sql)'],
  ['port: 5432, targetPort: sql', 'port: 80, targetPort: 9000', 'pod db-0 | 9000 (sql) | only while it is ready'],
  ['port: 5432, targetPort: sql', 'port: 80, targetPort: gone', 'gone, which no container has (sql)'],
  [', ports: [{name: sql, port: 5432, targetPort: sql}]', '', 'pod db-0 | 5432 | only'],
  ['port: 5432,', 'port: 5432, protocol: UDP,', '(sql, UDP)'],
])('%s → %s', (from, to, expected) => {
  expect(rows(set().replace(from, to)).join('\n')).toContain(expected);
});

test('a Service with an address changes ports, and may keep a client with its pod', () => {
  const service = (more: string) => `{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]${more}}}`;
  const deployment = workload('Deployment', { container: 'ports: [{name: http, containerPort: 8080}]' });

  expect(rows(together(deployment, service('')))).toEqual(['web.shop.svc.cluster.local | one address, behind which are its ready pods | 80 → 8080']);
  expect(rows(together(deployment, service(', sessionAffinity: ClientIP')))[0]).toContain('a client stays with its pod');
});

test('a Service that reaches others says so', () => {
  const other = workload('Deployment').replaceAll('app: web', 'app: db');

  expect(rows(together(set(), other))[0]).toContain('also reaches Deployment web');
});

test.each([
  [set().replace(SERVICE, ''), 'unless Service shop/db exists, is headless and selects them'],
  [set().replace('  serviceName: db\n', ''), 'the StatefulSet has no serviceName'],
  [set().replace('clusterIP: None, ', ''), 'Names such as db-0.db do not resolve: Service db has a cluster IP'],
  [set().replace('selector: {app: db}', 'selector: {app: other}'), 'Service db does not select these pods'],
])('%# pods without names say why', (text, expected) => {
  expect(said('names', set())).not.toContain(expected);
  expect(said('names', text)).toContain(expected);
});

test('a pod may have a name of its own', () => {
  const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: db}}, spec: {hostname: one, subdomain: db, containers: [{name: a, image: b}]}}';

  expect(rows(together(pod, SERVICE))[1]).toContain('one.db.shop.svc.cluster.local | the pod');
});

test('nobody reaches the pods, which is no news of a Job', () => {
  expect(said('names', workload('Deployment'))).toContain('No Service among the manifests reaches its pods');
  expect(said('names', workload('Job'))).toBe('');
});
