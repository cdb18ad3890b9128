import { execFile, spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { StandInServer } from './stand-in/server';
import { Manifest } from '../../../src/manifest/manifest';
import { compare } from '../../../src/update/diff';
import { plansFor } from '../../../src/update/plan/plan';
import { MigrationPlan, PlanStep } from '../../../src/update/plan/step';
import { claimTemplate, podTemplate, statefulSet } from '../support';

/** kubectl knows `wait --for=jsonpath` since 1.23. */
const version = /v1\.(\d+)/.exec(spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).stdout ?? '');
const hasKubectl = Number(version?.[1] ?? 0) >= 23;
const withKubectl = hasKubectl ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(step: PlanStep, kubeconfig: string): Promise<void> {
  if (step.argv.length === 0) { return Promise.resolve(); }
  const [program, ...args] = step.argv;
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env: { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, 'cache') }, timeout: 30_000 }, (error, _out, stderr) =>
      error ? reject(new Error(`${step.title}: ${step.command}\n${stderr}`)) : resolve());
    child.stdin!.end(step.stdin ?? '');
  });
}

interface Outcome {
  readonly server: StandInServer;
  readonly plan: MigrationPlan;
  /** Runs more steps. */
  readonly proceed: (steps: readonly PlanStep[]) => Promise<void>;
}

async function executed(before: Manifest[], after: Manifest[], use: (outcome: Outcome) => void | Promise<void>, live = before) {
  const [plan] = plansFor(compare(before, after));
  const server = new StandInServer();
  const kubeconfig = join(folder, 'config');
  const address = await server.start();
  writeFileSync(kubeconfig, JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'current-context': 'a',
    'clusters': [{ name: 'a', cluster: { server: address } }],
    'contexts': [{ name: 'a', context: { cluster: 'a', user: 'a' } }],
    'users': [{ name: 'a', user: {} }],
  }));
  const proceed = async (steps: readonly PlanStep[]) => {
    for (const step of steps) { await run(step, kubeconfig); }
  };
  try {
    server.add({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' }, status: { phase: 'Active' } }, ...live);
    await proceed(plan.steps);
    await use({ server, plan, proceed });
  } finally {
    server.stop();
  }
}

/** What every pod of a set finds on its volumes: the name of the pod that wrote it. */
function dataOf({ store }: StandInServer, namespace = 'data'): Record<string, string[]> {
  return Object.fromEntries(store.list('Pod', namespace).map(({ metadata, spec, status }) => [metadata.name, spec.volumes.map((volume: any) => {
    const claim = store.find('PersistentVolumeClaim', namespace, volume.persistentVolumeClaim.claimName)!;
    const data = store.find('PersistentVolume', undefined, claim.spec.volumeName)?.metadata.annotations?.data;
    return `${status?.phase} ${claim.metadata.name}: ${data}`;
  })]));
}

const storageClass = (name: string, fields: object = {}) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: `a.b/${name}`, reclaimPolicy: 'Delete', ...fields });
const two = (fields: Record<string, unknown> = {}, names = {}) => statefulSet({ replicas: 2, ...fields }, names);
const fast = storageClass('fast');

withKubectl('a plan that kubectl runs, with controllers that do as Kubernetes\' do', () => {
  test('a renamed set finds its data under the new names, and the way back brings the old ones', async () => {
    await executed([two(), fast], [two({}, { name: 'pg' }), fast], async ({ server, plan, proceed }) => {
      expect(dataOf(server)).toEqual({ 'pg-0': ['Running data-pg-0: db-0'], 'pg-1': ['Running data-pg-1: db-1'] });
      expect(server.store.list('PersistentVolume').map(({ metadata }) => metadata.labels)).toEqual([{}, {}]);

      await proceed(plan.wayBack);

      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] });
    });
  }, 120_000);

  test('claims that a policy would delete survive a move to another namespace', async () => {
    const policy = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' } };
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } };

    await executed([two(policy), fast], [two(policy, { namespace: 'prod' }), fast, namespace], ({ server }) => {
      expect(dataOf(server, 'prod')).toEqual({ 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] });
    });
  }, 120_000);

  test('growing claims takes no pod away', async () => {
    const grown = two({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '5Gi' } } })] });

    await executed([two(), fast], [grown, fast], ({ server }) => {
      expect(server.store.list('PersistentVolumeClaim').map(({ spec }) => spec.resources.requests.storage)).toEqual(['5Gi', '5Gi']);
      expect(server.requests.filter(request => request.startsWith('DELETE'))).toEqual(['DELETE StatefulSet db']);
      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] });
    });
  }, 120_000);

  test('another selector and Service: the pods are taken over, then restart with the same claims', async () => {
    const after = two({ serviceName: 'x', selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) });

    await executed([two(), fast], [after, fast], ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] });
      expect(server.store.list('Pod').map(({ spec }) => spec.subdomain)).toEqual(['x', 'x']);
    });
  }, 120_000);

  test('a renamed claim template keeps its volumes', async () => {
    const after = two({ template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] });

    await executed([two(), fast], [after, fast], ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running files-db-0: db-0'], 'db-1': ['Running files-db-1: db-1'] });
    });
  }, 120_000);

  test('another class gets a copy under the old names, and the old volumes stay', async () => {
    const slow = storageClass('slow');
    const after = two({ volumeClaimTemplates: [claimTemplate('data', { storageClassName: 'slow' })] });

    await executed([two(), fast, slow], [after, fast, slow], ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] });
      expect(server.store.list('PersistentVolume').map(({ spec, status }) => `${spec.storageClassName} ${status.phase}`).sort()).toEqual(['fast Released', 'fast Released', 'slow Bound', 'slow Bound']);
    });
  }, 120_000);

  test('scaling in keeps the claims until they are deleted by name', async () => {
    await executed([two(), fast], [two({ replicas: 1 }), fast], async ({ server, plan, proceed }) => {
      expect(server.store.list('PersistentVolumeClaim')).toHaveLength(2);

      await proceed(plan.afterwards);

      expect(server.store.list('PersistentVolumeClaim').map(({ metadata }) => metadata.name)).toEqual(['data-db-0']);
      expect(server.store.list('PersistentVolume')).toHaveLength(2);
    });
  }, 120_000);

  test('a set that somebody else has scaled stops the plan before anything happens', async () => {
    const use = jest.fn();

    await expect(executed([two(), fast], [two({}, { name: 'pg' }), fast], use, [two({ replicas: 3 }), fast])).rejects.toThrow('See that the set has 2 replicas');

    expect(use).not.toHaveBeenCalled();
  }, 120_000);
});
