import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, found, object, statefulSet } from '../support';

const storageClass = (fields: object, name = 'fast') => ({
  apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: 'example.com/disk', ...fields,
});

const volume = (spec: object) => ({
  apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], nfs: { server: 'nfs', path: '/a' }, ...spec },
});

describe('reclaim-becomes-delete: a class or volume that deletes', () => {
  test('a class that turns from Retain to Delete is refused, and dangerous once it is created again', () => {
    const [before, after] = [storageClass({ reclaimPolicy: 'Retain' }), storageClass({ reclaimPolicy: 'Delete' })];

    expect(found('reclaim-becomes-delete', [before], [after])).toMatchObject([{ effect: 'deletes-data', path: '/reclaimPolicy', before: 'Retain', after: 'Delete' }]);
    expect(found('storage-class-immutable', [before], [after])).toMatchObject([{ effect: 'refused', path: '/reclaimPolicy' }]);
  });

  test('a volume that turns to Delete loses its data with its claim, at once', () => {
    const [before, after] = [volume({}), volume({ persistentVolumeReclaimPolicy: 'Delete' })];

    expect(found('reclaim-becomes-delete', [before], [after])).toMatchObject([{ effect: 'deletes-data', path: '/spec/persistentVolumeReclaimPolicy', before: 'Retain', after: 'Delete' }]);
  });

  test('a provisioner told to delete is as dangerous as a class that does', () => {
    const [before, after] = ['retain', 'delete'].map(onDelete => storageClass({ parameters: { onDelete } }));

    expect(found('reclaim-becomes-delete', [before], [after])).toMatchObject([{ path: '/parameters/onDelete' }]);
  });

  test('an existing set that moves to a new class without reclaimPolicy is warned', () => {
    const after = statefulSet({ volumeClaimTemplates: [claimTemplate('data', { storageClassName: 'new' })] });

    const changes = found('reclaim-becomes-delete', [statefulSet()], [after, storageClass({}, 'new')]);

    expect(changes).toMatchObject([{ effect: 'deletes-data', object: { kind: 'StorageClass', name: 'new' } }]);
  });

  test('a class that turns to Retain, and a new system with a deleting class, are no danger', () => {
    const toRetain = found('reclaim-becomes-delete', [storageClass({ reclaimPolicy: 'Delete' })], [storageClass({ reclaimPolicy: 'Retain' })]);
    const fresh = found('reclaim-becomes-delete', [], [statefulSet(), storageClass({})]);

    expect([...toRetain, ...fresh]).toEqual([]);
  });
});

describe('storage-class-removed: class removed while claims name it', () => {
  test('new claims would wait for ever', () => {
    const changes = found('storage-class-removed', [statefulSet(), storageClass({})], [statefulSet()]);

    expect(changes).toMatchObject([{ id: 'storage-class-removed:fast', effect: 'access' }]);
  });

  test('a class that nobody names may go', () => {
    expect(found('storage-class-removed', [statefulSet(), storageClass({}, 'unused')], [statefulSet()])).toEqual([]);
  });
});

