import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { request, testChart } from './request';
import { NfsBackend } from '../../../src/constructs/storage/nfs-backend';
import { NfsStorage } from '../../../src/constructs/storage/nfs-storage';
import { NfsOnDelete } from '../../../src/constructs/storage/nfs-volumes';
import { built } from '../../support/synth';

const EXPORT = { server: '192.168.1.21', path: '/nfsdata' };

describe('an NFS storage', () => {
  test('installs the subdirectory provisioner by default', () => {
    const chart = testChart('shop');

    const nfs = new NfsStorage(chart, 'nfs', EXPORT);

    const kinds = Testing.synth(chart).map(({ kind }: any) => kind).sort();
    expect(kinds).toEqual([
      'ClusterRole', 'ClusterRoleBinding', 'Deployment', 'PersistentVolume', 'PersistentVolumeClaim', 'Role', 'RoleBinding', 'ServiceAccount', 'StorageClass',
    ]);
    expect(nfs.storageClassName).toBe('nfs.shop');
    expect(nfs.provisionerName).toBe('shop.cdk8s-stateful/nfs');
  });

  test('is mounted with what server and node agree on by default', () => {
    const chart = testChart('shop');

    new NfsStorage(chart, 'nfs', EXPORT);

    const options = Testing.synth(chart).map((manifest: any) => manifest.mountOptions ?? manifest.spec?.mountOptions);
    expect(options.every(option => option === undefined)).toBe(true);
  });

  test('can have a name other than its id', () => {
    const nfs = new NfsStorage(testChart('shop'), 'Storage', { ...EXPORT, name: 'nfs' });

    expect(nfs.storageClassName).toBe('nfs.shop');
  });

  test('gives its class to those who want to patch it', () => {
    const chart = testChart('shop');
    const nfs = new NfsStorage(chart, 'nfs', EXPORT);

    ApiObject.of(nfs).addJsonPatch(JsonPatch.add('/metadata/annotations', { note: 'mine' }));

    expect(Testing.synth(chart)[0].metadata).toEqual({ name: 'nfs.shop', annotations: { note: 'mine' } });
  });

  test('writes nothing of its own with static volumes', () => {
    const chart = testChart('shop');

    const nfs = new NfsStorage(chart, 'nfs', { ...EXPORT, backend: NfsBackend.staticVolumes() });

    expect(Testing.synth(chart)).toEqual([]);
    expect(nfs.storageClassName).toBe('');
    expect(nfs.provisionerName).toBeUndefined();
  });

  test('writes the same wherever it stands in the tree', () => {
    const backends = [NfsBackend.subdirectoryProvisioner(), NfsBackend.csiDriver({ onDelete: NfsOnDelete.ARCHIVE }), NfsBackend.staticVolumes()];
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zA-Z]{1,8}$/), { maxLength: 4 }), fc.constantFrom(...backends), (ids, backend) => {
      const build = (chartId: string, scopes: string[]) => {
        const chart = new Chart(new App(), chartId, { namespace: 'shop' });
        const scope = scopes.reduce<Construct>((parent, name) => new Construct(parent, `Scope-${name}`), chart);
        const nfs = new NfsStorage(scope, 'nfs', { ...EXPORT, backend });
        nfs.storage.bind(nfs, request());
        return chart.toJson();
      };

      expect(build('moved', ids)).toEqual(build('chart', []));
    }));
  });
});

describe('what the server needs', () => {
  test('is a line in /etc/exports, for all who mount it', () => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', { server: '192.168.1.21', path: '/nfsdata/' });

    const lines = nfs.exportsLines('192.168.1.0/24', '10.0.0.7');

    expect(lines).toEqual(['/nfsdata 192.168.1.0/24(rw,sync,no_subtree_check,root_squash) 10.0.0.7(rw,sync,no_subtree_check,root_squash)']);
  });

  test('is quoted where the path has a space', () => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', { server: '192.168.1.21', path: '/nfs data' });

    const lines = nfs.exportsLines('192.168.1.0/24');

    expect(lines).toEqual(['"/nfs data" 192.168.1.0/24(rw,sync,no_subtree_check,root_squash)']);
  });

  test.each([[[]], [['192.168.1.0/24 (rw)']], [['10.0.0.1', '']]])('is never exported to nobody in particular: %j', clients => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', EXPORT);

    expect(() => nfs.exportsLines(...clients)).toThrow("[chart/nfs] 'exportsLines' needs the addresses of the cluster's nodes");
  });

  test('is not known where the server hides it behind the path /', () => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', { server: '192.168.1.21', path: '/' });

    expect(() => nfs.exportsLines('192.168.1.0/24')).toThrow("[chart/nfs] which directory of the server is exported as '/' (fsid=0) is not known here");
    expect(() => nfs.directories()).toThrow('fsid=0');
    expect(() => nfs.directoryCommands()).toThrow('fsid=0');
  });

  test('are the directories of the apps that use it', () => {
    const nfs = new NfsStorage(testChart('shop'), 'nfs', { ...EXPORT, backend: NfsBackend.staticVolumes() });
    nfs.storage.bind(nfs, request({ claimNames: ['data-web-0'] }));

    const commands = nfs.directoryCommands();

    expect(commands).toEqual(['install -d -o 1000 -g 2000 -m 0770 /nfsdata/shop.data-web-0']);
    expect(nfs.directories()).toHaveLength(1);
  });
});

describe('a wrong NFS storage', () => {
  test('fails synthesis with all its problems, writes nothing, and still has outputs', () => {
    const backend = NfsBackend.subdirectoryProvisioner({ user: -1 });

    const nfs = new NfsStorage(testChart('shop'), 'NFS', { server: '192.168.1.21:/data', path: 'data', mountOptions: ['a,b'], backend });

    expect(nfs.node.validate()).toEqual([
      expect.stringMatching(/^'name' must be .*at most 51 characters.* got 'NFS'; write 'name: "nfs"'$/),
      expect.stringContaining("'path' must be an absolute path without `..`, got 'data'; write 'path: \"/data\"'"),
      expect.stringContaining("write 'server: \"192.168.1.21\", path: \"/data\"'"),
      expect.stringContaining("each of 'mountOptions'"),
      expect.stringContaining("'user' must be"),
    ]);
    expect(built(nfs)).toEqual([]);
    expect(nfs.storage.bind(nfs, request())).toEqual({ storageClassName: 'NFS.shop' });
  });
});
