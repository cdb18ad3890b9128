// Three web servers in a namespace of their own, each with a page of its own that outlives its pod.
import { App, Chart, Size } from 'cdk8s';
import { HealthCheck, Namespace, NfsStorage, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'nfs-pages', { namespace: 'xgp-lll' });

new Namespace(chart, 'xgp-lll');
const nfs = new NfsStorage(chart, 'nfs', { server: '192.168.1.21', path: '/nfsdata' });

new StatefulApp(chart, 'statefulset-test', {
  serviceName: 'headless-svc',
  image: 'httpd:2.4.62',
  replicas: 3,
  ports: [{ name: 'http', port: 80 }],
  volumes: [{ name: 'test', mountPath: '/usr/local/apache2/htdocs', size: Size.mebibytes(100), storage: nfs.storage }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  initContainers: [{
    name: 'first-page',
    image: 'busybox:1.36.1',
    command: ['sh', '-c', '[ -e /pages/index.html ] || hostname > /pages/index.html'],
    volumeMounts: [{ name: 'test', mountPath: '/pages' }],
  }],
  healthCheck: HealthCheck.http(),
});

app.synth();
