import { Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { request, testChart } from './request';
import { NfsBackend } from '../../../src/constructs/storage/nfs-backend';
import { NfsStorage } from '../../../src/constructs/storage/nfs-storage';
import { NfsExport, NfsVolumes } from '../../../src/constructs/storage/nfs-volumes';
import { VolumeBinding } from '../../../src/constructs/storage/volume-binding';

const EXPORT = { server: '192.168.1.21', path: '/nfsdata' };

describe('a backend', () => {
  test.each<[string, NfsBackend, string | undefined]>([
    ['the subdirectory provisioner', NfsBackend.subdirectoryProvisioner(), 'shop.cdk8s-stateful/nfs'],
    ['the CSI driver', NfsBackend.csiDriver(), 'nfs.csi.k8s.io'],
    ['static volumes', NfsBackend.staticVolumes(), undefined],
  ])('can be %s', (_what, backend, provisionerName) => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', { ...EXPORT, backend });

    expect(nfs.provisionerName).toBe(provisionerName);
    expect(nfs.storage.problems(request())).toEqual([]);
  });

  test('can be the user\'s own', () => {
    class OwnVolumes extends NfsVolumes {
      public readonly storageClassName = 'own';
      public readonly provisionerName = 'example.com/own';
      public readonly exportOptions = ['ro'];
      public directories() { return []; }
      public bind(): VolumeBinding { return { storageClassName: this.storageClassName }; }
    }
    class OwnBackend extends NfsBackend {
      public volumes(_nfs: NfsExport) { return new OwnVolumes(); }
      public install(_scope: Construct, _nfs: NfsExport) { /* somebody else installed it */ }
    }
    const chart = testChart('shop');

    const nfs = new NfsStorage(chart, 'nfs', { ...EXPORT, backend: new OwnBackend() });

    expect(Testing.synth(chart)).toEqual([]);
    expect(nfs.storage.bind(chart, request())).toEqual({ storageClassName: 'own' });
    expect(nfs.exportsLines('node-a')).toEqual(['/nfsdata node-a(ro)']);
  });
});
