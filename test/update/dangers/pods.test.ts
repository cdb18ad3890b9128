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

describe('D17: database version or user', () => {
  test.each([
    ['postgres:15.3', 'postgres:16.1', 'major version'],
    ['mysql:8.0.36', 'mysql:8.4.0', 'major version'],
    ['registry.example.com/lib/redis:7.2.4', 'registry.example.com/lib/redis:7.0.1', 'goes back'],
    ['mysql:8.0', 'mariadb:11', 'replaced by'],
  ])('%s → %s', (before, after, message) => {
    const [change] = found('D17', [set({ image: before })], [set({ image: after })]);

    expect(change).toMatchObject({ effect: 'restart', path: '/spec/template/spec/containers/0/image', before, after });
    expect(change.message).toContain(message);
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
    ['example/app:1.0', 'example/app:2.0'],
    ['postgres:latest', 'postgres:16'],
  ])('%s → %s is no danger', (before, after) => {
    expect(found('D17', [set({ image: before })], [set({ image: after })])).toEqual([]);
  });
});
