// One Redis server that writes every change to its volume.
import { App, Chart, Size } from 'cdk8s';
import { ClientService, HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'redis');

new StatefulApp(chart, 'sessions', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  args: ['--appendonly', 'yes', '--dir', '/data'],
  ports: [{ name: 'redis', port: 6379 }],
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
  clientService: ClientService.clusterIp(),
  readOnlyRootFilesystem: true,
});

app.synth();
