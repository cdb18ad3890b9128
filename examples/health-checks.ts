// Has it started, may it serve, is it alive: over HTTP, TCP and with a command.
import { App, Chart, Duration } from 'cdk8s';
import { ImagePullPolicy } from 'cdk8s-plus-27';
import { HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'health-checks');

new StatefulApp(chart, 'shop', {
  image: 'httpd:2.4.62',
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  ports: [{ name: 'http', port: 80 }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  startupCheck: HealthCheck.exec(['test', '-f', '/usr/local/apache2/logs/httpd.pid'], { startupBudget: Duration.minutes(20) }),
  readinessCheck: HealthCheck.http({ path: '/', interval: Duration.seconds(5) }),
  livenessCheck: HealthCheck.tcp({ failureBudget: Duration.minutes(3) }),
});

app.synth();
