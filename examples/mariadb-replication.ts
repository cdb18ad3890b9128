// MariaDB with three members that all hold all data; a Job in the cluster makes the password, once.
import { App, Chart, Size } from 'cdk8s';
import { MariaDbReplication, Namespace } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

new Namespace(chart, 'orders');
new MariaDbReplication(chart, 'orders-db', {
  size: Size.gibibytes(50),
  memory: Size.gibibytes(5),
  metrics: true,
});

app.synth();
