// Before an app is deleted: no pods, so that they stop one by one in order, and every claim stays.
import { App, Chart, Size } from 'cdk8s';
import { ClaimRetention, HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'scale-to-zero');

new StatefulApp(chart, 'archive', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  replicas: 0,
  ports: [{ name: 'redis', port: 6379 }],
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
  claimRetention: ClaimRetention.retain(),
});

app.synth();
