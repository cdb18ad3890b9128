import { Chart, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { missingForClusters } from './harness/requirements';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const props = { passwordSecret: 'auth', metrics: true };
const memory = Size.mebibytes(1152);

/** An engine whose exporter is a pod of its own, and a line that it prints only when it could log in and ask the member. */
interface Engine {
  readonly name: string;
  readonly images: readonly string[];
  readonly port: number;
  readonly metric: RegExp;
  database(scope: Construct): void;
}

const ENGINES: Engine[] = [
  {
    name: 'Redis',
    images: ['redis', 'haproxy', 'redis_exporter'],
    port: 9121,
    metric: /^redis_connected_slaves/m,
    database: scope => new RedisReplication(scope, 'db', props),
  },
  {
    name: 'MariaDB',
    images: ['mariadb', 'haproxy', 'mysqld-exporter'],
    port: 9104,
    metric: /^mysql_global_status_wsrep_cluster_size 3/m,
    database: scope => new MariaDbReplication(scope, 'db', { ...props, memory }),
  },
  {
    name: 'MySQL',
    images: ['mysql', 'haproxy', 'mysqld-exporter'],
    port: 9104,
    metric: /^mysql_global_status_uptime \d/m,
    database: scope => new MySqlReplication(scope, 'db', { ...props, memory }),
  },
];

describe.each(ENGINES)('the exporter of $name', ({ images, port, metric, database }) => {
  const missing = missingForClusters(images);

  needs(!missing && ALL, missing ?? WITH_ALL).test('offers the metrics of its member, as an account that reads no data', async () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    database(chart);
    const cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password: 'correct"horse' } } });
    let answer = '';
    try {
      await cluster.open();
      await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
      await cluster.ready([0, 1, 2]);

      const { place } = await cluster.startDeployment('db-metrics-1');
      await until('the exporter has asked its member', 60, async () => {
        answer = (await cluster.run(['curl', '--silent', '--max-time', '5', `http://${place.address}:${port}/metrics`])).stdout;
        return metric.test(answer);
      }, () => `${answer}\n${cluster.logs()}`);
    } finally {
      await cluster.close();
    }

    expect(answer).toMatch(metric);
  });
});
