// A MongoDB replica set of three members; a Job in the cluster makes the password and the members' key, once.
import { App, Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { MongoReplicaSet, Namespace, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'catalog', { namespace: 'catalog' });

new Namespace(chart, 'catalog');
const db = new MongoReplicaSet(chart, 'catalog-db', { size: Size.gibibytes(50), memory: Size.gibibytes(3), metrics: true });

const password = Secret.fromSecretName(chart, 'DbPassword', db.passwordSecret);
new StatelessApp(chart, 'count', {
  image: 'mongo:8.0.29-noble',
  user: 999,
  command: ['sh', '-c', 'while mongosh "$DB_URI" --username root --password "$DB_PASSWORD" --eval "db.visits.insertOne({})" || true; do sleep 60; done'],
  env: { DB_URI: db.connectionString(), HOME: '/tmp' },
  envValues: { DB_PASSWORD: EnvValue.fromSecretValue({ secret: password, key: 'password' }) },
  scratch: [{ mountPath: '/tmp' }],
});

app.synth();
