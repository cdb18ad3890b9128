import { found, object, podTemplate } from '../support';

const deployment = (source: object, mount: object = {}, name = 'web') => object('apps/v1', 'Deployment', {
  spec: {
    selector: { matchLabels: { app: 'db' } },
    template: podTemplate({}, {
      containers: [{ name: 'db', image: 'neo4j:5.18', volumeMounts: [{ name: 'data', mountPath: '/data', ...mount }] }],
      volumes: [{ name: 'data', ...source }],
    }),
  },
}, name);
const claim = (name: string) => object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }, name);
const mounting = (claimName: string) => ({ persistentVolumeClaim: { claimName } });
const nfs = (path: string, rest: object = {}) => ({ nfs: { server: 'nfs', path, ...rest } });

describe('inline-source-moved: the next pod starts without what was written', () => {
  const moved = (before: object, after: object, mount: object = {}) => found('inline-source-moved', [deployment(before, mount)], [deployment(after, mount)]);

  test.each([
    ['another directory of NFS', nfs('/a'), nfs('/b')],
    ['another directory of the node', { hostPath: { path: '/srv/a' } }, { hostPath: { path: '/srv/b' } }],
    ['a claim in its place', nfs('/a'), mounting('files')],
    ['another share of a driver', { csi: { driver: 'x', volumeAttributes: { share: 'a' } } }, { csi: { driver: 'x', volumeAttributes: { share: 'b' } } }],
  ])('%s', (_, before, after) => {
    expect(moved(before, after)).toMatchObject([{ effect: 'strands-data', path: '/spec/template/spec/volumes/0' }]);
  });

  test.each([
    ['how it is mounted is not where it is', nfs('/a'), nfs('/a', { readOnly: true }), {}],
    ['files of the node are no data of the pod', { hostPath: { path: '/var/run/a.sock' } }, { hostPath: { path: '/var/run/b.sock' } }, {}],
    ['who only reads leaves nothing behind', nfs('/a'), nfs('/b'), { readOnly: true }],
    ['what goes with the pod is lost anyway', { emptyDir: {} }, { emptyDir: { medium: 'Memory' } }, {}],
  ])('%s', (_, before, after, mount) => {
    expect(moved(before, after, mount)).toEqual([]);
  });
});

describe('data-directory-moved: the same source, and another directory in it', () => {
  const moved = (before: object, after: object, source: object = nfs('/a')) => found('data-directory-moved', [deployment(source, before)], [deployment(source, after)]);

  test('of a volume that is written to', () => {
    expect(moved({ subPath: 'a' }, { subPath: 'b' })).toMatchObject([{ effect: 'strands-data', before: 'a', after: 'b' }]);
    expect(moved({}, { mountPath: '/other' })).toMatchObject([{ path: '/spec/template/spec/containers/0/volumeMounts/0' }]);
  });

  test('of one that is only read, or holds no data, it is no danger', () => {
    expect(moved({ subPath: 'a', readOnly: true }, { subPath: 'b', readOnly: true })).toEqual([]);
    expect(moved({ subPath: 'a' }, { subPath: 'b' }, { emptyDir: {} })).toEqual([]);
    expect(moved({}, { mountPath: '/other' }, { hostPath: { path: '/var/run/docker.sock' } })).toEqual([]);
  });
});

describe('claim-loses-reader: a workload of another name has another claim', () => {
  const claims = [claim('old'), claim('new')];

  test('the old claim stays, and nobody reads it', () => {
    const changes = found('claim-loses-reader', [deployment(mounting('old'), {}, 'old'), ...claims], [deployment(mounting('new'), {}, 'new'), ...claims]);

    expect(changes).toMatchObject([{ claims: [{ name: 'old', fate: 'stranded' }] }]);
  });

  test('the claim moves with the workload', () => {
    const changes = found('claim-loses-reader', [deployment(mounting('old'), {}, 'old'), ...claims], [deployment(mounting('old'), {}, 'new'), ...claims]);

    expect(changes).toEqual([]);
  });

  test('a workload that goes without another one in its place is a decision', () => {
    const changes = found('claim-loses-reader', [deployment(mounting('old'), {}, 'old'), ...claims], claims);

    expect(changes).toEqual([]);
  });
});
