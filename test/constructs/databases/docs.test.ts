import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import * as library from '../../../src';
import { listOf, Manifest } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';

/** What the pages say is compared here with what the presets do. */
const textOf = (page: string) => readFileSync(join(__dirname, '../../../docs', `${page}.md`), 'utf8');
const PAGE = textOf('databases');
const {
  CassandraRing, MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RabbitMqCluster, RedisReplication, ZooKeeperEnsemble,
} = library;

/** Each database and its page in docs/databases/. */
const PRESETS = [
  [CassandraRing, 'cassandra'], [MariaDbReplication, 'mariadb'], [MongoReplicaSet, 'mongodb'], [MySqlReplication, 'mysql'],
  [PostgreSqlCluster, 'postgresql'], [RabbitMqCluster, 'rabbitmq'], [RedisReplication, 'redis'], [ZooKeeperEnsemble, 'zookeeper'],
] as const;

const hostsOf = (database: object) => ['host', 'primaryHost', 'readHost'].flatMap(name => (database as Record<string, string>)[name] ?? []);

const sectionOf = (title: string) => PAGE.split(/^## /m).find(text => text.startsWith(`${title}\n`))!;

describe.each(PRESETS)('%p', (Preset, page) => {
  const section = textOf(`databases/${page}`);
  const certificate = parse(/^```yaml\n([\s\S]*?)^```$/m.exec(section)![1]);
  const { namespace } = certificate.metadata;
  const name = certificate.metadata.name.replace(/-tls$/, '');
  const { chart, database } = synthesized();
  const manifests: Manifest[] = Testing.synth(chart);
  const set = manifests.find(({ kind }) => kind === 'StatefulSet')!;

  function synthesized() {
    const own = new Chart(Testing.app(), 'test', { namespace });
    return { chart: own, database: new Preset(own, name, { tlsSecret: certificate.spec.secretName, metrics: true }) };
  }
  const isValidFor = (host: string) => certificate.spec.dnsNames.some((dnsName: string) => dnsName === host || dnsName === host.replace(/^[^.]+/, '*'));

  test('its certificate is valid for every member, and for every Service that clients use', () => {
    const members = [0, 1, 2].map(ordinal => `${name}-${ordinal}.${set.spec.serviceName}.${namespace}.svc.cluster.local`);
    const services = manifests.filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP !== 'None').map(({ metadata }) => `${metadata!.name}.${namespace}.svc.cluster.local`);

    const without = [...members, ...services, ...hostsOf(database)].filter(host => !isValidFor(host));

    expect(hostsOf(database).length).toBeGreaterThan(0);
    expect(services.length).toBeGreaterThan(0);
    expect(without).toEqual([]);
  });

  test('its certificate is for members, which are servers and clients', () => {
    expect(certificate).toMatchObject({ apiVersion: 'cert-manager.io/v1', kind: 'Certificate' });
    expect(certificate.spec.usages).toEqual(expect.arrayContaining(['server auth', 'client auth']));
  });

  test('its key has the form that its scripts and its docs ask for', () => {
    const asks = /PKCS#8/.test(section);

    expect(certificate.spec.privateKey?.encoding).toBe(asks ? 'PKCS8' : undefined);
  });

  test('its metrics are on the port that the page says', () => {
    const containers = manifests.flatMap(manifest => podTemplateOf(manifest)?.spec.containers ?? []);
    const ports = containers.flatMap((container: any) => listOf(container.ports)).filter((port: any) => port.name === 'metrics');

    const [, documented] = new RegExp(`\`${Preset.name}\`[^|]*\\| (\\d+) \\|`).exec(sectionOf('Metrics'))!;

    expect(new Set(ports.map(({ containerPort }) => containerPort))).toEqual(new Set([Number(documented)]));
  });

  test('its image is the one that the page says', () => {
    const [, documented] = new RegExp(`^\\| \`${Preset.name}\` \\| \`([^\`]+)\``, 'm').exec(sectionOf('What was run, and on what'))!;

    expect(set.spec.template.spec.containers[0].image.split('-')[0]).toBe(documented.split('-')[0]);
  });

  test('its Services have the ports that the page says', () => {
    const [, documented] = new RegExp(`^\\| \\[\`${Preset.name}\`\\][^|]*\\|[^|]*\\|([^|]*)\\|`, 'm').exec(PAGE)!;
    const plain = new Chart(Testing.app(), 'plain', { namespace });
    new Preset(plain, name);
    const ports = [...manifests, ...Testing.synth(plain) as Manifest[]].filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP !== 'None').flatMap(({ spec }) => listOf(spec.ports)).map(({ port }) => port);

    expect(new Set(documented.match(/\b\d{4,5}\b/g)!.map(Number))).toEqual(new Set(ports));
  });

  test('its volume is as large as the page says', () => {
    const [, documented] = new RegExp(`\`${Preset.name}\`.*\\| (\\d+) GiB \\|`).exec(PAGE)!;

    expect(set.spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe(`${documented}Gi`);
  });

  test('says when to take it and when an operator, its limits, and what to do on day 2', () => {
    expect(section).toMatch(/\*\*Take it\*\*[\s\S]*\*\*Take an operator\*\*/);
    expect(section).toMatch(/\*\*Limits\*\*/);
    expect(section).toMatch(/\*\*Day 2/);
  });

  test('can be patched as the page shows', () => {
    expect(ApiObject.of(database).kind).toBe('StatefulSet');
    expect(set.spec.template.spec.topologySpreadConstraints[0]).toMatchObject({ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' });
  });
});

test('the PodMonitor selects an exporter for each member of its database', () => {
  const monitor = parse(/^```yaml\n([\s\S]*?)^```$/m.exec(sectionOf('Metrics'))![1]);
  const chart = new Chart(Testing.app(), 'test', { namespace: monitor.metadata.namespace });
  new RedisReplication(chart, monitor.metadata.name, { metrics: true });

  const labels: Array<Record<string, string>> = Testing.synth(chart).map(manifest => podTemplateOf(manifest)?.metadata?.labels ?? {});
  const selected = labels.filter(own => Object.entries(monitor.spec.selector.matchLabels).every(([key, value]) => own[key] === value));
  expect(selected).toHaveLength(3);
});
