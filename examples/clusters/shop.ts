// A shop in three environments and two regions: six clusters, a version of Kubernetes for each region, one app.
import { Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  Checks, Cluster, DatabaseNetworkPolicy, LinearApp, MariaDbReplication, Namespace, NetworkPeer, RedisReplication, StatelessApp, Storage,
} from 'cdk8s-stateful';

const ENVIRONMENTS = [
  { environment: 'dev', webs: 1, size: Size.gibibytes(1) },
  { environment: 'staging', webs: 2, size: Size.gibibytes(10) },
  { environment: 'prod', webs: 4, size: Size.gibibytes(50) },
];
const REGIONS = [
  { region: 'eu', kubernetesVersion: '1.35', storageClass: 'gp3' },
  { region: 'us', kubernetesVersion: '1.36', storageClass: 'premium-rwo' },
];

type Place = typeof ENVIRONMENTS[number] & typeof REGIONS[number];

/** What is the same everywhere: a database, a cache, the web servers, and who may connect to whom. */
class Shop extends Chart {
  constructor(scope: Construct, { environment, region, kubernetesVersion, webs, size, storageClass }: Place) {
    super(scope, `${environment}-${region}`, { namespace: 'shop' });
    // First of all: what is below may depend on the version.
    Checks.of(this).cluster(new Cluster(`${environment}/${region}`, {
      kubernetesVersion,
      environment: { objects: [{ kind: 'StorageClass', name: storageClass }], complete: true },
    }));

    new Namespace(this, 'shop');
    const storage = Storage.dynamic({ storageClassName: storageClass });
    const networkPolicy = DatabaseNetworkPolicy.restricted({ allowFrom: [NetworkPeer.pods({ 'app.kubernetes.io/name': 'web' })] });
    const orders = new MariaDbReplication(this, 'orders', { size, storage, networkPolicy });
    const cache = new RedisReplication(this, 'cache', { size: Size.gibibytes(1), storage, networkPolicy });
    const password = (of: { passwordSecret: string }, id: string) =>
      EnvValue.fromSecretValue({ secret: Secret.fromSecretName(this, id, of.passwordSecret), key: 'password' });
    new StatelessApp(this, 'web', {
      image: 'registry.example.com/shop:4.2.0',
      replicas: webs,
      ports: [{ name: 'http', port: 8080 }],
      env: { ORDERS_HOST: orders.host, CACHE_HOST: cache.primaryHost },
      envValues: { ORDERS_PASSWORD: password(orders, 'OrdersPassword'), CACHE_PASSWORD: password(cache, 'CachePassword') },
      allowFrom: [NetworkPeer.namespace('ingress')],
    });
  }
}

const app = new LinearApp();
for (const environment of ENVIRONMENTS) {
  for (const region of REGIONS) { new Shop(app, { ...environment, ...region }); }
}

app.synth();
