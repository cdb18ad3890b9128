// Three web servers whose volumes are in the manifests: pod i always gets directory i. A fourth is ready for the next pod.
import { App, Chart, Size } from 'cdk8s';
import { HealthCheck, Namespace, NfsBackend, NfsStorage, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'nfs-static', { namespace: 'nfs-static' });

new Namespace(chart, 'nfs-static');
const nfs = new NfsStorage(chart, 'nfs', {
  server: '192.168.10.33',
  path: '/nfs-data',
  mountOptions: ['nfsvers=4.1', 'hard'],
  backend: NfsBackend.staticVolumes({ replicas: 4 }),
});

new StatefulApp(chart, 'myapp', {
  serviceName: 'statefulset-headless',
  image: 'nginx:1.27.3',
  user: 101,
  replicas: 3,
  ports: [{ name: 'web', port: 80 }],
  volumes: [{ name: 'myappdata', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(1), storage: nfs.storage }],
  scratch: [{ mountPath: '/var/cache/nginx' }, { mountPath: '/run' }],
  healthCheck: HealthCheck.tcp(),
});

// Nothing makes the directories: these commands do, on the server.
console.log(nfs.directoryCommands().join('\n'));

app.synth();
