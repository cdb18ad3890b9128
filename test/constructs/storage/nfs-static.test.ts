import { Size, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { request, testChart } from './request';
import { StaticNfsOptions, staticVolumes } from '../../../src/constructs/storage/nfs-static';
import { NfsExport } from '../../../src/constructs/storage/nfs-volumes';
import { VolumeRequest } from '../../../src/constructs/storage/volume-request';

const NFS: NfsExport = { name: 'nfs', namespace: 'shop', server: '192.168.1.21', path: '/nfsdata', mountOptions: ['hard'] };

function bind(options: StaticNfsOptions = {}, requests: Partial<VolumeRequest>[] = [{}]): any[] {
  const chart = testChart('shop');
  const volumes = staticVolumes(options).volumes(NFS);
  requests.forEach(changes => volumes.bind(chart, request(changes)));
  return Testing.synth(chart);
}

describe('a volume', () => {
  test('is there for each claim and for no other', () => {
    const volumes = bind();

    const reserved = volumes.map(({ metadata, spec }) => [metadata.name, spec.claimRef.namespace, spec.claimRef.name, spec.nfs.path]);
    expect(reserved).toEqual([
      ['shop.data-web-0', 'shop', 'data-web-0', '/nfsdata/shop.data-web-0'],
      ['shop.data-web-1', 'shop', 'data-web-1', '/nfsdata/shop.data-web-1'],
    ]);
  });

  test('fits its claim, has no class and is retained', () => {
    const accessModes = [PersistentVolumeAccessMode.READ_WRITE_MANY];

    const [volume] = bind({}, [{ size: Size.mebibytes(100), accessModes }]);

    expect(volume.spec).toMatchObject({
      capacity: { storage: '100Mi' },
      accessModes: ['ReadWriteMany'],
      storageClassName: '',
      persistentVolumeReclaimPolicy: 'Retain',
      mountOptions: ['hard'],
      nfs: { server: '192.168.1.21' },
    });
  });

  test('is found by a claim without class that accepts no other volume', () => {
    const binding = staticVolumes({}).volumes(NFS).bind(testChart('shop'), request());

    const [volume] = bind();
    expect(binding.storageClassName).toBe('');
    expect(volume.metadata.labels).toMatchObject(binding.matchLabels!);
  });

  test('keeps its directory and claim when the app grows or shrinks', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (before, after) => {
      const claims = (count: number) => Array.from({ length: count }, (_, index) => `data-web-${index}`);

      const old = bind({}, [{ claimNames: claims(before) }]);
      const changed = bind({}, [{ claimNames: claims(after) }]);

      const shared = Math.min(before, after);
      expect(changed.slice(0, shared)).toEqual(old.slice(0, shared));
    }));
  });

  test('stays in the manifests when replicas are taken away, if told how many there were', () => {
    const three = bind({ replicas: 3 }, [{ claimNames: ['data-web-0', 'data-web-1', 'data-web-2'] }]);
    const none = bind({ replicas: 3 }, [{ claimNames: [] }]);

    expect(none).toEqual(three);
  });

  test('is in the directory that a pattern names', () => {
    const [volume] = bind({ subDir: '${pvc.metadata.namespace}/${pvc.metadata.name}/' });

    expect(volume.spec.nfs.path).toBe('/nfsdata/shop/data-web-0');
  });
});

describe('one storage for several apps and volumes', () => {
  test('has a volume and a directory of its own for each claim', () => {
    const volumes = bind({}, [
      {},
      { volumeName: 'log', claimNames: ['log-web-0'] },
      { appName: 'web-0', claimNames: ['data-web-0-0'] },
      { namespace: 'shop-data', volumeName: 'web', claimNames: ['web-0'] },
    ]);

    expect(new Set(volumes.map(({ metadata }) => metadata.name)).size).toBe(5);
    expect(new Set(volumes.map(({ spec }) => spec.nfs.path)).size).toBe(5);
  });

  test('knows the directories of all of them, each with the owner that its app needs', () => {
    const volumes = staticVolumes({}).volumes(NFS);
    volumes.bind(testChart('shop'), request({ claimNames: ['data-web-0'] }));
    volumes.bind(testChart('shop'), request({ appName: 'db', claimNames: ['data-db-0'], user: 999, group: 998 }));

    const directories = volumes.directories();

    expect(directories).toEqual([
      { path: '/nfsdata/shop.data-web-0', user: 1000, group: 2000, mode: '0770' },
      { path: '/nfsdata/shop.data-db-0', user: 999, group: 998, mode: '0770' },
    ]);
  });
});

describe('what is refused', () => {
  test('an app whose namespace is not known', () => {
    const volumes = staticVolumes({}).volumes(NFS);

    const problems = volumes.problems(request({ namespace: undefined }));

    expect(problems).toEqual([expect.stringContaining("the chart of 'web' has none; write 'new Chart(")]);
  });

  test('ReadWriteOncePod, which takes a CSI driver', () => {
    const volumes = staticVolumes({}).volumes(NFS);

    const problems = volumes.problems(request({ accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE_POD] }));

    expect(problems).toEqual([expect.stringContaining('Kubernetes offers it with CSI drivers only')]);
  });

  test.each<[string, StaticNfsOptions, string]>([
    ['a directory for all claims', { subDir: 'data' }, "for otherwise claims share a directory, got 'data'"],
    ['a directory outside', { subDir: '../${pvc.metadata.namespace}.${pvc.metadata.name}' }, 'must not leave the export'],
    ['half a replica', { replicas: 1.5 }, "got 1.5; write 'replicas: 3'"],
    ['less than no replicas', { replicas: -1 }, 'got -1'],
  ])('%s', (_what, options, message) => {
    const problems = staticVolumes(options).problems(NFS);

    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  test('nothing by default', () => {
    const backend = staticVolumes({});

    expect(backend.problems(NFS)).toEqual([]);
    expect(backend.volumes(NFS).problems(request())).toEqual([]);
  });
});
