// Takes over a Redis that a Helm chart installed as release `shop`: the same set, the same pods, the same claims.
import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { ClientService, HealthCheck, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'adoption-from-helm');

const labels = {
  'app.kubernetes.io/name': 'redis',
  'app.kubernetes.io/instance': 'shop',
  'app.kubernetes.io/component': 'master',
};

const redis = new StatefulApp(chart, 'cache', {
  name: 'shop-redis-master',
  serviceName: 'shop-redis-headless',
  selectorLabels: labels,
  image: 'redis:7.2.4',
  user: 1001,
  ports: [{ name: 'redis', port: 6379 }],
  clientService: ClientService.clusterIp(),
  volumes: [{ name: 'redis-data', mountPath: '/data', size: Size.gibibytes(8), claimLabels: labels }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
});

// Containers are merged by name: under another name it would run beside the old one, on the same data.
ApiObject.of(redis).addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/name', 'redis'));
// Clients go on using the name that the chart gave to its Service.
ApiObject.of(redis.service!).addJsonPatch(JsonPatch.replace('/metadata/name', 'shop-redis-master'));

app.synth();
