// A log collector on every node, control plane included, that reads the node's logs.
import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Namespace, NodeAgent, PodSecurity } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'node-agent', { namespace: 'logging' });

new Namespace(chart, 'logging', { podSecurity: PodSecurity.PRIVILEGED });

new NodeAgent(chart, 'fluentd', {
  image: 'fluent/fluentd:v1.17.1-1.0',
  user: 0,
  hostDirectories: [{ path: '/var/log' }],
  resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(200), limit: Size.mebibytes(200) } },
});

app.synth();
