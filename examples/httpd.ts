// Three web servers with DNS names of their own and no data.
import { App, Chart } from 'cdk8s';
import { HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'httpd');

new StatefulApp(chart, 'statefulset-test', {
  serviceName: 'headless-svc',
  image: 'httpd:2.4.62',
  replicas: 3,
  ports: [{ name: 'http', port: 80 }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  healthCheck: HealthCheck.http(),
});

app.synth();
