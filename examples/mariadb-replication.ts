// MariaDB with three members that all hold all data; the password is in a Secret that exists already.
import { App, Chart, Size } from 'cdk8s';
import { MariaDbReplication } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

new MariaDbReplication(chart, 'orders-db', {
  size: Size.gibibytes(50),
  bufferPool: Size.gibibytes(4),
  passwordSecret: 'orders-db-root',
  tlsSecret: 'orders-db-tls',
});

app.synth();
