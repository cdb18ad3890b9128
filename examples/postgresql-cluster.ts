// PostgreSQL with a primary and two members that take over by themselves, a database and its users; it can be brought back to any second of the last week.
import { App, Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Backup, Namespace, PostgreSqlCluster, PostgreSqlPooler, PostgreSqlWalArchive, RestoreCheck, DatabaseAccess, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'sales', { namespace: 'sales' });

new Namespace(chart, 'sales');
const database = new PostgreSqlCluster(chart, 'sales-db', {
  size: Size.gibibytes(50),
  memory: Size.gibibytes(4),
  metrics: true,
  users: [{ name: 'shop' }, { name: 'reports', grants: [{ database: 'orders', access: DatabaseAccess.READ }] }],
  databases: [{ name: 'orders', owner: 'shop', extensions: ['pg_trgm'] }],
  initScripts: [{ name: 'tables', database: 'orders', content: 'CREATE TABLE items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);' }],
});

const backup = new Backup(chart, 'sales-db-backup', { database, size: Size.gibibytes(400) });
new RestoreCheck(chart, 'sales-db-check', { backup });
new PostgreSqlWalArchive(chart, 'sales-db-wal', { database });

const pooler = new PostgreSqlPooler(chart, 'sales-db-pooler', { database, users: ['shop'] });

const password = Secret.fromSecretName(chart, 'ShopPassword', database.userSecret('shop'));
new StatelessApp(chart, 'clock', {
  image: 'postgres:17.11-bookworm',
  user: 999,
  command: ['sh', '-c', 'while psql --username=shop "$DATABASE" --command="INSERT INTO items (name) VALUES (now()::text)" || true; do sleep 10; done'],
  env: { DATABASE: pooler.connectionString('orders') },
  envValues: { PGPASSWORD: EnvValue.fromSecretValue({ secret: password, key: 'password' }) },
});

app.synth();
