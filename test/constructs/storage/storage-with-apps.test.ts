import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { NfsBackend, NfsOnDelete, NfsStorage, NodeStorage, NodeVolume, StatefulApp, StatelessApp, Storage, StorageClass } from '../../../src';
import { checkManifests } from '../../../src/checks/run';
import { Manifest } from '../../../src/kubernetes/manifest';
import { mismatchesOf } from '../../../src/manifest/binding';
import { Claims } from '../../../src/manifest/claims';
import { Inventory } from '../../../src/manifest/inventory';
import { newChart, refusals, synth } from '../../support/synth';

const NODES = ['node-a', 'node-b', 'node-c', 'node-d', 'node-e'];
const EXPORT = { server: '192.0.2.1', path: '/nfsdata' };
const nfs = (backend: NfsBackend) => (scope: Construct) => new NfsStorage(scope, 'nfs', { ...EXPORT, backend }).storage;

/** Replicas, first ordinal and size in MiB of an app. */
const apps = (minReplicas: number) => fc.record({
  replicas: fc.integer({ min: minReplicas, max: 5 }),
  startOrdinal: fc.nat(3),
  size: fc.integer({ min: 1, max: 999 }),
});

/** Every storage that there is, with options that change what it writes. */
const STORAGES: Readonly<Record<string, (scope: Construct) => Storage>> = {
  'dynamic': () => Storage.dynamic(),
  'emptyDir': () => Storage.emptyDir(),
  'ephemeral': () => Storage.ephemeral(),
  'StorageClass': scope => new StorageClass(scope, 'fast', { provisioner: 'example.com/disk', mountOptions: ['noatime'] }).storage,
  'NFS provisioner': nfs(NfsBackend.subdirectoryProvisioner()),
  'NFS provisioner that archives': nfs(NfsBackend.subdirectoryProvisioner({ onDelete: NfsOnDelete.ARCHIVE, image: 'mirror.example.com/a:1' })),
  'NFS with mount options': scope => new NfsStorage(scope, 'nfs', { ...EXPORT, mountOptions: ['hard', 'nfsvers=4.1'] }).storage,
  'NFS by CSI': nfs(NfsBackend.csiDriver({ mountPermissions: '0770' })),
  'static NFS': nfs(NfsBackend.staticVolumes({ replicas: 3 })),
  'local': scope => new NodeStorage(scope, 'disks', { path: '/disks', nodes: NODES }).storage,
  'hostPath': scope => new NodeStorage(scope, 'disks', { path: '/disks', nodes: NODES, volume: NodeVolume.hostPath() }).storage,
};

function errorsOf(manifests: Manifest[]): string[] {
  return checkManifests(manifests).filter(({ severity }) => severity === 'error').map(({ rule, path, message }) => `${rule} ${path} ${message}`);
}

test.each(Object.entries(STORAGES))('an app on %s is accepted by every check, however many pods and volumes it has', (_name, storageOf) => {
  fc.assert(fc.property(apps(0), ({ replicas, startOrdinal, size }) => {
    const chart = newChart();
    const storage = storageOf(chart);

    new StatefulApp(chart, 'app', {
      image: 'a:1',
      replicas,
      startOrdinal,
      volumes: ['data', 'log'].map(name => ({ name, mountPath: `/${name}`, size: Size.mebibytes(size), storage })),
    });

    expect(errorsOf(synth(chart))).toEqual([]);
  }), { numRuns: 20 });
});

test.each(Object.entries(STORAGES))('one claim on %s that all pods share is accepted by every check', (_name, storageOf) => {
  const chart = newChart();

  new StatelessApp(chart, 'app', {
    image: 'a:1',
    replicas: 1,
    volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), storage: storageOf(chart) }],
  });

  expect(errorsOf(synth(chart))).toEqual([]);
});

test.each(['static NFS', 'local', 'hostPath'])('every claim of an app on %s has one volume reserved for it, and fits it', name => {
  fc.assert(fc.property(apps(1), ({ replicas, startOrdinal, size }) => {
    const chart = newChart();
    const storage = STORAGES[name](chart);
    const volumes = [{ name: 'data', mountPath: '/data', size: Size.mebibytes(size), storage }];

    const app = new StatefulApp(chart, 'app', { image: 'a:1', replicas, startOrdinal, volumes });

    const manifests = synth(chart);
    const { all: [claim] } = new Claims(new Inventory(manifests));
    for (let ordinal = startOrdinal; ordinal < startOrdinal + replicas; ordinal++) {
      const reserved = manifests.filter(({ spec }) => spec?.claimRef?.name === app.claimName('data', ordinal) && spec.claimRef.namespace === 'web');
      expect(reserved).toHaveLength(1);
      expect(mismatchesOf(claim, reserved[0])).toEqual([]);
    }
  }), { numRuns: 20 });
});

test('claims that exist already are not written again, neither one for each pod nor a shared one', () => {
  const chart = newChart();
  const volumes = [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), storage: Storage.existingClaims() }];

  new StatefulApp(chart, 'set', { image: 'a:1', volumes });
  new StatelessApp(chart, 'deployment', { image: 'a:1', replicas: 1, volumes });

  const manifests = synth(chart);
  const deployment = manifests.find(({ kind }) => kind === 'Deployment')!;
  expect(manifests.map(({ kind }) => kind)).not.toContain('PersistentVolumeClaim');
  expect(deployment.spec.template.spec.volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: 'deployment-data' } });
});

test('problems of a storage and of its apps come in one error', () => {
  const chart = newChart('');
  const disks = new NodeStorage(chart, 'disks', { path: 'disks', nodes: ['a'] });

  new StatefulApp(chart, 'app', {
    image: 'a:1',
    replicas: 2,
    volumes: [{
      name: 'data',
      mountPath: '/data',
      size: Size.gibibytes(0),
      storage: disks.storage,
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
    }],
  });

  expect(refusals(chart)).toEqual([
    "[chart/disks] 'path' must be an absolute path without `..`, got 'disks'; write 'path: \"/disks\"'",
    expect.stringContaining("[chart/app] volume 'data': 'size' must be more than zero"),
    expect.stringContaining("[chart/app] volume 'data': its volumes are reserved for claims of one namespace"),
    expect.stringContaining("[chart/app] volume 'data': 'accessModes' must not hold ReadWriteMany, for a disk belongs to one node"),
    expect.stringContaining("[chart/app] volume 'data': 2 replicas need 2 nodes, one for each volume, got 1 ('a')"),
  ]);
});
