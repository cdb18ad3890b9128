import { Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { request, testChart } from './request';
import { csiDriver, NfsCsiDriverOptions } from '../../../src/constructs/storage/nfs-csi';
import { NfsExport, NfsOnDelete } from '../../../src/constructs/storage/nfs-volumes';

const NFS: NfsExport = { name: 'nfs', namespace: 'shop', server: '192.168.1.21', path: '/nfsdata' };

function install(options: NfsCsiDriverOptions = {}, nfs = NFS): any[] {
  const chart = testChart(nfs.namespace);
  csiDriver(options).install(chart, nfs);
  return Testing.synth(chart);
}

describe('the class', () => {
  test('keeps all data, may grow, and is all that there is', () => {
    const manifests = install();

    expect(manifests).toEqual([{
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'nfs.shop' },
      provisioner: 'nfs.csi.k8s.io',
      parameters: {
        server: '192.168.1.21',
        share: '/nfsdata',
        onDelete: 'retain',
      },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    }]);
  });

  test('says what the options say', () => {
    const [storageClass] = install(
      { storageClassName: 'files', subDir: '${pv.metadata.name}', onDelete: NfsOnDelete.DELETE, mountPermissions: '0770' },
      { ...NFS, mountOptions: ['nfsvers=4.1'] },
    );

    expect(storageClass).toMatchObject({
      metadata: { name: 'files' },
      parameters: { subDir: '${pv.metadata.name}', onDelete: 'delete', mountPermissions: '0770' },
      reclaimPolicy: 'Delete',
      mountOptions: ['nfsvers=4.1'],
    });
  });

  test('archives to a name that no other volume has', () => {
    const [storageClass] = install({ onDelete: NfsOnDelete.ARCHIVE });

    expect(storageClass.parameters).toEqual({ server: '192.168.1.21', share: '/nfsdata', onDelete: 'archive' });
    expect(storageClass.reclaimPolicy).toBe('Delete');
  });

  test('has the name alone where there is no namespace', () => {
    const [storageClass] = install({}, { ...NFS, namespace: undefined });

    expect(storageClass.metadata.name).toBe('nfs');
  });
});

describe('the volumes', () => {
  test('are claimed by class, in every access mode', () => {
    const volumes = csiDriver({}).volumes(NFS);

    const problems = Object.values(PersistentVolumeAccessMode).flatMap(mode => volumes.problems(request({ accessModes: [mode] })));

    expect(problems).toEqual([]);
    expect(volumes.bind(testChart(), request())).toEqual({ storageClassName: 'nfs.shop' });
    expect(volumes.provisionerName).toBe('nfs.csi.k8s.io');
  });

  test('need an export on which root is root', () => {
    const volumes = csiDriver({}).volumes(NFS);

    expect(volumes.exportOptions).toContain('no_root_squash');
    expect(volumes.directories()).toEqual([{ path: '/nfsdata', user: 0, group: 0, mode: '0755' }]);
  });
});

describe('what is refused', () => {
  test.each<[string, NfsCsiDriverOptions, string]>([
    ['a directory for all claims', { subDir: 'data' }, "got 'data'; write 'subDir: \"${pvc.metadata.namespace}.${pvc.metadata.name}\"'"],
    ['a directory outside', { subDir: '../${pv.metadata.name}' }, "must not leave the export, got '../"],
    ['an archive that would be overwritten', { subDir: '${pvc.metadata.namespace}.${pvc.metadata.name}', onDelete: NfsOnDelete.ARCHIVE }, 'leave it out'],
    ['permissions in letters', { mountPermissions: 'rwx' }, "got 'rwx'; write 'mountPermissions: \"0770\"'"],
    ['a class name', { storageClassName: 'NFS' }, "got 'NFS'; write 'storageClassName: \"nfs\"'"],
  ])('%s', (_what, options, message) => {
    const problems = csiDriver(options).problems(NFS);

    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  test('nothing by default', () => {
    const problems = csiDriver({}).problems(NFS);

    expect(problems).toEqual([]);
  });
});
