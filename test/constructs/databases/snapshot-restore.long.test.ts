import { execFile, spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Chart, Testing } from 'cdk8s';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { SnapshotBackup } from '../../../src/constructs/databases/snapshot-backup';
import { StandInServer } from '../../diff/plan/stand-in/server';
import { Stored, merged } from '../../diff/plan/stand-in/store';
import { diskOf } from '../../diff/plan/stand-in/volumes';
import { needs } from '../../support/needs';
import { TAKEN, restoreProcedure } from '../../support/restore-procedure';

/** `kubectl wait --for=jsonpath` and go-templates are known since 1.23. */
const version = /v1\.(\d+)/.exec(spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).stdout ?? '');
const { test: withKubectl } = needs(Number(version?.[1] ?? 0) >= 23, 'no kubectl of version 1.23 or newer');

const CLAIMS = ['data-orders-db-0', 'data-orders-db-1', 'data-orders-db-2'];
const BACKUP = 'cdk8s-stateful/backup';

const folder = mkdtempSync(join(tmpdir(), 'restore-'));
let server: StandInServer;
beforeEach(() => { server = new StandInServer(); });
afterEach(() => server.stop());
afterAll(() => rmSync(folder, { recursive: true }));

function snapshot(claim: string, taken: string, data: string): Stored {
  const labels = { [BACKUP]: 'orders-db-snapshots', 'cdk8s-stateful/taken': taken };
  return { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshot', metadata: { name: `orders-db-snapshots-${taken}-${claim}`, namespace: 'orders', labels, annotations: { data } }, spec: {} };
}

const volumeOf = (claim: string) => server.store.find('PersistentVolume', undefined, server.store.find('PersistentVolumeClaim', 'orders', claim)!.spec.volumeName)!;

const dataOf = (volume: Stored) => server.store.disks.get(diskOf(volume));

/** As the snapshot controller and a CSI driver do: a Job takes snapshots of the volumes, and a claim gets what its snapshot holds. */
function provideSnapshots(): void {
  server.store.watch(Infinity, ({ type, object }) => {
    if (object.kind === 'Job' && type === 'ADDED') {
      CLAIMS.forEach(claim => server.store.create(snapshot(claim, 'now', dataOf(volumeOf(claim))!)));
      server.store.update(merged(object, { status: { conditions: [{ type: 'Complete', status: 'True' }] } }));
    }
    if (object.kind === 'PersistentVolume' && object.status?.phase === 'Bound' && !dataOf(object)) {
      const claim = server.store.find('PersistentVolumeClaim', 'orders', object.spec.claimRef.name)!;
      const source = claim.spec.dataSource && server.store.find('VolumeSnapshot', 'orders', claim.spec.dataSource.name);
      if (source) { server.store.disks.set(diskOf(object), source.metadata.annotations.data); }
    }
  });
}

/** A database that has run, with snapshots of what it held before. */
async function start(): Promise<string> {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'orders' });
  const database = new MariaDbReplication(chart, 'orders-db', { passwordSecret: 'auth' });
  new SnapshotBackup(chart, 'orders-db-snapshots', { claimNames: database.claimNames, volumeSnapshotClassName: 'fast' });
  const manifests = Testing.synth(chart).filter(({ kind }) => kind === 'StatefulSet' || kind === 'CronJob');
  manifests[0].spec.volumeClaimTemplates[0].spec.storageClassName = 'fast';
  const address = await server.start();
  server.add({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'orders' } });
  server.add({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'a.b/fast', reclaimPolicy: 'Retain' }, ...manifests);
  provideSnapshots();
  server.add(...CLAIMS.map(claim => snapshot(claim, TAKEN, `${claim} of January`)), ...CLAIMS.map(claim => snapshot(claim, '20260201t030000z', `${claim} of February`)));
  return address;
}

function run(commands: string, address: string): Promise<string> {
  const kubeconfig = join(folder, 'config');
  writeFileSync(kubeconfig, JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'current-context': 'a',
    'clusters': [{ name: 'a', cluster: { server: address } }],
    'contexts': [{ name: 'a', context: { cluster: 'a', user: 'a', namespace: 'orders' } }],
    'users': [{ name: 'a', user: {} }],
  }));
  const env = { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, 'cache') };
  return new Promise((resolve, reject) => execFile('sh', ['-c', commands], { env, cwd: folder, timeout: 90_000 }, (error, stdout, stderr) =>
    error ? reject(new Error(stdout + stderr)) : resolve(stdout)));
}

withKubectl('the commands that docs/backups.md gives bring back what every member held then', async () => {
  const address = await start();
  const volumesBefore = server.store.list('PersistentVolume').map(({ metadata }) => metadata.name);

  await run(restoreProcedure(), address);

  server.settle();
  const pods = server.store.list('Pod', 'orders').map(({ metadata, status }) => `${metadata.name} ${status.phase}`);
  expect(pods.sort()).toEqual(['orders-db-0 Running', 'orders-db-1 Running', 'orders-db-2 Running']);
  expect(CLAIMS.map(claim => dataOf(volumeOf(claim)))).toEqual(CLAIMS.map(claim => `${claim} of January`));
  expect(CLAIMS.map(claim => volumeOf(claim).spec.capacity.storage)).toEqual(['20Gi', '20Gi', '20Gi']);
  // What was there is not lost: the volumes stay, and so do snapshots of them.
  expect(volumesBefore.map(name => dataOf(server.store.find('PersistentVolume', undefined, name)!))).toEqual(['orders-db-0', 'orders-db-1', 'orders-db-2']);
  expect(server.store.list('VolumeSnapshot').filter(({ metadata }) => metadata.labels['cdk8s-stateful/taken'] === 'now').map(({ metadata }) => metadata.annotations.data))
    .toEqual(['orders-db-0', 'orders-db-1', 'orders-db-2']);
}, 120_000);

withKubectl('the backup that is restored is no longer one that the next may remove', async () => {
  const address = await start();

  await run(restoreProcedure(), address);

  const owned = (taken: string) => server.store.list('VolumeSnapshot').filter(({ metadata }) => metadata.labels['cdk8s-stateful/taken'] === taken && metadata.labels[BACKUP]).length;
  expect([owned(TAKEN), owned('20260201t030000z')]).toEqual([0, 3]);
}, 120_000);