describe('policy-left-out: a policy left out', () => {
  test('a class without its reclaimPolicy deletes', () => {
    const changes = found('policy-left-out', [storageClass({ reclaimPolicy: 'Retain' })], [storageClass({})]);

    expect(changes).toMatchObject([{ effect: 'deletes-data', path: '/reclaimPolicy', before: 'Retain', after: 'Delete' }]);
  });

  test('a volume and a set retain by default, so nothing changes', () => {
    const retain = { whenDeleted: 'Retain', whenScaled: 'Retain' };

    const changes = [
      ...found('policy-left-out', [volume({ persistentVolumeReclaimPolicy: 'Retain' })], [volume({})]),
      ...found('policy-left-out', [statefulSet({ persistentVolumeClaimRetentionPolicy: retain })], [statefulSet()]),
    ];

    expect(changes.map(({ effect }) => effect)).toEqual(['none', 'none', 'none']);
  });

  test('what a cluster says of itself nobody has left out; of a class it counts', () => {
    const live = (manifest: Manifest): Manifest => ({ ...manifest, metadata: { ...manifest.metadata, uid: '1' } as any });
    const retain = { whenDeleted: 'Retain', whenScaled: 'Retain' };

    expect(diff([live(statefulSet({ persistentVolumeClaimRetentionPolicy: retain }))], [statefulSet()]).changes).toEqual([]);
    expect(diff([live(volume({ persistentVolumeReclaimPolicy: 'Retain' }))], [volume({})]).changes).toEqual([]);
    expect(found('policy-left-out', [live(storageClass({ reclaimPolicy: 'Retain' }))], [storageClass({})])).toMatchObject([{ effect: 'deletes-data' }]);
  });

  test('a class that keeps its word is no danger', () => {
    const [before, after] = [storageClass({ reclaimPolicy: 'Retain' }), storageClass({ reclaimPolicy: 'Retain', allowVolumeExpansion: true })];

    expect(found('policy-left-out', [before], [after])).toEqual([]);
    expect(found('policy-left-out', [object('v1', 'ConfigMap', { data: { a: 'b' } })], [object('v1', 'ConfigMap', { data: { a: 'c' } })])).toEqual([]);
  });
});

describe('the default class', () => {
  const DEFAULT = { 'storageclass.kubernetes.io/is-default-class': 'true' };
  const standard = (name: string) => ({ ...storageClass({}), metadata: { name, annotations: DEFAULT } });
  const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec } });

  test('is missed by claims that name no class', () => {
    const changes = found('storage-class-removed', [standard('old'), claim({})], [claim({})]);

    expect(changes).toMatchObject([{ id: 'storage-class-removed:old', effect: 'access' }]);
    expect(changes[0].message).toContain('default class');
  });

  test('is missed when the class is the default no more', () => {
    const plain = { ...storageClass({}), metadata: { name: 'old' } };

    const changes = found('storage-class-removed', [standard('old'), claim({})], [plain, claim({})]);

    expect(changes).toMatchObject([{ id: 'storage-class-removed:old', path: '/metadata/annotations' }]);
    expect(found('storage-class-removed', [standard('old'), claim({})], [plain, standard('new'), claim({})])).toEqual([]);
  });

  test('is not missed where there is another one, or where no claim takes it', () => {
    expect(found('storage-class-removed', [standard('old'), claim({})], [standard('new'), claim({})])).toEqual([]);
    expect(found('storage-class-removed', [standard('old'), claim({ storageClassName: '' })], [claim({ storageClassName: '' })])).toEqual([]);
  });
});

describe('what was deleted anyway', () => {
  test('a volume that goes from Delete to Recycle', () => {
    expect(found('reclaim-becomes-delete', [volume({ persistentVolumeReclaimPolicy: 'Delete' })], [volume({ persistentVolumeReclaimPolicy: 'Recycle' })])).toEqual([]);
  });

  test('a provisioner that keeps directories unless told otherwise', () => {
    const nfs = (parameters?: object) => storageClass({ provisioner: 'k8s-sigs.io/nfs-subdir-external-provisioner', ...parameters && { parameters } });

    expect(found('reclaim-becomes-delete', [nfs({ archiveOnDelete: 'true' })], [nfs()])).toEqual([]);
    expect(found('reclaim-becomes-delete', [nfs()], [nfs({ archiveOnDelete: 'false' })])).toHaveLength(1);
  });
});

test('a class in place of another one that deleted, too, takes nothing away', () => {
  const set = (storageClassName: string) => statefulSet({ volumeClaimTemplates: [claimTemplate('data', { storageClassName })] });
  const says = (reclaimPolicy?: string) => found('reclaim-becomes-delete', [storageClass({ reclaimPolicy }), set('fast')], [storageClass({}, 'gp3'), set('gp3')]);

  expect([says().length, says('Retain').length]).toEqual([0, 1]);
});
