import { facts, set, together } from './support';
import { storageOf } from '../../src/describe/claim-storage';

const CLASS = (more: string) => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, ${more}}`;
const PROVISIONER = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: maker, namespace: nfs}, spec: {template: {spec: {containers: [{name: a, image: a,
  env: [{name: PROVISIONER_NAME, value: example.com/nfs}, {name: NFS_SERVER, value: files}, {name: NFS_PATH, value: /data/}]}]}}}}`;
const VOLUME = (name: string, more: string) => `{apiVersion: v1, kind: PersistentVolume, metadata: {name: ${name}}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, ${more}}}`;

const storage = (...texts: readonly string[]) => {
  const all = facts(together(set(), ...texts));
  return storageOf(all.claims.all[0], 'data-db-0', all);
};

test.each([
  ['no class is written', [], 'a volume of StorageClass fast, which is not among the manifests: where it lies is not known from the manifests', 'not known'],
  ['a driver', [CLASS('provisioner: example.com/disk')], 'a volume of class fast that example.com/disk makes: where it lies is not known from the manifests', 'deleted'],
  ['a driver that keeps', [CLASS('provisioner: example.com/disk, reclaimPolicy: Retain')], 'a volume of class fast that example.com/disk makes', 'kept'],
  ['NFS by CSI', [CLASS('provisioner: nfs.csi.k8s.io, parameters: {server: files, share: /a}')], 'directory /a/pvc-<uid of the claim> of NFS server files (class fast)', 'deleted'],
  ['a directory by name', [CLASS('provisioner: nfs.csi.k8s.io, parameters: {server: files, share: /a, subDir: "${pvc.metadata.namespace}-${pvc.metadata.name}", onDelete: archive}')],
    'directory /a/shop-data-db-0 of NFS server files', 'archived'],
  ['a provisioner', [CLASS('provisioner: example.com/nfs'), PROVISIONER], 'directory /data/shop-data-db-0-pvc-<uid of the claim> of NFS server files', 'archived'],
  ['a provisioner that deletes', [CLASS('provisioner: example.com/nfs, parameters: {archiveOnDelete: "false"}'), PROVISIONER], 'directory /data/shop-data-db-0-pvc', 'deleted'],
  ['a pattern', [CLASS('provisioner: example.com/nfs, parameters: {pathPattern: "${.PVC.namespace}/${.PVC.name}", onDelete: retain}'), PROVISIONER], 'directory /data/shop/data-db-0 of', 'kept'],
  ['a volume', [VOLUME('one', 'nfs: {server: files, path: /one}')], 'PersistentVolume one: directory /one of NFS server files', 'kept'],
  ['a volume that cannot be deleted', [VOLUME('one', 'persistentVolumeReclaimPolicy: Delete, nfs: {server: files, path: /one}')], 'PersistentVolume one', 'kept'],
  ['a disk', [VOLUME('one', 'persistentVolumeReclaimPolicy: Delete, csi: {driver: d, volumeHandle: v}')], 'PersistentVolume one: volume v of driver d', 'not known'],
  ['a disk of a node', [VOLUME('one', 'local: {path: /mnt}, nodeAffinity: {}')], 'PersistentVolume one: directory /mnt of its node', 'kept'],
  ['any of two', [VOLUME('one', 'nfs: {server: files, path: /one}'), VOLUME('two', 'nfs: {server: files, path: /two}')], 'one of the PersistentVolumes one and two: directory /one of', 'kept'],
])('%s', (_, texts, where, fate) => {
  expect(storage(...texts)).toMatchObject({ where: expect.stringContaining(where), fate: { kind: fate } });
});

test('the volume that is reserved for the claim is the one', () => {
  const reserved = (name: string, claim: string) => VOLUME(name, `claimRef: {namespace: shop, name: ${claim}}, nfs: {server: files, path: /${name}}`);

  expect(storage(reserved('b', 'data-db-1'), reserved('a', 'data-db-0')).where).toBe('PersistentVolume a: directory /a of NFS server files');
});

test('a claim without a class wants the default one, and one with an empty class a volume', () => {
  const of = (from: string, to: string) => {
    const all = facts(set().replace(from, to));
    return storageOf(all.claims.all[0], 'data-db-0', all).where;
  };

  expect(of('storageClassName: fast, ', '')).toContain("a volume of the cluster's default StorageClass");
  expect(of('storageClassName: fast', 'storageClassName: ""')).toContain('it has no class, so somebody makes the volume by hand');
});
