// MySQL with a primary and two members that take over by themselves; a Job in the cluster makes the password, once.
import { App, Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { MySqlReplication, Namespace, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'billing', { namespace: 'billing' });

new Namespace(chart, 'billing');
const db = new MySqlReplication(chart, 'billing-db', { size: Size.gibibytes(50), memory: Size.gibibytes(5), metrics: true });

const password = Secret.fromSecretName(chart, 'DbPassword', db.passwordSecret);
new StatelessApp(chart, 'clock', {
  image: 'mysql:8.4.6',
  user: 999,
  command: ['sh', '-c', 'while mysql --host="$DB_HOST" --user=root --execute="SELECT NOW(), @@report_host" || true; do sleep 10; done'],
  env: { DB_HOST: db.primaryHost },
  envValues: { MYSQL_PWD: EnvValue.fromSecretValue({ secret: password, key: 'password' }) },
});

app.synth();
