// A ZooKeeper ensemble of five: two members may be lost, or down for maintenance, at once.
import { App, Chart, Size } from 'cdk8s';
import { Namespace, ZooKeeperEnsemble } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'coordination', { namespace: 'coordination' });

new Namespace(chart, 'coordination');
const zookeeper = new ZooKeeperEnsemble(chart, 'zk', {
  replicas: 5,
  size: Size.gibibytes(10),
  memory: Size.mebibytes(1536),
  metrics: true,
});

console.log(`clients connect to ${zookeeper.connectionString()}`);
app.synth();
