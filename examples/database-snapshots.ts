// A Cassandra ring of which every volume is snapshotted four times a day; the last week stays. The class is one of your CSI driver.
import { App, Chart, Size } from 'cdk8s';
import { CassandraRing, Namespace, SnapshotBackup } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'readings', { namespace: 'readings' });

new Namespace(chart, 'readings');
const database = new CassandraRing(chart, 'readings-db', { size: Size.gibibytes(200) });

new SnapshotBackup(chart, 'readings-db-snapshots', {
  claimNames: database.claimNames,
  volumeSnapshotClassName: 'csi-snapshots',
  schedule: '30 */6 * * *',
  keep: 28,
});

app.synth();
