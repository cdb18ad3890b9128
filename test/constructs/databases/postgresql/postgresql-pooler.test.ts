import { Size } from 'cdk8s';
import { NetworkPeer, PostgreSqlCluster, PostgreSqlClusterProps, PostgreSqlPooler, PostgreSqlPoolerProps } from '../../../../src';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../../src/kubernetes/workload';
import { mayConnect } from '../../../support/network-policies';
import { newChart, refusals, synth } from '../../../support/synth';

const USERS = [{ name: 'shop' }, { name: 'reports', passwordSecret: 'reports-login' }];

function both(props: Partial<PostgreSqlPoolerProps> = {}, ofDatabase: Partial<PostgreSqlClusterProps> = {}) {
  const chart = newChart('data');
  const database = new PostgreSqlCluster(chart, 'db', { users: USERS, ...ofDatabase });
  return { chart, pooler: new PostgreSqlPooler(chart, 'db-pooler', { database, users: ['shop', 'reports'], ...props }) };
}

const named = (manifests: Manifest[], kind: string, name = 'db-pooler'): any => manifests.find(manifest => manifest.kind === kind && manifest.metadata!.name === name);
const podOf = (manifests: Manifest[]) => named(manifests, 'Deployment').spec.template.spec;
const configuration = (manifests: Manifest[]) => named(manifests, 'ConfigMap', 'db-pooler-files').data['config.pgbouncer.ini'];

test('clients have one host, behind which two pods lead to the primary', () => {
  const { chart, pooler } = both();
  const manifests = synth(chart);

  expect(pooler.connectionString('orders')).toBe('postgresql://db-pooler-client.data.svc.cluster.local:6432/orders');
  expect(named(manifests, 'Service', 'db-pooler-client').spec.ports).toEqual([expect.objectContaining({ port: 6432 })]);
  expect(named(manifests, 'Deployment').spec.replicas).toBe(2);
  expect(configuration(manifests)).toContain('* = host=db.data.svc.cluster.local port=5432\n');
});

test('with `readOnly` they lead to members that only read', () => {
  expect(configuration(synth(both({ readOnly: true }).chart))).toContain('* = host=db-read.data.svc.cluster.local port=5432\n');
});

test('the container that runs first alone has the passwords of the users, and of nobody else', () => {
  const { initContainers: [userlist], containers } = podOf(synth(both().chart));

  expect(userlist.env).toEqual([
    { name: 'USERS', value: 'shop reports' },
    { name: 'PASSWORD_0', valueFrom: { secretKeyRef: { name: 'db-user-shop', key: 'password' } } },
    { name: 'PASSWORD_1', valueFrom: { secretKeyRef: { name: 'reports-login', key: 'password' } } },
  ]);
  expect(containers.map(({ env }: any) => env)).toEqual([undefined]);
});

test('it may connect to the proxies of the database where other clients may not, and to nothing else of it', () => {
  const { chart } = both();
  const manifests = synth(chart);
  const policy = named(manifests, 'NetworkPolicy', 'db');
  policy.spec.ingress = policy.spec.ingress.filter(({ from }: any) => !from.some(({ podSelector }: any) => Object.keys(podSelector).length === 0));
  const pod = (kind: string, name: string) => ({ namespace: 'data', labels: podTemplateOf(named(manifests, kind, name))!.metadata!.labels });

  const open = [5432, 5433, 5434, 8008].filter(port => mayConnect(manifests, pod('Deployment', 'db-pooler'), pod('StatefulSet', 'db'), port));

  expect(open).toEqual([5433, 5434]);
});

test('a database with TLS needs a certificate of the pooler, and is asked for its own', () => {
  const tls = { tlsSecret: 'db-tls' };

  expect(refusals(both({}, tls).chart)).toEqual([expect.stringContaining("write 'tlsSecret: \"pooler-tls\"'")]);
  const { chart, pooler } = both({ tlsSecret: 'pooler-tls' }, tls);
  expect(pooler.connectionString()).toMatch(/\/postgres\?sslmode=verify-full$/);
  expect(podOf(synth(chart)).volumes.flatMap(({ secret }: any) => secret?.secretName ?? []).sort()).toEqual(['db-tls', 'pooler-tls']);
});

test('all that is wrong is told at once', () => {
  const { chart } = both({ users: ['shop', 'shop', 'nobody'], memory: Size.mebibytes(8), configuration: { pool_mode: 'session' } });

  expect(refusals(chart)).toEqual([
    expect.stringContaining("'users' names one twice"),
    expect.stringContaining("there is no user 'nobody'; write 'shop' or 'reports'"),
    expect.stringContaining("'memory' must be at least 32 MiB"),
    expect.stringContaining("write 'poolMode' instead"),
  ]);
});

test('nobody can log in without users', () => {
  expect(refusals(both({ users: [] }).chart)).toEqual([expect.stringContaining("'users' needs one of the database's 'users', and is empty")]);
});

test('all of it passes every check', () => {
  const objects = [{ kind: 'Namespace', name: 'data' }, ...['reports-login', 'db-tls', 'pooler-tls'].map(name => ({ kind: 'Secret', namespace: 'data', name }))];

  const findings = checkManifests(synth(both({ tlsSecret: 'pooler-tls' }, { tlsSecret: 'db-tls' }).chart), { environment: { objects } });

  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test('is open to the pods of its namespace, and to nobody else, unless it is told who', () => {
  const fromOf = (allowFrom?: NetworkPeer[]) => named(synth(both({ allowFrom }).chart), 'NetworkPolicy').spec.ingress.flatMap(({ from }: any) => from);

  expect(fromOf()).toContainEqual({ podSelector: {} });
  expect(fromOf([NetworkPeer.namespace('web')])).not.toContainEqual({ podSelector: {} });
});
