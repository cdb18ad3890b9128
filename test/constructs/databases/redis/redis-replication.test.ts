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
  [undefined, 'redis:8.2.10-bookworm'],
  [RedisEngine.REDIS, 'redis:8.2.10-bookworm'],
  [RedisEngine.VALKEY, 'valkey/valkey:9.1.1-trixie'],
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

test.each([
  [{ image: 'valkey/valkey:8.1' }, "'image' is of valkey, and 'engine' is redis, which does not read its data, got 'valkey/valkey:8.1'; write 'engine: RedisEngine.VALKEY'"],
  [{ image: 'registry.example.com/redis:9.0', engine: RedisEngine.VALKEY }, "'image' is of redis, and 'engine' is valkey, which does not read its data, got 'registry.example.com/redis:9.0'; write 'engine: RedisEngine.REDIS'"],
])('%j, an image of the other engine, is refused', (props, message) => {
  const chart = newChart();

  new RedisReplication(chart, 'db', props);

  expect(refusals(chart)).toEqual([`[chart/db] ${message}`]);
});

test('an engine that nobody knows is refused', () => {
  const chart = newChart();

  new RedisReplication(chart, 'db', { engine: 'Valkey' as any });

  expect(refusals(chart)).toEqual(["[chart/db] 'engine' must be one of 'redis', 'valkey', got 'Valkey'; write 'engine: \"valkey\"'"]);
});
