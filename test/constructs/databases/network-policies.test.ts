import { Chart, Testing } from 'cdk8s';
import { Backup, CassandraRing, DatabaseNetworkPolicy, MariaDbReplication, MongoReplicaSet, MySqlReplication, NetworkPeer, PostgreSqlCluster, RabbitMqCluster, RedisReplication, RestoreCheck, ZooKeeperEnsemble } from '../../../src';
import { DatabaseProps } from '../../../src/constructs/databases/database-props';
import { DATABASE_PORTS, PresetName } from '../../../src/constructs/databases/ports';
import { Manifest, listOf, recordOf } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { Endpoint, mayConnect } from '../../support/network-policies';
import { refusals } from '../../support/synth';

const PRESETS = {
  RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet, PostgreSqlCluster, RabbitMqCluster, CassandraRing,
};

function synth(preset: PresetName, props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  const database = new PRESETS[preset](chart, 'db', props);
  if ('dumpMethod' in database) {
    const backup = new Backup(chart, 'db-backup', { database });
    new RestoreCheck(chart, 'db-check', { backup });
  }
  return Testing.synth(chart);
}

const podsOf = (manifests: readonly Manifest[], pick: (manifest: Manifest) => boolean): Endpoint[] =>
  manifests.filter(pick).map(manifest => ({ namespace: 'data', labels: podTemplateOf(manifest)!.metadata!.labels }));

const shop = { namespace: 'shop', labels: { app: 'web' } };
const monitoring = { namespace: 'monitoring', labels: { app: 'prometheus' } };
const other = { namespace: 'data', labels: { app: 'other' } };
const outside = { namespace: 'elsewhere', labels: { 'app': 'db', 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } };
const address = { address: '192.0.2.1' };

/** Who can reach which of all ports that anything here listens on, and two more. */
function reached(manifests: readonly Manifest[], listener: 'members' | 'exporters'): Record<string, number[]> {
  const [members, exporters, jobs] = [
    podsOf(manifests, ({ kind }) => kind === 'StatefulSet'), podsOf(manifests, ({ kind }) => kind === 'Deployment'), podsOf(manifests, ({ kind }) => kind === 'CronJob'),
  ];
  const [target] = listener === 'members' ? members : exporters;
  const ports = [...new Set(Object.values(DATABASE_PORTS).flatMap(list => list.map(({ port }) => port as number))), 22, 10250].sort((a, b) => a - b);
  const actors: Record<string, Endpoint | undefined> = {
    members: members[0], exporter: exporters[0], backup: jobs[0], check: jobs[1], namespace: other, shop, prometheus: monitoring, outside, address,
  };
  return Object.fromEntries(Object.entries(actors).flatMap(([actor, from]) => {
    const open = from && target ? ports.filter(port => mayConnect(manifests, from, target, port)) : [];
    return open.length > 0 ? [[actor, open]] : [];
  }));
}

const named = (allowTo?: NetworkPeer[]) => DatabaseNetworkPolicy.restricted({
  allowFrom: [NetworkPeer.namespace('shop')], metricsFrom: [NetworkPeer.namespace('monitoring')], allowTo,
});

/** Written by hand, and not read from the table that the policies are built of: ports of the members with TLS and metrics, by who reaches them. */
interface Ports { members: number[]; clients: number[]; backup?: number[]; exporter?: number[]; scrapers?: number[]; exporterPort?: number }
const MEMBERS: Record<PresetName, Ports> = {
  RedisReplication: { members: [6379, 26379], clients: [6379, 6380, 26379], backup: [6379], exporter: [6379], exporterPort: 9121 },
  ZooKeeperEnsemble: { members: [2180, 2181, 2888, 3888], clients: [2181, 2281], scrapers: [7000] },
  MariaDbReplication: { members: [4444, 4567, 4568, 4569], clients: [3306], backup: [3306], exporter: [3306], exporterPort: 9104 },
  MySqlReplication: { members: [3306], clients: [3306, 3307], backup: [3306], exporter: [3306], exporterPort: 9104 },
  MongoReplicaSet: { members: [27017], clients: [27017], backup: [27017], exporter: [27017], exporterPort: 9216 },
  PostgreSqlCluster: { members: [5432, 8008], clients: [5432, 5433, 5434], backup: [5432, 5433, 8008], exporter: [5432], exporterPort: 9187 },
  RabbitMqCluster: { members: [4369, 25672], clients: [5671, 5672], scrapers: [15692] },
  CassandraRing: { members: [7000, 7070], clients: [9042], scrapers: [8080] },
};

const union = (...lists: (number[] | undefined)[]) => [...new Set(lists.flatMap(list => list ?? []))].sort((a, b) => a - b);
const defined = (record: Record<string, number[] | undefined>) => Object.fromEntries(Object.entries(record).filter(([, ports]) => ports));

