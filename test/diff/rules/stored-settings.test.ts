import { found, podTemplate, statefulSet } from '../support';

const database = (image: string, args: string[] = [], env: Record<string, string> = {}) => statefulSet({
  template: podTemplate({ image, args, env: Object.entries(env).map(([name, value]) => ({ name, value })), volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
});
const changed = (before: object, after: object) => found('stored-setting-changed', [before as any], [after as any]).map(({ effect, before: was, after: is }) => `${effect}: ${String(was)} → ${String(is)}`);

describe('stored-setting-changed: what a program finds in its data', () => {
  test('the append-only file of Redis does not begin with the snapshot', () => {
    expect(changed(database('redis:7.4.1'), database('redis:7.4.1', ['--appendonly', 'yes']))).toEqual(['strands-data: no → yes']);
    expect(changed(database('redis:7.4.1', ['--appendonly', 'yes']), database('redis:7.4.1'))).toEqual([]);
  });

  test('a file may have said the same before', () => {
    expect(changed(database('redis:7.4.1', ['/etc/redis.conf']), database('redis:7.4.1', ['/etc/redis.conf', '--appendonly', 'yes']))).toEqual([]);
  });

  test.each(['bitnami/redis:7.4.1', 'registry.example.com/redis:7.4.1'])('an image of others, %s, may have said it before', image => {
    expect(changed(database(image), database('redis:7.4.1', ['--appendonly', 'yes']))).toEqual([]);
    expect(changed(database(image), database(image, ['--appendonly', 'yes']))).toEqual([]);
    expect(changed(database(image, ['--appendonly', 'no']), database('redis:7.4.1', ['--appendonly', 'yes']))).toEqual(['strands-data: no → yes']);
  });

  test.each([
    ['mongo:7.0.5', ['--replSet', 'a'], ['--replSet=b'], ['restart: a → b']],
    ['mongo:7.0.5', ['--replSet', 'a'], ['--replSet', 'a', '--directoryperdb'], ['restart: no → yes']],
    ['mongo:7.0.5', [], ['--replSet', 'a'], []],
    ['mysql:8.4.3', [], ['--lower_case_table_names=1'], ['restart: 0 → 1']],
    ['mysql:5.7', [], ['--lower_case_table_names=1'], []],
    ['app:1', ['--replSet', 'a'], ['--replSet', 'b'], []],
  ])('%s %j to %j', (image, before, after, expected) => {
    expect(changed(database(image, before), database(image, after))).toEqual(expected);
  });

  test.each([
    ['rabbitmq:4.0.2', 'RABBITMQ_NODENAME', ['strands-data: 1 → 2']],
    ['apache/kafka:3.9.0', 'KAFKA_NODE_ID', ['restart: 1 → 2']],
    ['bitnami/kafka:3.9.0', 'KAFKA_CFG_NODE_ID', ['restart: 1 → 2']],
    ['cassandra:4.1.7', 'CASSANDRA_NUM_TOKENS', ['restart: 1 → 2']],
    ['cassandra:4.1.7', 'CASSANDRA_SEEDS', []],
  ])('the variable of %s: %s', (image, name, expected) => {
    expect(changed(database(image, [], { [name]: '1' }), database(image, [], { [name]: '2' }))).toEqual(expected);
  });

  test('the directory of RabbitMQ may have a name of its own', () => {
    const queue = (name: string) => database('rabbitmq:4.0.2', [], { RABBITMQ_NODENAME: name, RABBITMQ_MNESIA_DIR: '/data/mnesia' });

    expect(changed(queue('a@b'), queue('b@b'))).toEqual([]);
  });
});
