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
