import { found, object, podTemplate, statefulSet } from '../support';

const set = (container: object, spec: object = {}) => statefulSet({ template: podTemplate(container, spec) });
const mounts = (...volumeMounts: object[]) => set({ volumeMounts });

describe('data-directory-moved: the data looked for elsewhere', () => {
  test.each([
    ['mountPath', mounts({ name: 'data', mountPath: '/var/data' }), '/data', '/var/data'],
    ['subPath', mounts({ name: 'data', mountPath: '/data', subPath: 'pg' }), '', 'pg'],
  ])('%s of a claim moves', (_, after, from, to) => {
    expect(found('data-directory-moved', [set({})], [after])).toMatchObject([{ id: 'data-directory-moved:data/db/data', effect: 'strands-data', before: from, after: to }]);
  });

  test('a variable or a flag that names the data directory moves', () => {
    const variable = (value: string) => set({ env: [{ name: 'PGDATA', value }] });
    const flag = (value: string) => set({ args: [`--datadir=${value}`] });

    expect(found('data-directory-moved', [variable('/data/a')], [variable('/data/b')])).toMatchObject([{ before: '/data/a', after: '/data/b' }]);
    expect(found('data-directory-moved', [flag('/data/a')], [flag('/data/b')])).toMatchObject([{ path: '/spec/template/spec/containers/0/args/0' }]);
    expect(found('data-directory-moved', [set({})], [set({ command: ['mongod', '--dbpath', '/data/x'] })])).toHaveLength(1);
    expect(found('data-directory-moved', [variable('/data/a')], [set({})])).toMatchObject([{ before: '/data/a', after: undefined }]);
  });

  test.each([
    ['a path by variable', { volumeMounts: [{ name: 'data', mountPath: '/data', subPathExpr: '$(POD)' }] }, {}],
    ['a device', { volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/a' }] }, { volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/b' }] }],
    ['the directory of Redis', { args: ['--dir', '/data'] }, { args: ['--dir', '/data/b'] }],
    ['a setting of PostgreSQL', { args: ['-c', 'data_directory=/data/a'] }, { args: ['-c', 'data_directory=/data/b'] }],
    ['a word for the shell', { command: ['sh', '-c', 'exec mysqld --datadir=/data/a'] }, { command: ['sh', '-c', 'exec mysqld --datadir=/data/b'] }],
    ['a variable of Elasticsearch', { env: [{ name: 'path.data', value: '/data/a' }] }, { env: [{ name: 'path.data', value: '/data/b' }] }],
  ])('%s moves', (_, before, after) => {
    expect(found('data-directory-moved', [set(before)], [set(after)])).toMatchObject([{ effect: 'strands-data' }]);
  });

  test('the same flag in two words, and the usual directory as a flag, are no danger', () => {
    expect(found('data-directory-moved', [set({ args: ['--datadir', '/data'] })], [set({ args: ['--datadir=/data/'] })])).toEqual([]);
    const redis = { image: 'redis:7.4.1' };
    expect(found('data-directory-moved', [set(redis)], [set({ ...redis, args: ['--dir', '/data'] })])).toEqual([]);
  });

  test('scratch space, a second mount and the usual directory written out are no danger', () => {
    const scratch = (mountPath: string) => set(
      { volumeMounts: [{ name: 'data', mountPath: '/data' }, { name: 'tmp', mountPath }] }, { volumes: [{ name: 'tmp', emptyDir: {} }] },
    );

    const changes = [
      ...found('data-directory-moved', [scratch('/tmp')], [scratch('/var/tmp')]),
      ...found('data-directory-moved', [set({})], [mounts({ name: 'data', mountPath: '/data/' }, { name: 'data', mountPath: '/again' })]),
      ...found('data-directory-moved', [set({})], [set({ env: [{ name: 'PGDATA', value: '/var/lib/postgresql/data' }] })]),
      ...found('data-directory-moved', [set({})], [set({ env: [{ name: 'LOG_LEVEL', value: 'debug' }] })]),
    ];

    expect(changes).toEqual([]);
  });
});

describe('data-volume-replaced: a claim replaced by another volume', () => {
  const deployment = (volume: object) => object('apps/v1', 'Deployment', {
    spec: { selector: { matchLabels: { app: 'db' } }, template: podTemplate({}, { volumes: [{ name: 'data', ...volume }] }) },
  });
  const claim = (claimName: string) => deployment({ persistentVolumeClaim: { claimName } });

  test.each([
    ['scratch space', deployment({ emptyDir: {} }), 'emptyDir'],
    ['another claim', claim('b'), "claim 'b'"],
  ])('%s in place of a claim starts without its data', (_, after, now) => {
    expect(found('data-volume-replaced', [claim('a')], [after])).toMatchObject([{ effect: 'strands-data', before: "claim 'a'", after: now }]);
  });

  test('a claim that is not mounted any more is reported once', () => {
    expect(found('data-volume-replaced', [set({})], [set({ volumeMounts: undefined })])).toMatchObject([{ path: '/spec/template/spec/containers/0/volumeMounts' }]);
  });

  test('the same claim under another volume name, and other scratch space, are no danger', () => {
    const renamed = object('apps/v1', 'Deployment', {
      spec: {
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }, { volumes: [{ name: 'files', persistentVolumeClaim: { claimName: 'a' } }] }),
      },
    });

    expect(found('data-volume-replaced', [claim('a')], [renamed])).toEqual([]);
    expect(found('data-volume-replaced', [deployment({ emptyDir: {} })], [deployment({ emptyDir: { sizeLimit: '1Gi' } })])).toEqual([]);
  });
});

describe('data-volume-replaced: a container that goes', () => {
  const [db, exporter] = [{ name: 'db', image: 'postgres:15', volumeMounts: [{ name: 'data', mountPath: '/data' }] }, { name: 'exporter', image: 'exporter:1' }];
  const both = set({}, { containers: [db, exporter] });

  test('leaves data that nobody mounts', () => {
    const changes = found('data-volume-replaced', [both], [set({}, { containers: [exporter] })]);

    expect(changes).toMatchObject([{ path: '/spec/template/spec/containers', before: "claim template 'data'" }]);
  });

  test('is no danger where another one mounts the data, or the claim template goes as well', () => {
    const sidecar = set({}, { containers: [db, { ...exporter, volumeMounts: db.volumeMounts }] });
    const stateless = statefulSet({ template: podTemplate({}, { containers: [exporter] }), volumeClaimTemplates: [] });

    expect(found('data-volume-replaced', [sidecar], [set({}, { containers: [db] })])).toEqual([]);
    expect(found('data-volume-replaced', [both], [stateless])).toEqual([]);
  });

  test('a device that is not handed on is lost as well', () => {
    const device = set({ volumeMounts: [], volumeDevices: [{ name: 'data', devicePath: '/dev/a' }] });

    expect(found('data-volume-replaced', [device], [set({ volumeMounts: [] })])).toMatchObject([{ path: '/spec/template/spec/containers/0/volumeDevices' }]);
  });
});
