// As many web servers as their load asks for.
import { App, Chart } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { HealthCheck, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'autoscaling');

new StatelessApp(chart, 'front', {
  image: 'httpd:2.4.62',
  ports: [{ name: 'http', port: 80 }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  healthCheck: HealthCheck.http(),
  resources: { cpu: { request: Cpu.millis(100) } },
  autoscaling: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 },
});

app.synth();
