import { found, object, podTemplate, statefulSet } from '../support';

const set = (container: object, spec: object = {}) => statefulSet({ template: podTemplate(container, spec) });
const mounts = (...volumeMounts: object[]) => set({ volumeMounts });

describe('D13: the data looked for elsewhere', () => {
  test.each([
    ['mountPath', mounts({ name: 'data', mountPath: '/var/data' }), '/data', '/var/data'],
    ['subPath', mounts({ name: 'data', mountPath: '/data', subPath: 'pg' }), '', 'pg'],
  ])('%s of a claim moves', (_, after, from, to) => {
    expect(found('D13', [set({})], [after])).toMatchObject([{ id: 'D13:data/db/data', effect: 'strands-data', before: from, after: to }]);
  });

  test('a variable or a flag that names the data directory moves', () => {
    const variable = (value: string) => set({ env: [{ name: 'PGDATA', value }] });
    const flag = (value: string) => set({ args: [`--datadir=${value}`] });

    expect(found('D13', [variable('/data/a')], [variable('/data/b')])).toMatchObject([{ before: '/data/a', after: '/data/b' }]);
    expect(found('D13', [flag('/data/a')], [flag('/data/b')])).toMatchObject([{ path: '/spec/template/spec/containers/0/args/0' }]);
    expect(found('D13', [set({})], [set({ command: ['mongod', '--dbpath', '/data/x'] })])).toHaveLength(1);
    expect(found('D13', [variable('/data/a')], [set({})])).toMatchObject([{ before: '/data/a', after: undefined }]);
  });

  test.each([
    ['a path by variable', { volumeMounts: [{ name: 'data', mountPath: '/data', subPathExpr: '$(POD)' }] }, {}],
    ['a device', { volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/a' }] }, { volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/b' }] }],
    ['the directory of Redis', { args: ['--dir', '/data'] }, { args: ['--dir', '/data/b'] }],
    ['a setting of PostgreSQL', { args: ['-c', 'data_directory=/data/a'] }, { args: ['-c', 'data_directory=/data/b'] }],
    ['a word for the shell', { command: ['sh', '-c', 'exec mysqld --datadir=/data/a'] }, { command: ['sh', '-c', 'exec mysqld --datadir=/data/b'] }],
    ['a variable of Elasticsearch', { env: [{ name: 'path.data', value: '/data/a' }] }, { env: [{ name: 'path.data', value: '/data/b' }] }],
  ])('%s moves', (_, before, after) => {
    expect(found('D13', [set(before)], [set(after)])).toMatchObject([{ effect: 'strands-data' }]);
  });

  test('the same flag in two words, and the usual directory as a flag, are no danger', () => {
    expect(found('D13', [set({ args: ['--datadir', '/data'] })], [set({ args: ['--datadir=/data/'] })])).toEqual([]);
    expect(found('D13', [set({})], [set({ args: ['--dir', '/data'] })])).toEqual([]);
  });

  test('scratch space, a second mount and the usual directory written out are no danger', () => {
    const scratch = (mountPath: string) => set(
      { volumeMounts: [{ name: 'data', mountPath: '/data' }, { name: 'tmp', mountPath }] }, { volumes: [{ name: 'tmp', emptyDir: {} }] },
    );

    const changes = [
      ...found('D13', [scratch('/tmp')], [scratch('/var/tmp')]),
      ...found('D13', [set({})], [mounts({ name: 'data', mountPath: '/data/' }, { name: 'data', mountPath: '/again' })]),
      ...found('D13', [set({})], [set({ env: [{ name: 'PGDATA', value: '/var/lib/postgresql/data' }] })]),
      ...found('D13', [set({})], [set({ env: [{ name: 'LOG_LEVEL', value: 'debug' }] })]),
    ];

    expect(changes).toEqual([]);
  });
});

describe('D14: a claim replaced by another volume', () => {
  const deployment = (volume: object) => object('apps/v1', 'Deployment', {
    spec: { selector: { matchLabels: { app: 'db' } }, template: podTemplate({}, { volumes: [{ name: 'data', ...volume }] }) },
  });
  const claim = (claimName: string) => deployment({ persistentVolumeClaim: { claimName } });

  test.each([
    ['scratch space', deployment({ emptyDir: {} }), 'emptyDir'],
    ['another claim', claim('b'), "claim 'b'"],
  ])('%s in place of a claim starts without its data', (_, after, now) => {
    expect(found('D14', [claim('a')], [after])).toMatchObject([{ effect: 'strands-data', before: "claim 'a'", after: now }]);
  });

  test('a claim that is not mounted any more is reported once', () => {
    expect(found('D14', [set({})], [set({ volumeMounts: undefined })])).toMatchObject([{ path: '/spec/template/spec/containers/0/volumeMounts' }]);
  });

  test('the same claim under another volume name, and other scratch space, are no danger', () => {
    const renamed = object('apps/v1', 'Deployment', {
      spec: {
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }, { volumes: [{ name: 'files', persistentVolumeClaim: { claimName: 'a' } }] }),
      },
    });

    expect(found('D14', [claim('a')], [renamed])).toEqual([]);
    expect(found('D14', [deployment({ emptyDir: {} })], [deployment({ emptyDir: { sizeLimit: '1Gi' } })])).toEqual([]);
  });
});