describe.each(Object.keys(PRESETS) as PresetName[])('%s', preset => {
  const { members, clients, backup, exporter, scrapers, exporterPort } = MEMBERS[preset];

  test('its members are open to those who are named, port by port', () => {
    const manifests = synth(preset, { tlsSecret: 'tls', metrics: true, networkPolicy: named() });

    expect(reached(manifests, 'members')).toEqual(defined({ members, shop: clients, backup, exporter, prometheus: scrapers }));
  });

  test('its exporters are open to Prometheus alone', () => {
    const manifests = synth(preset, { metrics: true, networkPolicy: named() });

    expect(reached(manifests, 'exporters')).toEqual(defined({ prometheus: exporterPort ? [exporterPort] : undefined }));
  });

  test('without a word its namespace may use it, and nobody else; nobody may scrape', () => {
    const manifests = synth(preset, { tlsSecret: 'tls', metrics: true });

    const jobs = backup && { backup: union(clients, backup), check: clients };
    expect(reached(manifests, 'members')).toEqual(defined({
      members: union(members, clients), namespace: clients, ...jobs, exporter: exporter && union(clients, exporter),
    }));
    expect(reached(manifests, 'exporters')).toEqual({});
  });

  test('without TLS and metrics their ports are closed', () => {
    const manifests = synth(preset);

    const open = reached(manifests, 'members');
    expect(open.namespace).toEqual(clients.filter(port => ![2281, 5671].includes(port)));
    expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy')).toHaveLength(1);
  });

  test('with few who are let in it may still go everywhere, and look names up where it may not', () => {
    const free = synth(preset, { metrics: true, networkPolicy: named() });
    const bound = synth(preset, { metrics: true, networkPolicy: named([NetworkPeer.ipBlock('10.0.0.0/8')]) });
    const dns = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };

    const pods = (manifests: Manifest[]) => podsOf(manifests, ({ kind }) => kind === 'StatefulSet' || kind === 'Deployment');
    const may = (manifests: Manifest[], to: Endpoint, port: number, protocol?: string) =>
      [...new Set(pods(manifests).map(pod => mayConnect(manifests, pod, to, port, protocol)))];
    expect(may(free, address, 8443)).toEqual([true]);
    expect([may(bound, address, 8443), may(bound, { address: '10.1.2.3' }, 443), may(bound, dns, 53, 'UDP'), may(bound, dns, 80)]).toEqual([[false], [true], [true], [false]]);
    expect(reached(bound, 'members')).toEqual(reached(free, 'members'));
  });

  test('the pods of its Jobs are bound by no policy', () => {
    const manifests = synth(preset, { networkPolicy: named([]) });

    const jobs = podsOf(manifests, ({ kind }) => kind === 'Job' || kind === 'CronJob');
    expect(jobs.map(job => mayConnect(manifests, job, address, 443))).toEqual(jobs.map(() => true));
    expect(jobs.length).toBeGreaterThan(0);
  });

  test('every port that a container or a Service names is in the table, and Services lead to ports for clients', () => {
    const manifests = synth(preset, { tlsSecret: 'tls', metrics: true });
    const containers = manifests.flatMap(manifest => listOf(recordOf(podTemplateOf(manifest)?.spec).containers)).map(recordOf);
    const ports = containers.flatMap(({ ports: own }) => listOf(own)).map(recordOf);
    const numberOf = (target: unknown) => ports.find(({ name }) => name === target)?.containerPort ?? target;

    const services = manifests.filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP !== 'None').flatMap(({ spec }) => listOf(spec.ports)).map(recordOf);

    const table = DATABASE_PORTS[preset].map(({ port }) => port as number);
    expect(ports.map(({ containerPort }) => containerPort).filter(port => !table.includes(port))).toEqual([]);
    expect(services.map(({ targetPort }) => numberOf(targetPort)).filter(port => !clients.includes(port as number))).toEqual([]);
  });

  test('has no policy if none is asked for', () => {
    const manifests = synth(preset, { metrics: true, networkPolicy: DatabaseNetworkPolicy.none() });

    expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy')).toEqual([]);
  });
});

test('two databases of one namespace do not reach each other, and two names that begin alike are two databases', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  for (const name of ['db', 'db-2']) { new MariaDbReplication(chart, name, { networkPolicy: named(), metrics: true }); }
  const manifests = Testing.synth(chart);

  const [first, second] = podsOf(manifests, ({ kind }) => kind === 'StatefulSet');
  const [exporter] = podsOf(manifests, ({ kind }) => kind === 'Deployment');

  const ports = [3306, 4444, 4567, 4568, 4569];
  expect(ports.filter(port => mayConnect(manifests, second, first, port) || mayConnect(manifests, first, second, port))).toEqual([]);
  expect([first, second].map(member => mayConnect(manifests, exporter, member, 3306))).toEqual([true, false]);
});

test('peers that are none are refused with the place where they stand', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  const networkPolicy = DatabaseNetworkPolicy.restricted({
    allowFrom: [NetworkPeer.ipBlock('x')], metricsFrom: [NetworkPeer.namespace('A b')], allowTo: [NetworkPeer.ipBlock('10.0.0.0/8', ['11.0.0.0/8'])],
  });

  new RedisReplication(chart, 'cache', { networkPolicy });

  expect(refusals(chart)).toEqual([
    expect.stringContaining("'networkPolicy': 'allowFrom': 'ipBlock.cidr' must be"),
    expect.stringContaining("'networkPolicy': 'metricsFrom': "),
    expect.stringContaining("'networkPolicy': 'allowTo': 'except' must be a part of 10.0.0.0/8"),
  ]);
});

test('words of other tools lead to the right one', () => {
  const messages = [{ networkPolicy: false }, { allowFrom: [] }].map((props: any) => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
    new RedisReplication(chart, 'cache', props);
    return refusals(chart).join();
  });

  expect(messages[0]).toContain('write \'networkPolicy: DatabaseNetworkPolicy.none()\'');
  expect(messages[1]).toContain('write \'networkPolicy: DatabaseNetworkPolicy.restricted(');
});

test('no rule at all is no empty list, which each apply would change again', () => {
  const policies = synth('RedisReplication', { metrics: true }).filter(({ kind }) => kind === 'NetworkPolicy');

  const exporters = policies.find(({ metadata }) => metadata!.name === 'db-metrics')!;

  expect(exporters.spec).toMatchObject({ policyTypes: ['Ingress'] });
  expect(exporters.spec).not.toHaveProperty('ingress');
});
