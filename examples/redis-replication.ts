// Redis with two replicas and Sentinel: it fails over by itself, and `cache.primaryHost` always leads to the primary.
import { App, Chart, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Namespace, RedisReplication, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new Namespace(chart, 'shop');
const cache = new RedisReplication(chart, 'cache', { size: Size.gibibytes(4), memory: Size.mebibytes(1536), metrics: true });

const password = Secret.fromSecretName(chart, 'CachePassword', cache.passwordSecret);
new StatelessApp(chart, 'visits', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  command: ['sh', '-c', 'while redis-cli -h "$REDIS_HOST" INCR visits || true; do sleep 10; done'],
  env: { REDIS_HOST: cache.primaryHost },
  envValues: { REDISCLI_AUTH: EnvValue.fromSecretValue({ secret: password, key: 'password' }) },
});

app.synth();
