import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { must } from './harness/command';
import { missingForNfs, NfsServer, NfsUser } from './harness/nfs-server';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { NfsBackend } from '../../src/constructs/storage/nfs-backend';
import { NfsStorage } from '../../src/constructs/storage/nfs-storage';
import { NfsOnDelete } from '../../src/constructs/storage/nfs-volumes';
import { needs } from '../support/needs';

const NODES = '192.168.1.0/24';
const ROOT: NfsUser = { user: 0, group: 0 };
/** The provisioner of `NfsBackend.subdirectoryProvisioner`, and what servers turn root into. */
const NOBODY: NfsUser = { user: 65534, group: 65534 };
const APP: NfsUser = { user: 1000, group: 1000 };
const STRANGER: NfsUser = { user: 2000, group: 2000 };
/** As a pod with another user and `fsGroup: 1000`. */
const NEIGHBOUR: NfsUser = { ...STRANGER, groups: [1000] };
const CLAIM = 'shop.data-web-0';

/** Each backend on an export of its own, as `exportsLines` wants it. */
const BACKENDS = {
  static: NfsBackend.staticVolumes(),
  provisioner: NfsBackend.subdirectoryProvisioner({ onDelete: NfsOnDelete.ARCHIVE }),
  rootProvisioner: NfsBackend.subdirectoryProvisioner({ onDelete: NfsOnDelete.DELETE, user: 0 }),
  csi: NfsBackend.csiDriver(),
};
type Name = keyof typeof BACKENDS | 'squashedRootProvisioner' | 'squashedCsi';
const missing = missingForNfs();

