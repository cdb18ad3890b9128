import { spawnSync } from 'child_process';
import { PlanRunner } from './runner';
import { StandInServer } from './stand-in/server';
import { diskOf } from './stand-in/volumes';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { changesAsJson } from '../../../src/reports/json';
import { MigrationPlan } from '../../../src/reports/plan';
import { needs } from '../../support/needs';
import { claimTemplate, podTemplate, statefulSet } from '../support';

/** kubectl knows `wait --for=jsonpath` since 1.23. */
const version = /v1\.(\d+)/.exec(spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).stdout ?? '');
const hasKubectl = Number(version?.[1] ?? 0) >= 23;
export const { describe: withKubectl } = needs(hasKubectl, 'no kubectl of version 1.23 or newer');

export interface Cluster {
  readonly server: StandInServer;
  readonly plan: MigrationPlan;
  readonly runner: PlanRunner;
}

export interface Change {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /** What is in the cluster. @default - what the old manifests say */
  readonly live?: readonly object[];
  /** Of Kubernetes. @default - the usual one */
  readonly version?: string;
}

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' }, status: { phase: 'Active' } };

/** The plan as the command prints it, and a cluster to run it in. */
export async function inCluster({ before, after, live = before, version: kubernetesVersion }: Change, use: (cluster: Cluster) => Promise<void>) {
  const comparison = diff([...before], [...after], { model: ApiModel.of(kubernetesVersion) });
  const [plan] = JSON.parse(changesAsJson(comparison, plansFor(comparison))).plans;
  const server = new StandInServer();
  const runner = new PlanRunner(await server.start());
  try {
    server.add(...live.some(object => (object as Manifest).kind === 'Namespace') ? [] : [NAMESPACE], ...live);
    await use({ server, plan, runner });
  } finally {
    server.stop();
    runner.end();
  }
}

/** Runs the steps of the plan, and then looks. */
export async function executed(change: Change, use: (cluster: Cluster) => void | Promise<void>) {
  await inCluster(change, async cluster => {
    await cluster.runner.run(cluster.plan.steps);
    await use(cluster);
  });
}

/** What every pod finds on its volumes: the name of the pod that wrote it. */
export function dataOf({ store }: StandInServer, namespace = 'data'): Record<string, string[]> {
  return Object.fromEntries(store.list('Pod', namespace).map(({ metadata, spec, status }) => [metadata.name, spec.volumes.map((volume: any) => {
    const claim = store.find('PersistentVolumeClaim', namespace, volume.persistentVolumeClaim.claimName)!;
    const data = store.disks.get(diskOf(store.find('PersistentVolume', undefined, claim.spec.volumeName)!));
    return `${status?.phase} ${claim.metadata.name}: ${data}`;
  })]));
}

/** Pods of a Deployment come back under other names. */
function dataWithoutHashes(data: Record<string, string[]>) {
  return Object.fromEntries(Object.entries(data).map(([pod, found]) => [pod.replace(/^web-\d+$/, 'web'), found]));
}

/** Everything that a way back has to bring back. */
export function stateOf(server: StandInServer) {
  server.settle();
  const sets = server.store.list('StatefulSet');
  return {
    data: dataWithoutHashes(dataOf(server)),
    sets: sets.map(({ metadata, spec }) => [metadata.name, spec.replicas, spec.persistentVolumeClaimRetentionPolicy, spec.selector]),
    claims: server.store.list('PersistentVolumeClaim').map(({ metadata, spec, status }) => `${metadata.name} ${spec.volumeName} ${status.phase}`).sort(),
    volumes: server.store.list('PersistentVolume').filter(({ status }) => status.phase === 'Bound')
      .map(({ metadata, spec }) => `${metadata.name} ${spec.persistentVolumeReclaimPolicy} ${Object.keys(metadata.labels ?? {})}`).sort(),
  };
}

const storageClass = (name: string, fields: object = {}) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: `a.b/${name}`, reclaimPolicy: 'Delete', ...fields });
export const two = (fields: Record<string, unknown> = {}, names = {}) => statefulSet({ replicas: 2, ...fields }, names);
export const one = (fields: Record<string, unknown> = {}, names = {}) => two({ replicas: 1, ...fields }, names);
export const inClass = (storageClassName: string) => ({ volumeClaimTemplates: [claimTemplate('data', { storageClassName })] });
export const files = { template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] };
export const [fast, slow] = [storageClass('fast'), storageClass('slow')];
export const deleting = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' } };
export const claim = (name: string, spec: object = {}, namespace = 'data') => ({
  apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace, labels: { of: name } }, spec: { ...claimTemplate().spec, ...spec },
});
export const mounting = (claimName: string) => podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }, { app: 'web' });
export const deployment = (claimName: string, name = 'web') => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'data' }, spec: { selector: { matchLabels: { app: 'web' } }, template: mounting(claimName) },
});
export const cronJob = (claimName: string) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'backup', namespace: 'data' },
  spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: { spec: { ...mounting(claimName).spec, restartPolicy: 'Never' } } } } },
});
export const volume = (name: string, path: string, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: '', nfs: { server: 'nas', path }, ...spec },
});
export const reserved = (name: string, path: string, claimName: string) => volume(name, path, { claimRef: { namespace: 'data', name: claimName } });
export const named = (name: string, volumeName: string) => claim(name, { storageClassName: '', volumeName });
export const staticSet = (fields: object = {}) => one({ ...inClass(''), ...fields });
export const KEPT = { 'db-0': ['Running data-db-0: db-0'], 'db-1': ['Running data-db-1: db-1'] };
export const restricted = { ...NAMESPACE, metadata: { name: 'data', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } };
/** A set whose members know their number, and that says how they leave. */
export const told = (replicas: number, decommission: string) => {
  const set = statefulSet({ replicas, podManagementPolicy: 'Parallel', template: podTemplate({ env: [{ name: 'REPLICAS', value: String(replicas) }] }) });
  return { ...set, metadata: { ...set.metadata, annotations: { 'cdk8s-stateful/decommission': decommission } } };
};
export const policiesOf = ({ store }: StandInServer) => store.list('PersistentVolume').map(({ spec }) => spec.persistentVolumeReclaimPolicy);
