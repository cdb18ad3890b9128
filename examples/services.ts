// Three ways for clients to reach an app: inside the cluster, on every node, from the internet.
import { App, Chart } from 'cdk8s';
import { ClientService, HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'services');

const web = {
  image: 'httpd:2.4.62',
  ports: [{ name: 'http', port: 80 }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  healthCheck: HealthCheck.http(),
};

new StatefulApp(chart, 'inside', { ...web, clientService: ClientService.clusterIp() });
new StatefulApp(chart, 'nodes', { ...web, clientService: ClientService.nodePort({ nodePort: 30080 }) });
new StatefulApp(chart, 'internet', { ...web, clientService: ClientService.loadBalancer({ sourceRanges: ['203.0.113.0/24'] }) });

app.synth();
