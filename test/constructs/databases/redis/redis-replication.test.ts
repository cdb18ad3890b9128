import { Testing } from 'cdk8s';
import { RedisEngine } from '../../../../src/constructs/databases/redis/redis-engine';
import { RedisReplication } from '../../../../src/constructs/databases/redis/redis-replication';
import { newChart, refusals } from '../../../support/synth';

const imagesOf = (engine?: RedisEngine) => {
  const chart = newChart();
  const { dumpMethod } = new RedisReplication(chart, 'db', { engine, metrics: true });
  const text = JSON.stringify(Testing.synth(chart));
  return [...new Set([...text.matchAll(/"image":"((?:redis|valkey)[^"]*)"/g)].map(([, image]) => image)), dumpMethod.image];
};

test.each([
  [undefined, 'redis:8.2.1-bookworm'],
  [RedisEngine.REDIS, 'redis:8.2.1-bookworm'],
  [RedisEngine.VALKEY, 'valkey/valkey:9.1.0-trixie'],
])('with the engine %s every container that needs it, and the dump, has the image %s', (engine, image) => {
  expect(imagesOf(engine)).toEqual([image, image]);
});

test('the administrator and the account of exporters are no users', () => {
  const chart = newChart();

  new RedisReplication(chart, 'db', { users: [{ name: 'default' }, { name: 'metrics' }, { name: 'shop' }] });

  expect(refusals(chart)).toEqual([
    "[chart/db] 'users' has 'default', which the server has for itself; choose another name",
    "[chart/db] 'users' has 'metrics', which the server has for itself; choose another name",
  ]);
});

test('an engine that nobody knows is refused', () => {
  const chart = newChart();

  new RedisReplication(chart, 'db', { engine: 'Valkey' as any });

  expect(refusals(chart)).toEqual(["[chart/db] 'engine' must be one of 'redis', 'valkey', got 'Valkey'; write 'engine: \"valkey\"'"]);
});
