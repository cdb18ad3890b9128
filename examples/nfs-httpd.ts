// Three web servers, each with a directory on an NFS server that a provisioner in the cluster makes.
import { App, Chart, Size } from 'cdk8s';
import { HealthCheck, Namespace, NfsBackend, NfsStorage, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'nfs-httpd', { namespace: 'nfs-httpd' });

new Namespace(chart, 'nfs-httpd');
const nfs = new NfsStorage(chart, 'nfs', {
  server: '192.168.1.21',
  path: '/nfsdata',
  backend: NfsBackend.subdirectoryProvisioner({ storageClassName: 'stateful-nfs', provisionerName: 'example.com/stateful-nfs' }),
});

new StatefulApp(chart, 'statefulset-test', {
  serviceName: 'headless-svc',
  image: 'httpd:2.4.62',
  replicas: 3,
  ports: [{ name: 'http', port: 80 }],
  volumes: [{ name: 'test', mountPath: '/mnt', size: Size.mebibytes(100), storage: nfs.storage }],
  scratch: [{ mountPath: '/usr/local/apache2/logs' }],
  healthCheck: HealthCheck.http(),
});

// What the NFS server needs, for its administrator.
console.log([...nfs.directoryCommands(), ...nfs.exportsLines('192.168.1.0/24')].join('\n'));

app.synth();
