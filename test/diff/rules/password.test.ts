import { found, object, podTemplate, statefulSet } from '../support';

const from = (name: string, secret: string, key = 'password') => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } });
const set = (image: string, env: object[], spec: object = {}) => statefulSet({ template: podTemplate({ image, env }), ...spec });
const secret = (name: string, password: string) => object('v1', 'Secret', { data: { password: Buffer.from(password).toString('base64') } }, name);

describe('database-password-changed: the password of a database changed', () => {
  test.each([
    ['mysql:8.4', 'MYSQL_ROOT_PASSWORD'],
    ['mysql:8.4', 'MYSQL_PWD'],
    ['registry:5000/mariadb:11.4', 'MARIADB_ROOT_PASSWORD'],
    ['postgres:16', 'POSTGRES_PASSWORD'],
    ['mongo:7.0', 'MONGO_INITDB_ROOT_PASSWORD'],
    ['cassandra:5.0', 'CASSANDRA_PASSWORD'],
    ['rabbitmq:4', 'RABBITMQ_DEFAULT_PASS'],
  ])('%s keeps the old one of %s in its data', (image, name) => {
    const changes = found('database-password-changed', [set(image, [from(name, 'a')])], [set(image, [from(name, 'b')])]);

    expect(changes).toMatchObject([{
      id: `database-password-changed:data/db/${name}`,
      effect: 'access',
      path: '/spec/template/spec/containers/0/env/0',
      before: 'Secret a, password',
      after: 'Secret b, password',
      message: expect.stringContaining('the password in the data stays the old one'),
      fix: expect.stringContaining('change the password in the database first'),
    }]);
  });

  test.each([
    ['redis:7.4', 'REDISCLI_AUTH'],
    ['zookeeper:3.9', 'ZOO_SUPER_PASSWORD'],
    ['mongo:7.0', 'MONGO_KEY'],
  ])('members of %s show each other %s, and refuse another one during the roll', (image, name) => {
    const sides = (spec: object, before: object = spec) => found('database-password-changed', [set(image, [from(name, 'a')], before)], [set(image, [from(name, 'b')], spec)]);

    expect(sides({})).toMatchObject([{ message: expect.stringContaining('refuse each other'), fix: expect.stringContaining('delete all pods') }]);
    expect([sides({ replicas: 1 }), sides({ updateStrategy: { type: 'OnDelete' } }), sides({ replicas: 3 }, { replicas: 0 })]).toEqual([[], [], []]);
  });

  test('another value in place is one, and is not printed', () => {
    const changes = found('database-password-changed', [set('postgres:16', [{ name: 'POSTGRES_PASSWORD', value: 'old' }])], [set('postgres:16', [{ name: 'POSTGRES_PASSWORD', value: 'new' }])]);

    expect(changes).toMatchObject([{ before: '(a value)', after: '(a value)' }]);
  });

  test('another value in the same Secret is one, and no restart helps against it', () => {
    const reader = (image: string) => set(image, [from('POSTGRES_PASSWORD', 'a')]);
    const sides = (image: string): Parameters<typeof found> => ['database-password-changed', [secret('a', 'old'), reader(image)], [secret('a', 'new'), reader(image)]];

    expect(found(...sides('postgres:16'))).toMatchObject([{ id: 'database-password-changed:data/a/db/POSTGRES_PASSWORD', path: '/data/password', before: '(redacted)' }]);
    expect(found('config-read-once', ...sides('postgres:16').slice(1) as [any, any])).toEqual([]);
    expect(found(...sides('example/app:1'))).toEqual([]);
    expect(found('config-read-once', ...sides('example/app:1').slice(1) as [any, any])).toHaveLength(1);
  });

  test('the same password under another name is no danger', () => {
    const before = [secret('a', 'same'), set('postgres:16', [from('POSTGRES_PASSWORD', 'a')])];
    const copied = [secret('a', 'same'), secret('b', 'same'), set('postgres:16', [from('POSTGRES_PASSWORD', 'b')])];
    const other = [secret('a', 'same'), secret('b', 'other'), set('postgres:16', [from('POSTGRES_PASSWORD', 'b')])];

    expect(found('database-password-changed', before, copied)).toEqual([]);
    expect(found('database-password-changed', before, other)).toHaveLength(1);
  });

  test.each([
    ['what asks no other member', 'zookeeper:3.9', 'ZOO_ADMIN_PASSWORD'],
    ['a client of a database', 'example/shop:1', 'POSTGRES_PASSWORD'],
    ['another variable', 'postgres:16', 'POSTGRES_INITDB_ARGS'],
  ])('%s is no danger', (_, image, name) => {
    expect(found('database-password-changed', [set(image, [from(name, 'a')])], [set(image, [from(name, 'b')])])).toEqual([]);
  });

  test('a database without data reads it anew', () => {
    const scratch = (name: string) => statefulSet({
      volumeClaimTemplates: [], template: podTemplate({ env: [from('POSTGRES_PASSWORD', name)] }, { volumes: [{ name: 'data', emptyDir: {} }] }),
    });

    expect(found('database-password-changed', [scratch('a')], [scratch('b')])).toEqual([]);
  });

  test('a variable that comes or goes is not another password', () => {
    const [none, one] = [set('mysql:8.4', []), set('mysql:8.4', [from('MYSQL_ROOT_PASSWORD', 'a')])];

    expect([...found('database-password-changed', [none], [one]), ...found('database-password-changed', [one], [none])]).toEqual([]);
  });
});
