import { Chart, Testing } from 'cdk8s';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { MongoReplicaSet } from '../../../src/constructs/databases/mongo/mongo-replica-set';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';

const PRESETS = { MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RedisReplication };

describe.each(Object.entries(PRESETS))('%s with metrics', (_, Preset) => {
  const synth = (metrics: boolean) => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
    new Preset(chart, 'db', { metrics });
    return Testing.synth(chart);
  };

  test('has the same members as without: no exporter can take them out of service', () => {
    const membersOf = (metrics: boolean) => synth(metrics).find(({ kind }) => kind === 'StatefulSet');

    expect(membersOf(true)).toEqual(membersOf(false));
  });

  test('has one exporter for each member, which asks that member alone', () => {
    const deployments = synth(true).filter(({ kind }) => kind === 'Deployment');

    const asked = deployments.map(({ spec }) => JSON.stringify(spec.template.spec.containers).match(/db-\d\.db-members\.data\.svc\.cluster\.local/g));
    expect(deployments.map(({ metadata }) => metadata.name)).toEqual(['db-metrics-0', 'db-metrics-1', 'db-metrics-2']);
    expect(asked).toEqual([0, 1, 2].map(ordinal => [`db-${ordinal}.db-members.data.svc.cluster.local`]));
  });

  test('has no Service that leads to an exporter', () => {
    const manifests = synth(true);

    const selectors = manifests.filter(({ kind }) => kind === 'Service').map(({ spec }) => spec.selector);
    const labels = manifests.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.template.metadata.labels);
    expect(labels).toHaveLength(3);
    expect(labels.filter(own => selectors.some(selector => Object.entries(selector).every(([key, value]) => own[key] === value)))).toEqual([]);
  });
});
