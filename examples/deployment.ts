// Two web servers that are all alike, with limits.
import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { HealthCheck, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'deployment');

new StatelessApp(chart, 'my-nginx', {
  image: 'nginx:1.27.3',
  user: 101,
  replicas: 2,
  ports: [{ name: 'http', port: 80 }],
  scratch: [{ mountPath: '/var/cache/nginx' }, { mountPath: '/run' }],
  healthCheck: HealthCheck.http(),
  resources: { cpu: { limit: Cpu.millis(500) }, memory: { limit: Size.mebibytes(128) } },
});

app.synth();
