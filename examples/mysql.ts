// One MySQL server. Its root password stands in its log, once, when the volume is empty.
import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { HealthCheck, NetworkPeer, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'mysql');

new StatefulApp(chart, 'mysql', {
  image: 'mysql:8.4.3',
  user: 999,
  ports: [{ name: 'mysql', port: 3306 }],
  env: { MYSQL_RANDOM_ROOT_PASSWORD: 'yes' },
  volumes: [{ name: 'data', mountPath: '/var/lib/mysql', subPath: 'mysql', size: Size.gibibytes(20) }],
  files: [{ path: '/etc/mysql/conf.d/durable.cnf', content: '[mysqld]\ninnodb_flush_log_at_trx_commit = 1\nsync_binlog = 1\n' }],
  resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1), limit: Size.gibibytes(1) } },
  startupCheck: HealthCheck.tcp({ startupBudget: Duration.minutes(30) }),
  readinessCheck: HealthCheck.exec(['mysqladmin', 'ping', '--host=127.0.0.1']),
  livenessCheck: HealthCheck.tcp({ failureBudget: Duration.minutes(5) }),
  terminationGracePeriod: Duration.minutes(2),
  allowFrom: [NetworkPeer.pods({ 'app.kubernetes.io/name': 'shop' })],
});

app.synth();