describe('D14: a container that goes', () => {
  const [db, exporter] = [{ name: 'db', image: 'postgres:15', volumeMounts: [{ name: 'data', mountPath: '/data' }] }, { name: 'exporter', image: 'exporter:1' }];
  const both = set({}, { containers: [db, exporter] });

  test('leaves data that nobody mounts', () => {
    const changes = found('D14', [both], [set({}, { containers: [exporter] })]);

    expect(changes).toMatchObject([{ path: '/spec/template/spec/containers', before: "claim template 'data'" }]);
  });

  test('is no danger where another one mounts the data, or the claim template goes as well', () => {
    const sidecar = set({}, { containers: [db, { ...exporter, volumeMounts: db.volumeMounts }] });
    const stateless = statefulSet({ template: podTemplate({}, { containers: [exporter] }), volumeClaimTemplates: [] });

    expect(found('D14', [sidecar], [set({}, { containers: [db] })])).toEqual([]);
    expect(found('D14', [both], [stateless])).toEqual([]);
  });

  test('a device that is not handed on is lost as well', () => {
    const device = set({ volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/a' }] });

    expect(found('D14', [device], [set({ volumeMounts: [] })])).toMatchObject([{ path: '/spec/template/spec/containers/0/volumeDevices' }]);
  });
});

describe('D17: database version or user', () => {
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
    ['mysql:8.0', 'mariadb:11', 'replaced by'],
  ])('%s → %s', (before, after, message) => {
    const [change] = found('D17', [set({ image: before })], [set({ image: after })]);

    expect(change).toMatchObject({ effect: 'restart', path: '/spec/template/spec/containers/0/image', before, after });
    expect(change.message).toContain(message);
  });

  test('data on a host path counts, an emptyDir does not', () => {
    const on = (source: object, image: string) => statefulSet({ template: podTemplate({ image }, { volumes: [{ name: 'data', ...source }] }), volumeClaimTemplates: [] });
    const upgraded = (source: object) => found('D17', [on(source, 'postgres:15')], [on(source, 'postgres:16')]);

    expect(upgraded({ hostPath: { path: '/d' } })).toHaveLength(1);
    expect(upgraded({ emptyDir: {} })).toEqual([]);
  });

  test('the same user said for the pod instead of the container is no danger', () => {
    const changes = found('D17', [set({ securityContext: { runAsUser: 999 } })], [set({}, { securityContext: { runAsUser: 999 } })]);

    expect(changes).toEqual([]);
  });

  test('another user of one container is found there', () => {
    const changes = found('D17', [set({}, { securityContext: { runAsUser: 999 } })], [set({ securityContext: { runAsUser: 70 } }, { securityContext: { runAsUser: 999 } })]);

    expect(changes).toMatchObject([{ path: '/spec/template/spec/containers/0/securityContext/runAsUser', before: 999, after: 70 }]);
  });

  test('another user or group finds files that are not its own', () => {
    const changes = found('D17', [set({}, { securityContext: { runAsUser: 999, fsGroup: 999 } })], [set({}, { securityContext: { runAsUser: 70, fsGroup: 70 } })]);

    expect(changes.map(({ path }) => path)).toEqual(['/spec/template/spec/securityContext/fsGroup', '/spec/template/spec/securityContext/runAsUser']);
  });

  test.each([
    ['postgres:15.3', 'postgres:15.8'],
    ['mysql:8.0.36', 'mysql:8.0.40'],
    ['mariadb:10.6.12', 'mariadb:10.6.14'],
    ['postgres:15.3-alpine', 'postgres:15.4-alpine3.18'],
    ['postgres:15.3', 'mirror.example.com/postgres:15.3'],
    ['redis:7.2', 'redis@sha256:0123'],
    ['example/app:1.0', 'example/app:2.0'],
    ['postgres:latest', 'postgres:16'],
  ])('%s → %s is no danger', (before, after) => {
    expect(found('D17', [set({ image: before })], [set({ image: after })])).toEqual([]);
  });
});
