import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Chart, Size, Testing } from 'cdk8s';
import { Counters } from './counters';
import { MINOR, describeOnNodes } from './real-cluster';
import { told } from './story';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { csiClass } from '../../../scripts/kubernetes/node/csi';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { SnapshotBackup } from '../../../src/constructs/databases/snapshot-backup';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';
import { restoreProcedure } from '../../support/restore-procedure';
import { impatient } from '../plans/guards';
import { PlanRunner } from '../plans/plan-runner';
import { planned } from '../plans/planned';

const namespace = 'orders';
const NAME = 'orders-db';
const BACKUP = `${NAME}-snapshots`;
const BACKUP_IMAGE = 'node:24.21.0-alpine3.24';
const SECONDS = 300;
const CSI = csiClass('csi') as LiveObject;
/** Another class of the same driver is the same storage, unless its parameters differ. */
const OTHER = csiClass('csi-other', { parameters: { type: 'other' } }) as LiveObject;
/** The driver makes nothing of this size. */
const TOO_LARGE = Size.tebibytes(2);

/** Each test goes on with what the one before it left. */
describeOnNodes('Volumes of a CSI driver', 1, [Counters.image, BACKUP_IMAGE], cluster => {
  let counters: Counters;
  let runner: PlanRunner;
  const toldTest = (name: string, run: () => Promise<void>) => [name, () => told(cluster.kubectl, namespace, run)] as const;

  beforeAll(() => told(cluster.kubectl, namespace, async () => {
    const { kubectl } = cluster;
    runner = new PlanRunner(kubectl, async () => { /* Nothing is left to people here. */ });
    counters = new Counters(kubectl, namespace, { name: NAME, size: Size.gibibytes(1), storageClass: CSI });
    await kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }]);
    await kubectl.run(['config', 'set-context', '--current', `--namespace=${namespace}`]);
    await counters.apply();
  }), SECONDS * 1000);

  /** Runs the plan that leads to other counters, and applies them. */
  async function change(next: Counters): Promise<void> {
    const { plan } = planned(counters.manifests, next.manifests, MINOR);
    await runner.run([...plan.steps, ...plan.afterwards]);
    counters = next;
    await counters.apply();
  }

  test(...toldTest('claims grow by their plan, while every member goes on to write', async () => {
    const [counts, uids] = [await counters.counts(), await counters.uids()];

    await change(counters.with({ size: Size.gibibytes(2) }));

    await counters.countOn(counts);
    expect(await counters.uids()).toEqual(uids);
    expect(await counters.ofVolumes('{.spec.capacity.storage}')).toEqual(['2Gi', '2Gi', '2Gi']);
  }));

  const { test: testOfAll } = needs(ALL, WITH_ALL);

  // Without --all, snapshots are restored while that is still to be done.
  testOfAll(...toldTest('the kubelet makes their file systems larger when it next looks at the pods', async () => {
    await waitUntil('the claims have grown', SECONDS, async () => (await counters.ofClaims('{.status.capacity.storage}')).every(size => size === '2Gi'));

    expect(await counters.ofClaims('{.status.conditions}')).toEqual(['', '', '']);
  }));

  test(...toldTest('SnapshotBackup takes snapshots of all members, and the commands of the documentation bring them back', async () => {
    await cluster.kubectl.apply(backup(counters.claims));
    await counters.say('touch', '/data/before');
    const counts = await counters.counts();

    const taken = await takeSnapshots();
    await counters.say('touch', '/data/after');
    await restore(taken);

    await counters.ready();
    await counters.countOn(counts);
    expect(await counters.say('sh', '-c', 'cd /data && ls')).toEqual(Array(3).fill('before\nnumbers'));
    expect(await counters.ofClaims('{.spec.dataSource.name}')).toEqual(counters.claims.map(claim => `${BACKUP}-${taken}-${claim}`));
    expect(await counters.ofClaims('{.status.capacity.storage}')).toEqual(['2Gi', '2Gi', '2Gi']);
  }));

  testOfAll(...toldTest('claims get another class by their plan, whose Job copies the data', async () => {
    const [counts, volumes] = [await counters.counts(), await counters.ofClaims('{.spec.volumeName}')];

    await change(counters.with({ storageClass: OTHER }));

    await counters.countOn(counts);
    expect(await counters.say('sh', '-c', 'cd /data && ls')).toEqual(Array(3).fill('before\nnumbers'));
    expect(await counters.ofClaims('{.spec.storageClassName}')).toEqual(Array(3).fill('csi-other'));
    expect((await counters.ofClaims('{.spec.volumeName}')).filter(volume => volumes.includes(volume))).toEqual([]);
  }));

  testOfAll(...toldTest('a set gets another name by its plan, and its members their volumes', async () => {
    const [counts, volumes] = [await counters.counts(), await counters.ofClaims('{.spec.volumeName}')];

    await change(counters.with({ name: 'ledger-db' }));

    await counters.countOn(counts);
    expect(await counters.ofClaims('{.spec.volumeName}')).toEqual(volumes);
  }));

  testOfAll(...toldTest('a plan ends when the driver refuses to grow a volume, and nothing has stopped', async () => {
    const { plan } = planned(counters.manifests, counters.with({ size: TOO_LARGE }).manifests, MINOR);
    const [counts, uids] = [await counters.counts(), await counters.uids()];

    await expect(runner.run(plan.steps.map(impatient))).rejects.toThrow(/did not grow \(requested, there\): 2Ti 2Gi/);

    await counters.countOn(counts);
    expect(await counters.uids()).toEqual(uids);
  }));

  /** Gives the moment by which they are found. */
  async function takeSnapshots(): Promise<string> {
    const { kubectl } = cluster;
    await kubectl.run(['create', 'job', 'now', `--from=cronjob/${BACKUP}`]);
    await kubectl.run(['wait', '--for=condition=Complete', 'job/now', `--timeout=${SECONDS}s`]);
    const { items } = JSON.parse(await kubectl.run(['get', 'volumesnapshots', '-l', `cdk8s-stateful/backup=${BACKUP}`, '-o', 'json']));
    expect(items.map(({ spec, status }: any) => `${spec.source.persistentVolumeClaimName} ${status.readyToUse}`).sort()).toEqual(counters.claims.map(claim => `${claim} true`));
    return items[0].metadata.labels['cdk8s-stateful/taken'];
  }

  async function restore(taken: string): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'restore-'));
    try {
      await promisify(execFile)('sh', ['-c', restoreProcedure(taken)], { env: runner.env, cwd: folder });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

function backup(claimNames: readonly string[]): object[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  new SnapshotBackup(chart, BACKUP, { claimNames: [...claimNames], volumeSnapshotClassName: 'csi' });
  return Testing.synth(chart);
}
