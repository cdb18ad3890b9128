import { App, Chart, Size } from 'cdk8s';
import { HealthCheck, Namespace, NfsStorage, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'quickstart', { namespace: 'web' });

new Namespace(chart, 'web');
const nfs = new NfsStorage(chart, 'nfs', { server: '192.168.1.21', path: '/nfsdata' });
new StatefulApp(chart, 'httpd', {
  image: 'httpd:2.4.62',
  replicas: 3,
  ports: [{ name: 'http', port: 80 }],
  volumes: [{ name: 'htdocs', mountPath: '/usr/local/apache2/htdocs', size: Size.mebibytes(100), storage: nfs.storage }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  healthCheck: HealthCheck.http(),
});

app.synth();
