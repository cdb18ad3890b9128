// Two web servers, each with a volume of the cluster's default StorageClass.
import { App, Chart, Duration, Size } from 'cdk8s';
import { HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'nginx-dynamic');

new StatefulApp(chart, 'web', {
  serviceName: 'nginx',
  image: 'nginx:1.27.3',
  user: 101,
  replicas: 2,
  ports: [{ name: 'web', port: 80 }],
  volumes: [{ name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(1) }],
  scratch: [{ mountPath: '/var/cache/nginx' }, { mountPath: '/run' }],
  healthCheck: HealthCheck.tcp(),
  terminationGracePeriod: Duration.seconds(10),
});

app.synth();
