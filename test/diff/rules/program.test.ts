import { found, object, podTemplate, statefulSet } from '../support';

const set = (container: object, spec: object = {}) => statefulSet({ template: podTemplate(container, spec) });

describe('database-or-user-changed: database version or user', () => {
  test.each([
    ['mariadb:10.6', 'mariadb:10.11', 'major version'],
    ['mongo:4.2.1', 'mongo:4.4.1', 'major version'],
    ['cockroachdb/cockroach:v22.1.3', 'cockroachdb/cockroach:v22.2.0', 'major version'],
    ['postgis/postgis:15-3.3', 'postgis/postgis:16-3.4', 'major version'],
    ['postgres:9.5', 'postgres:9.6', 'major version'],
    ['postgres:15.3', 'postgres:latest', 'whatever version'],
    ['mysql:8.0', 'mysql', 'whatever version'],
    ['postgres:15.3-alpine', 'postgres:15.3', 'another system'],
    ['postgres:15.3', 'postgres:16.1', 'major version'],
    ['mysql:8.0.36', 'mysql:8.4.0', 'major version'],
    ['registry.example.com/lib/redis:7.2.4', 'registry.example.com/lib/redis:7.0.1', 'goes back'],
    ['redis:7.4', 'redis:6.2', 'goes back'],
    ['rabbitmq:3.8', 'rabbitmq:3.12', 'skips 3.9, 3.10, 3.11'],
    ['rabbitmq:3.13-management', 'rabbitmq:4.1-management', 'does not come up unless something is done before'],
    ['mysql:8.0', 'mariadb:11', 'replaced by'],
    ['postgres:16.4-bullseye', 'postgres:16.4-bookworm', 'on another Debian (bullseye → bookworm)'],
    ['bitnami/postgresql:16.1.0-debian-11-r5', 'bitnami/postgresql:16.1.0-debian-12-r0', 'on another Debian (debian-11 → debian-12)'],
    ['pgvector/pgvector:pg16', 'postgres:16', 'does not have its extension'],
    ['pgvector/pgvector:pg16', 'pgvector/pgvector:0.8.0-pg17', 'major version'],
    ['timescale/timescaledb:2.14.2-pg15', 'timescale/timescaledb:2.15.0-pg16', 'major version'],
    ['postgres:16', 'timescale/timescaledb:2.15.0-pg16', 'another system'],
    ['redis:7.4.1', 'valkey/valkey:8.0', 'reads the files of Redis up to 7.2'],
    ['redis:7', 'valkey/valkey:8.0', 'replaced by'],
  ])('%s → %s', (before, after, message) => {
    const [change] = found('database-or-user-changed', [set({ image: before })], [set({ image: after })]);

    expect(change).toMatchObject({ effect: 'restart', path: '/spec/template/spec/containers/0/image', before, after });
    expect(change.message).toContain(message);
  });

  test('data on a host path counts, an emptyDir does not', () => {
    const on = (source: object, image: string) => statefulSet({ template: podTemplate({ image }, { volumes: [{ name: 'data', ...source }] }), volumeClaimTemplates: [] });
    const upgraded = (source: object) => found('database-or-user-changed', [on(source, 'postgres:15')], [on(source, 'postgres:16')]);

    expect(upgraded({ hostPath: { path: '/d' } })).toHaveLength(1);
    expect(upgraded({ emptyDir: {} })).toEqual([]);
  });

  test('the same user said for the pod instead of the container is no danger', () => {
    const changes = found('database-or-user-changed', [set({ securityContext: { runAsUser: 999 } })], [set({}, { securityContext: { runAsUser: 999 } })]);

    expect(changes).toEqual([]);
  });

  test('another user of one container is found there', () => {
    const changes = found('database-or-user-changed', [set({}, { securityContext: { runAsUser: 999 } })], [set({ securityContext: { runAsUser: 70 } }, { securityContext: { runAsUser: 999 } })]);

    expect(changes).toMatchObject([{ path: '/spec/template/spec/containers/0/securityContext/runAsUser', before: 999, after: 70 }]);
  });

  test('another user or group finds files that are not its own', () => {
    const changes = found('database-or-user-changed', [set({}, { securityContext: { runAsUser: 999, fsGroup: 999 } })], [set({}, { securityContext: { runAsUser: 70, fsGroup: 70 } })]);

    expect(changes.map(({ path }) => path)).toEqual(['/spec/template/spec/securityContext/fsGroup', '/spec/template/spec/securityContext/runAsUser']);
  });

  test.each([
    ['postgres:15.3', 'postgres:15.8'],
    ['postgres:16-bookworm', 'pgvector/pgvector:pg16-bookworm'],
    ['postgres:16.4', 'postgres:16.4-bookworm'],
    ['postgis/postgis:16-3.4', 'postgis/postgis:16-3.5'],
    ['timescale/timescaledb:2.14.2-pg16', 'timescale/timescaledb:2.15.0-pg16'],
    ['redis:7.2.4', 'valkey/valkey:8.0'],
    ['mysql:8.0.36', 'mysql:8.0.40'],
    ['mariadb:10.6.12', 'mariadb:10.6.14'],
    ['postgres:15.3-alpine', 'postgres:15.4-alpine3.18'],
    ['postgres:15.3', 'mirror.example.com/postgres:15.3'],
    ['redis:7.2', 'redis@sha256:0123'],
    ['example/app:1.0', 'example/app:2.0'],
    ['postgres:latest', 'postgres:16'],
  ])('%s → %s is no danger', (before, after) => {
    expect(found('database-or-user-changed', [set({ image: before })], [set({ image: after })])).toEqual([]);
  });

  test('the fix for another user is the old one, not an upgrade', () => {
    const [change] = found('database-or-user-changed', [set({}, { securityContext: { fsGroup: 999 } })], [set({}, { securityContext: { fsGroup: 1000 } })]);
    const [first] = found('database-or-user-changed', [set({})], [set({}, { securityContext: { runAsUser: 1000 } })]);

    expect(change.fix).toContain('write `user: 999` on the construct');
    expect(first.fix).toContain('leave runAsUser out');
  });

  test('only containers that write to the data open its files', () => {
    const members = (image: string) => statefulSet({
      template: {
        metadata: { labels: { app: 'db' } },
        spec: {
          containers: [
            { name: 'db', image, volumeMounts: [{ name: 'data', mountPath: '/data' }] },
            { name: 'answers', image, volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] },
            { name: 'looks', image, volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }] },
          ],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    });

    expect(found('database-or-user-changed', [members('mariadb:11.4')], [members('mariadb:12.0')])).toMatchObject([{ id: 'database-or-user-changed:data/db/db' }]);
  });

  test('a backup is a client of the database, and a volume that is only read is nobody\'s to upgrade', () => {
    const volume = (readOnly: boolean) => ({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'a', readOnly } }] });
    const backup = (image: string) => object('batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template: podTemplate({ image }, volume(false)) } } } });
    const server = (image: string, readOnly: boolean) => object('apps/v1', 'Deployment', { spec: { template: podTemplate({ image }, volume(readOnly)) } });

    expect(found('database-or-user-changed', [backup('mariadb:11')], [backup('mariadb:12')])).toEqual([]);
    expect(found('database-or-user-changed', [server('mariadb:11', true)], [server('mariadb:12', true)])).toEqual([]);
    expect(found('database-or-user-changed', [server('mariadb:11', false)], [server('mariadb:12', false)])).toHaveLength(1);
  });
});

test('releases that are skipped are named, with what is to be done before each', () => {
  const [change] = found('database-or-user-changed', [set({ image: 'mongo:4.4' })], [set({ image: 'mongo:7.0' })]);

  expect(change.fix).toBe('back up; then update to 5.0, then 6.0, then 7.0, each when all members run the one before. '
    + 'Before each step, set featureCompatibilityVersion to the version that runs');
});
