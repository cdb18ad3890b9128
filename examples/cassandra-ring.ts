// A ring of three Cassandra servers; clients connect as the role `admin` with the password that a Job in the cluster makes.
import { App, Chart, Size } from 'cdk8s';
import { CassandraRing, Namespace } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });

new Namespace(chart, 'telemetry');
new CassandraRing(chart, 'readings', { size: Size.gibibytes(100), memory: Size.gibibytes(9), metrics: true });

app.synth();