/** A real server, and a client that is not the kernel's: see docs/conformance.md for what that leaves out. */
needs(!missing, missing!).describe('exports of an NFS server', () => {
  let server: NfsServer;
  const pathOf = (name: Name) => join(server.folder, name);
  const as = (user: NfsUser, name: Name) => server.mounted(pathOf(name), user);

  beforeAll(async () => {
    server = new NfsServer();
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'shop' });
    const storageOf = (name: Name, backend: NfsBackend) => (
      new NfsStorage(chart, name.toLowerCase(), { server: NfsServer.ADDRESS, path: pathOf(name), backend })
    );
    const storages = Object.entries(BACKENDS).map(([name, backend]) => storageOf(name as Name, backend));
    new StatefulApp(chart, 'web', {
      image: 'httpd:2.4.62',
      user: APP.user,
      volumes: [{ name: 'data', mountPath: '/data', size: Size.mebibytes(100), storage: storages[0].storage }],
    });
    // That they ask for no_root_squash is right only if it does not work without.
    const squashed = [storageOf('squashedRootProvisioner', BACKENDS.rootProvisioner), storageOf('squashedCsi', BACKENDS.csi)];
    // Whatever the umask of who runs them, the directories above a volume are open.
    for (const command of [...storages, ...squashed].flatMap(storage => storage.directoryCommands())) { must('sh', '-c', `umask 077 && ${command}`); }
    await server.start([
      ...storages.flatMap(storage => storage.exportsLines(NODES)),
      ...squashed.flatMap(storage => storage.exportsLines(NODES)).map(line => line.replace('no_root_squash', 'root_squash')),
    ]);
  }, 60_000);
  afterAll(() => server?.stop());

  test('are for the nodes alone', async () => {
    expect(await as(ROOT, 'static').list('/')).toEqual([CLAIM]);
    await expect(server.mounted(pathOf('static'), ROOT, NfsServer.ELSEWHERE).list('/')).rejects.toThrow('ENOENT');
  });

  describe('static volumes, with root_squash', () => {
    const file = `/${CLAIM}/page`;
    beforeAll(() => as(APP, 'static').write(file, 'kept', '0640'));

    test('the directory belongs to the app, who writes and reads', async () => {
      expect(await as(APP, 'static').stat(`/${CLAIM}`)).toEqual({ user: 1000, group: 1000, mode: '0770' });
      expect(await as(APP, 'static').stat(file)).toEqual({ user: 1000, group: 1000, mode: '0640' });
      expect(await as(APP, 'static').read(file)).toBe('kept');
    });

    test.each([['root', ROOT], ['another user', STRANGER]])('%s neither reads nor writes', async (_, user) => {
      const volume = as(user, 'static');

      await expect(volume.list(`/${CLAIM}`)).rejects.toThrow('EACCES');
      await expect(volume.read(file)).rejects.toThrow('EACCES');
      await expect(volume.write(`/${CLAIM}/other`, 'lost')).rejects.toThrow('EACCES');
      await expect(volume.removeAll(file)).rejects.toThrow('EACCES');
      expect(await as(APP, 'static').list(`/${CLAIM}`)).toEqual(['page']);
    });

    test('a user in the group reads, and writes files of its own', async () => {
      const volume = as(NEIGHBOUR, 'static');
      await volume.write(`/${CLAIM}/note`, 'mine');

      expect(await volume.read(file)).toBe('kept');
      await expect(volume.write(file, 'changed')).rejects.toThrow('EACCES');
      expect(await as(APP, 'static').stat(`/${CLAIM}/note`)).toMatchObject({ user: STRANGER.user });
      await volume.removeAll(`/${CLAIM}/note`);
    });

    test('root mounts the directory itself, as the kubelet does, and changes neither owner nor mode', async () => {
      const volume = server.mounted(join(pathOf('static'), CLAIM), ROOT);

      expect(await volume.stat('/')).toMatchObject({ user: 1000, mode: '0770' });
      await expect(volume.chown('/', 0, 0)).rejects.toThrow('EPERM');
      await expect(volume.chmod('/', '0777')).rejects.toThrow('EPERM');
    });

    test('root makes no directory for a subPath in it, and does not find one', async () => {
      await as(APP, 'static').mkdir(`/${CLAIM}/site`);

      await expect(as(ROOT, 'static').mkdir(`/${CLAIM}/another`)).rejects.toThrow('EACCES');
      await expect(as(ROOT, 'static').stat(`/${CLAIM}/site`)).rejects.toThrow('EACCES');
      await as(APP, 'static').removeAll(`/${CLAIM}/site`);
    });

    test('nobody but the server\'s root makes another volume', async () => {
      await expect(as(APP, 'static').mkdir('/another')).rejects.toThrow('EACCES');
      await expect(as(ROOT, 'static').mkdir('/another')).rejects.toThrow('EACCES');
    });
  });

  describe('subdirectoryProvisioner, with root_squash', () => {
    test.each([['its user 65534', NOBODY], ['root, who is turned into it', ROOT]])('%s makes a directory and opens it for all', async (who, user) => {
      const folder = `/made-by-${who.slice(0, 3)}`;
      await made('provisioner', user, folder);

      expect(await as(user, 'provisioner').stat(folder)).toEqual({ ...NOBODY, mode: '0777' });
      await as(APP, 'provisioner').write(`${folder}/file`, 'written');
      expect(await as(STRANGER, 'provisioner').read(`${folder}/file`)).toBe('written');
    });

    test('root makes a directory for a subPath, and the app writes to it', async () => {
      await made('provisioner', NOBODY, '/shop-d');
      // With the mode of the volume's root, as the kubelet does.
      await made('provisioner', ROOT, '/shop-d/site');
      await as(APP, 'provisioner').write('/shop-d/site/page', 'written');

      expect(await as(APP, 'provisioner').list('/shop-d/site')).toEqual(['page']);
    });

    test('an app makes no directory beside its own', async () => {
      await expect(as(APP, 'provisioner').mkdir('/mine')).rejects.toThrow('EACCES');
    });

    test('\'archive\' keeps all, also what the provisioner cannot read', async () => {
      await usedVolume('provisioner', NOBODY, '/shop-a');
      await as(NOBODY, 'provisioner').rename('/shop-a', '/archived-shop-a');

      expect(await as(NOBODY, 'provisioner').list('/archived-shop-a')).toEqual(['data', 'file', 'private']);
      expect(await as(APP, 'provisioner').read('/archived-shop-a/private/file')).toBe('kept');
      await expect(as(NOBODY, 'provisioner').list('/archived-shop-a/private')).rejects.toThrow('EACCES');
    });

    test('\'delete\' by user 65534 deletes files of other users, and nothing in their directories', async () => {
      await usedVolume('provisioner', NOBODY, '/shop-b');

      await expect(as(NOBODY, 'provisioner').removeAll('/shop-b')).rejects.toThrow('EACCES');
      expect(await as(APP, 'provisioner').list('/shop-b')).toEqual(['data', 'private']);
      expect(await as(APP, 'provisioner').read('/shop-b/data/file')).toBe('kept');
    });

    test('\'delete\' by user 65534 deletes all if the app runs as that user', async () => {
      await usedVolume('provisioner', NOBODY, '/shop-c', NOBODY);
      await as(NOBODY, 'provisioner').removeAll('/shop-c');

      expect(await as(NOBODY, 'provisioner').list('/')).not.toContain('shop-c');
    });
  });

  describe('subdirectoryProvisioner as root', () => {
    test('with no_root_squash, \'delete\' deletes what other users have written', async () => {
      await usedVolume('rootProvisioner', ROOT, '/shop-a');
      await as(ROOT, 'rootProvisioner').removeAll('/shop-a');

      expect(await as(ROOT, 'rootProvisioner').list('/')).toEqual([]);
    });

    test('with root_squash, it makes no directory', async () => {
      await expect(as(ROOT, 'squashedRootProvisioner').mkdir('/shop-a')).rejects.toThrow('EACCES');
    });
  });

  describe('csiDriver', () => {
    test('with no_root_squash, root makes a directory and gives it to the pod\'s group', async () => {
      await as(ROOT, 'csi').mkdir('/pvc-1');
      expect(await as(ROOT, 'csi').stat('/pvc-1')).toEqual({ ...ROOT, mode: '0755' });
      await expect(as(NEIGHBOUR, 'csi').write('/pvc-1/file', 'early')).rejects.toThrow('EACCES');

      // As the kubelet does for fsGroup.
      await as(ROOT, 'csi').chown('/pvc-1', 0, 1000);
      await as(ROOT, 'csi').chmod('/pvc-1', '2775');

      await as(NEIGHBOUR, 'csi').write('/pvc-1/file', 'written');
      expect(await as(ROOT, 'csi').stat('/pvc-1/file')).toMatchObject({ user: 2000, group: 1000 });
      await expect(as(STRANGER, 'csi').write('/pvc-1/file', 'changed')).rejects.toThrow('EACCES');
    });

    test('with root_squash, it makes none', async () => {
      await expect(as(ROOT, 'squashedCsi').mkdir('/pvc-1')).rejects.toThrow('EACCES');
    });

    test('with root_squash, it gives none away either where it may make them', async () => {
      must('chown', '65534:65534', pathOf('squashedCsi'));
      await as(ROOT, 'squashedCsi').mkdir('/pvc-2');

      await expect(as(ROOT, 'squashedCsi').chown('/pvc-2', 0, 1000)).rejects.toThrow('EPERM');
      expect(await as(ROOT, 'squashedCsi').stat('/pvc-2')).toEqual({ ...NOBODY, mode: '0755' });
    });
  });

  /** A directory as nfs-subdir-external-provisioner makes it. */
  async function made(name: Name, provisioner: NfsUser, folder: string): Promise<void> {
    await as(provisioner, name).mkdir(folder, '0755');
    await as(provisioner, name).chmod(folder, '0777');
  }

  /** A volume with a file, a directory as most programs make it, and one that is for its owner alone. */
  async function usedVolume(name: Name, provisioner: NfsUser, folder: string, user = APP): Promise<void> {
    await made(name, provisioner, folder);
    const app = as(user, name);
    await app.mkdir(`${folder}/data`, '0755');
    await app.mkdir(`${folder}/private`, '0700');
    for (const file of ['file', 'data/file', 'private/file']) { await app.write(`${folder}/${file}`, 'kept'); }
  }
});
