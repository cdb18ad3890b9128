import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { describeOnNodes } from './real-cluster';
import { told } from './story';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { NFS_IMAGE } from '../../../scripts/kubernetes/node/provisioner-images';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { StatefulApp } from '../../../src/constructs/stateful-app';
import { NfsBackend } from '../../../src/constructs/storage/nfs-backend';
import { NfsStorage } from '../../../src/constructs/storage/nfs-storage';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';

const namespace = 'album';
const IMAGE = 'busybox:1.36.1';
const SERVER = '192.168.1.21';
const USER = 1000;
const READER = 'reader';
const SECONDS = 120;
const UNTIL_TOLD = ['sh', '-c', 'trap "exit 0" TERM; while :; do sleep 1; done'];

/** A StatefulApp of one pod for each way to make volumes of an export. */
const [STATIC, PROVISIONED] = ['static', 'provisioned'].map(name => ({ app: `by-${name}`, path: `/${name}`, claim: `data-by-${name}-0` }));

const chart = new Chart(Testing.app(), 'chart', { namespace });
const storages = [
  new NfsStorage(chart, 'fixed', { server: SERVER, path: STATIC.path, mountOptions: ['nfsvers=4.1', 'hard'], backend: NfsBackend.staticVolumes() }),
  new NfsStorage(chart, 'nfs', { server: SERVER, path: PROVISIONED.path }),
];
[STATIC, PROVISIONED].forEach(({ app }, index) => new StatefulApp(chart, app, {
  image: IMAGE,
  command: UNTIL_TOLD,
  user: USER,
  volumes: [{
    name: 'data', mountPath: '/data', size: Size.gibibytes(1), storage: storages[index].storage, accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
  }],
}));

/** What stands in for the kernel's client is scripts/kubernetes/node/nfs-client/mount: it binds a folder. The pod of NfsStorage runs a program of ours. */
needs(ALL, WITH_ALL).describe('', () => describeOnNodes('NfsStorage, with folders for the server\'s', 2, [IMAGE, NFS_IMAGE], cluster => {
  const toldTest = (name: string, run: () => Promise<void>) => test(name, () => told(cluster.kubectl, namespace, run));
  const podOf = (app: string) => new Pod(cluster.kubectl, namespace, `${app}-0`);
  const folderOf = (path: string) => cluster.nfsFolder(SERVER, path);

  beforeAll(() => told(cluster.kubectl, namespace, async () => {
    const { kubectl } = cluster;
    mkdirSync(folderOf('/'), { recursive: true });
    for (const command of storages.flatMap(storage => storage.directoryCommands())) { onServer(command); }
    await kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }]);
    await kubectl.applyStrictly(Testing.synth(chart));
    for (const { app } of [STATIC, PROVISIONED]) {
      await kubectl.run(['rollout', 'status', '-n', namespace, `statefulset/${app}`, `--timeout=${SECONDS}s`]);
    }
  }), 2 * SECONDS * 1000);

  /** Runs a command of NfsStorage, whose last word is a path of the server. */
  function onServer(command: string): void {
    const words = command.split(' ');
    execFileSync(words[0], [...words.slice(1, -1), folderOf(words.at(-1)!)]);
  }

  toldTest('the provisioner may do what it does', async () => {
    const logs = await cluster.kubectl.run(['logs', '-n', namespace, 'deployment/nfs-provisioner']);

    expect(logs).toContain('successfully acquired lease');
    expect(logs.split('\n').filter(line => line.includes('forbidden'))).toEqual([]);
  });

  toldTest('the provisioner makes a folder for each claim that everybody may write to', async () => {
    const { spec: { volumeName } } = await get('pvc', PROVISIONED.claim);
    const folder = join(PROVISIONED.path, `${namespace}-${PROVISIONED.claim}-${volumeName}`);

    expect((await get('pv', volumeName)).spec.nfs).toEqual({ server: SERVER, path: folder });
    expect(readdirSync(folderOf(PROVISIONED.path))).toHaveLength(1);
    const { uid, mode } = statSync(folderOf(folder));
    expect({ uid, mode: mode.toString(8).slice(-3) }).toEqual({ uid: 65534, mode: '777' });
  });

  describe.each([['of the provisioner', PROVISIONED], ['in the manifests', STATIC]] as const)('a volume %s', (_, { app, claim }) => {
    toldTest('is written by its pod, as the pod\'s user, to a folder of the server', async () => {
      await podOf(app).says(app, 'sh', '-c', 'echo kept >/data/picture');

      const file = await onServerOf(claim);
      expect(readFileSync(file, 'utf8')).toBe('kept\n');
      expect(statSync(file).uid).toBe(USER);
    });

    toldTest('is read by a pod of the other node', async () => {
      const { spec: { nodeName } } = (await podOf(app).get())!;
      const other = cluster.realNodes.find(({ name }) => name !== nodeName)!.name;
      const reader = new Pod(cluster.kubectl, namespace, READER);
      await cluster.kubectl.apply([readerOf(claim, other)]);
      await waitUntil('the other pod is ready', SECONDS, () => reader.isReady());

      expect(await reader.says(READER, 'cat', '/data/picture')).toBe('kept\n');
      await reader.delete();
    });

    toldTest('is there when its pod comes back', async () => {
      const before = (await podOf(app).get())!.metadata.uid;
      await podOf(app).delete();
      await waitUntil('another pod is ready', SECONDS, () => podOf(app).isReady());

      expect((await podOf(app).get())!.metadata.uid).not.toBe(before);
      expect(await podOf(app).says(app, 'cat', '/data/picture')).toBe('kept\n');
    });

    toldTest('is unmounted with its pod, and the files stay', async () => {
      const [file, volume] = [await onServerOf(claim), (await get('pvc', claim)).spec.volumeName];
      await cluster.kubectl.run(['scale', 'statefulset', app, '-n', namespace, '--replicas=0']);
      await waitUntil('no node mounts it', SECONDS, async () => !cluster.realNodes.some(node => node.run('cat', ['/proc/mounts']).includes(`kubernetes.io~nfs/${volume} `)));
      writeFileSync(file, 'changed on the server\n');

      await cluster.kubectl.run(['scale', 'statefulset', app, '-n', namespace, '--replicas=1']);
      await waitUntil('a pod is ready', SECONDS, () => podOf(app).isReady());
      expect(await podOf(app).says(app, 'cat', '/data/picture')).toBe('changed on the server\n');
    });
  });

  async function get(kind: string, name: string): Promise<LiveObject> {
    return JSON.parse(await cluster.kubectl.run(['get', kind, name, '-n', namespace, '-o', 'json']));
  }

  /** The file that the claim's pod has written, where the server keeps it. */
  async function onServerOf(claim: string): Promise<string> {
    const { spec: { nfs } } = await get('pv', (await get('pvc', claim)).spec.volumeName);
    return join(folderOf(nfs.path), 'picture');
  }
}));

/** A pod with the same user, on a node of one's choice. */
const readerOf = (claimName: string, nodeName: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: READER, namespace },
  spec: {
    nodeName,
    securityContext: { runAsNonRoot: true, runAsUser: USER, runAsGroup: USER, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{
      name: READER,
      image: IMAGE,
      command: UNTIL_TOLD,
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
    }],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
  },
});
