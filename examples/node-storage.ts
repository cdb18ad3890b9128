// Three web servers, each on a node of its own with a directory of that node. The nodes are those of a kind cluster.
import { App, Chart, Duration, Size } from 'cdk8s';
import { HostPathVolumeType } from 'cdk8s-plus-27';
import { HealthCheck, Namespace, NodeStorage, NodeVolume, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'node-storage', { namespace: 'node-storage' });

new Namespace(chart, 'node-storage');
const disks = new NodeStorage(chart, 'disks', {
  storageClassName: 'my-storage-class',
  nodes: ['kind-worker', 'kind-worker2', 'kind-worker3'],
  path: '/tmp/data',
  volume: NodeVolume.hostPath({ type: HostPathVolumeType.DIRECTORY_OR_CREATE }),
});

new StatefulApp(chart, 'web', {
  serviceName: 'nginx',
  image: 'nginx:1.27.3',
  user: 101,
  replicas: 3,
  minReady: Duration.seconds(10),
  ports: [{ name: 'web', port: 80 }],
  volumes: [{ name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(10), storage: disks.storage }],
  scratch: [{ mountPath: '/var/cache/nginx' }, { mountPath: '/run' }],
  healthCheck: HealthCheck.tcp(),
  terminationGracePeriod: Duration.seconds(10),
});

app.synth();
