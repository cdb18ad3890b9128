import { Chart, Size, Testing } from 'cdk8s';
import { DatabaseNetworkPolicy, NetworkPeer, PostgreSqlCluster, PostgreSqlClusterProps } from '../../../../src';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../../src/kubernetes/workload';
import { newChart, refusals } from '../../../support/synth';

function synth(props: PostgreSqlClusterProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new PostgreSqlCluster(chart, 'db', props);
  return Testing.synth(chart);
}

const named = (manifests: Manifest[], kind: string, name = 'db') => manifests.find(one => one.kind === kind && one.metadata!.name === name)!;
const serverOf = (manifests: Manifest[]) => named(manifests, 'StatefulSet').spec.template.spec.containers[0];
const variablesOf = (manifests: Manifest[]) => Object.fromEntries(serverOf(manifests).env.map(({ name, value }: any) => [name, value]));

test('members may read and change the one Lease that says who leads, and nothing else', () => {
  const manifests = synth();

  const rules = manifests.filter(({ kind, metadata }) => kind === 'Role' && metadata!.name === 'db').flatMap(role => role.rules);
  expect(rules).toEqual([{ apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['db'], verbs: ['get', 'update'] }]);
  expect(named(manifests, 'RoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'db', namespace: 'data' }]);
  expect(manifests.filter(({ kind }) => /^Cluster/.test(kind!))).toEqual([]);
});

test('the Lease is written without a word, for what stands in it is the members own', () => {
  const lease = named(synth(), 'Lease');

  expect(lease).toEqual({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'db', namespace: 'data', labels: expect.anything() } });
});

test('members have a token, and no exporter and no Job of a user has one of theirs', () => {
  const manifests = synth({ metrics: true });

  const withToken = manifests.filter(one => podTemplateOf(one)?.spec.automountServiceAccountToken).map(({ kind, metadata }) => `${kind} ${metadata!.name}`);
  expect(withToken).toEqual(expect.arrayContaining(['StatefulSet db', 'Job db-auth-create']));
  expect(withToken).toHaveLength(2);
});

test.each([[{ replicas: 1 }, '0'], [{ replicas: 3 }, '1'], [{ replicas: 5 }, '2'], [{ replicas: 2, synchronousMembers: 1 }, '1'], [{ replicas: 5, synchronousMembers: 1 }, '1']])(
  'with %j each write is at %s others', (props, others) => {
    expect(variablesOf(synth(props))).toMatchObject({ SYNCHRONOUS_MEMBERS: others, MEMBERS: String(props.replicas), PGDATA: '/data/pgdata', LEASE: 'db' });
  },
);

test.each([[1, undefined], [2, 1], [3, 1], [4, 1], [5, 2]])('of %i members %p may be taken away at a time', (replicas, maxUnavailable) => {
  const budget = named(synth({ replicas, synchronousMembers: replicas === 2 ? 1 : undefined }), 'PodDisruptionBudget');

  expect(budget?.spec.maxUnavailable).toBe(maxUnavailable);
});

test('passwords are files that change with their Secrets, and stand in no variable', () => {
  const manifests = synth({ users: [{ name: 'shop_1' }, { name: 'other', passwordSecret: 'mine' }] });

  const { volumes } = named(manifests, 'StatefulSet').spec.template.spec;
  expect(volumes.find(({ name }: any) => name === 'passwords').projected.sources.map(({ secret }: any) => [secret.name, secret.items])).toEqual([
    ['db-auth', [{ key: 'password', path: 'superuser' }, { key: 'replication', path: 'replication' }]],
    ['db-user-shop-1', [{ key: 'password', path: 'users/shop_1' }]],
    ['mine', [{ key: 'password', path: 'users/other' }]],
  ]);
  expect(manifests.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata!.name)).toEqual(['db-auth-create', 'db-user-shop-1-create']);
  expect(serverOf(manifests).env.filter(({ valueFrom }: any) => valueFrom?.secretKeyRef)).toEqual([]);
});

test('says where the password of a user is, and of nobody else', () => {
  const database = new PostgreSqlCluster(newChart('data'), 'db', { users: [{ name: 'shop' }] });

  expect(database.userSecret('shop')).toBe('db-user-shop');
  expect(() => database.userSecret('other')).toThrow("there is no user 'other'; write 'shop'");
});

test('clients of the database come to the proxies, which lead them to the primary or to those that only read', () => {
  const services = synth().filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP !== 'None');

  expect(services.map(({ metadata, spec }) => [metadata!.name, spec.ports[0].port, spec.ports[0].targetPort])).toEqual([['db', 5432, 'primary'], ['db-read', 5432, 'read']]);
});

test('where the way out is closed, members still reach the API server', () => {
  const networkPolicy = DatabaseNetworkPolicy.restricted({ allowTo: [NetworkPeer.ipBlock('10.0.0.0/8')] });
  const [members, exporters] = synth({ networkPolicy, metrics: true }).filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec.egress);

  const anywhere = { ports: [{ port: 443, protocol: 'TCP' }, { port: 6443, protocol: 'TCP' }] };
  expect(members).toContainEqual(anywhere);
  expect(exporters).not.toContainEqual(anywhere);
});

test('shared memory of parallel workers has as much room as the server has for its cache', () => {
  const { volumes } = named(synth({ memory: Size.gibibytes(8) }), 'StatefulSet').spec.template.spec;

  expect(volumes.find(({ name }: any) => name === 'scratch-dev-shm').emptyDir).toEqual({ medium: 'Memory', sizeLimit: '2Gi' });
});

test('with TLS nobody logs in over the network without', () => {
  const rules = (props: PostgreSqlClusterProps) => named(synth(props), 'ConfigMap', 'db-files').data['config.pg_hba.conf'].split('\n').filter((line: string) => /^host/.test(line));

  expect(rules({ tlsSecret: 'tls' }).filter((line: string) => !line.startsWith('hostssl '))).toEqual([]);
  expect(rules({}).length).toBe(rules({ tlsSecret: 'tls' }).length);
});

test('tells all that is wrong at once', () => {
  const chart = newChart();

  new PostgreSqlCluster(chart, 'db', { replicas: 2, image: 'postgres:17-alpine', memory: Size.mebibytes(100), configuration: { fsync: 'off' }, databases: [{ name: 'a', owner: 'b' }] });

  expect(refusals(chart)).toHaveLength(5);
});

test.each([['members', "did you mean 'replicas'?"], ['version', "did you mean 'image'?"], ['parameters', "write 'configuration: "]])('%s leads to the right prop', (prop, answer) => {
  const chart = newChart();

  new PostgreSqlCluster(chart, 'db', { [prop]: '3' } as any);

  expect(refusals(chart)).toEqual([expect.stringContaining(answer)]);
});

test('a chart without a namespace is refused also where the password is given, for rights need one', () => {
  const chart = newChart('');

  new PostgreSqlCluster(chart, 'db', { passwordSecret: 'mine' });

  expect(refusals(chart)).toEqual([expect.stringContaining('rights to the Lease that says who leads can be given only in a chart with a namespace')]);
});
