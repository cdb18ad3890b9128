// A new version on the last pod only. When it does well, set the partition to 0; if not, the image back.
import { App, Chart, Duration, Size } from 'cdk8s';
import { HealthCheck, StatefulApp, UpdateStrategy } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'canary');

new StatefulApp(chart, 'carts', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  replicas: 3,
  ports: [{ name: 'redis', port: 6379 }],
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
  updateStrategy: UpdateStrategy.rollingUpdate({ partition: 2 }),
  minReady: Duration.seconds(30),
});

app.synth();
