// What newer versions of Kubernetes bring, for a cluster that is declared with one: 1.35 has all of this.
import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Checks, ClientService, Cluster, HealthCheck, ResizeRestartPolicy, StatefulApp, Task, TrafficDistribution } from 'cdk8s-stateful';

const app = new App();
Checks.of(app).cluster(new Cluster('prod', { kubernetesVersion: '1.35' }));
const chart = new Chart(app, 'newer-kubernetes');

new StatefulApp(chart, 'search', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  replicas: 3,
  ports: [{ name: 'redis', port: 6379 }],
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
  clientService: ClientService.clusterIp({ trafficDistribution: TrafficDistribution.PREFER_SAME_ZONE }),
  // Root in the pod is nobody on the node.
  hostUsers: false,
  // The proxy takes what the server leaves.
  podResources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) } },
  resizePolicy: { memory: ResizeRestartPolicy.RESTART_CONTAINER },
  imageVolumes: [{ image: 'registry.example.com/redis-modules:1.4', mountPath: '/modules' }],
  sidecars: [{ name: 'proxy', image: 'haproxy:3.2.4-bookworm', ports: [{ name: 'proxy', containerPort: 6380 }] }],
  nativeSidecars: true,
});

// The Job ends with its task, although the proxy beside it would go on.
new Task(chart, 'reindex', {
  image: 'alpine:3.22',
  command: ['wget', '-qO-', 'http://127.0.0.1:8080/reindex'],
  sidecars: [{ name: 'proxy', image: 'haproxy:3.2.4-bookworm', ports: [{ containerPort: 8080 }] }],
  activeDeadline: Duration.minutes(10),
});

app.synth();
