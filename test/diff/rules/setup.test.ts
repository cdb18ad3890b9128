import { found, object, podTemplate, statefulSet } from '../support';

const database = (image: string, env: Record<string, string>, spec: object = {}, mounts: object[] = []) => statefulSet({
  template: podTemplate({
    image,
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    volumeMounts: [{ name: 'data', mountPath: '/data' }, ...mounts],
  }, spec),
});

describe('database-setup-changed: what an image reads once', () => {
  test('another name of a database makes none', () => {
    const changes = found('database-setup-changed', [database('postgres:17.2', { POSTGRES_DB: 'shop' })], [database('postgres:17.2', { POSTGRES_DB: 'store' })]);

    expect(changes).toMatchObject([{ effect: 'stale-data', before: 'shop', after: 'store' }]);
    expect(changes[0].message).toContain("the data keeps 'shop'");
  });

  test('the same variable is nothing to another image', () => {
    expect(found('database-setup-changed', [database('app:1', { POSTGRES_DB: 'shop' })], [database('app:1', { POSTGRES_DB: 'store' })])).toEqual([]);
  });

  test('scripts are run once', () => {
    const scripts = (data: object) => object('v1', 'ConfigMap', { data }, 'scripts');
    const set = (mountPath: string) => database('mariadb:11.8', {}, { volumes: [{ name: 'scripts', configMap: { name: 'scripts' } }] }, [{ name: 'scripts', mountPath }]);
    const changes = (mountPath: string) => found('database-setup-changed', [scripts({ 'a.sql': '' }), set(mountPath)], [scripts({ 'a.sql': 'CREATE DATABASE b' }), set(mountPath)]);

    expect(changes('/docker-entrypoint-initdb.d')).toMatchObject([{ effect: 'stale-data', object: { kind: 'ConfigMap' } }]);
    expect(changes('/etc/mysql/conf.d')).toEqual([]);
  });
});
