// Redis with two replicas and Sentinel: it fails over by itself, and `cache.primaryHost` always leads to the primary.
import { App, Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { RedisReplication, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

const cache = new RedisReplication(chart, 'cache', { size: Size.gibibytes(4), memory: Size.gibibytes(1), metrics: true });

const password = Secret.fromSecretName(chart, 'CachePassword', cache.connectionSecret);
new StatelessApp(chart, 'web', {
  image: 'ghcr.io/example/web:1.4.0',
  env: { REDIS_HOST: cache.primaryHost, REDIS_PORT: String(cache.port) },
  envValues: { REDIS_PASSWORD: EnvValue.fromSecretValue({ secret: password, key: 'password' }) },
});

app.synth();
