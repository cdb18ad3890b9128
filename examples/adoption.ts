// Takes over a StatefulSet that somebody wrote by hand, with its pods, its claims and their data.
import { App, Chart, Size } from 'cdk8s';
import { HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'adoption');

const store = new StatefulApp(chart, 'Store', {
  name: 'rd',
  serviceName: 'redis',
  selectorLabels: { app: 'redis' },
  image: 'redis:8.2.10-bookworm',
  user: 999,
  replicas: 3,
  ports: [{ name: 'peer', port: 6379 }],
  volumes: [{ name: 'datadir', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
});

// datadir-rd-0 datadir-rd-1 datadir-rd-2
console.log(store.podNames.map((_, ordinal) => store.claimName('datadir', ordinal)).join(' '));

app.synth();
