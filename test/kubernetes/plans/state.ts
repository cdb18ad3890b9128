import { isSettled } from './settled';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject, hasCondition, isGoing } from '../../../scripts/kubernetes/live-object';

/** What is in some namespaces, as far as plans are about it. */
export interface State {
  /** By the claim: the storage behind it, which is what the volume points to, whatever the volume's name. */
  readonly storage: Readonly<Record<string, string>>;
  /** By the storage: its volume's phase, reclaim policy and the labels of plans. */
  readonly volumes: Readonly<Record<string, string>>;
  /** By the workload: replicas, and what else a plan may change meanwhile. */
  readonly workloads: Readonly<Record<string, unknown>>;
  /** By the name: the uid of every pod that runs and is ready. */
  readonly pods: Readonly<Record<string, string>>;
  /** What controllers have not done yet. While there is something, the state changes by itself. */
  readonly unsettled: readonly string[];
}

const KINDS = 'statefulsets,deployments,cronjobs,jobs,services,persistentvolumeclaims,pods';

export async function stateOf(kubectl: Kubectl, namespaces: readonly string[]): Promise<State> {
  const lists = await Promise.all([
    kubectl.run(['get', 'pv', '-o', 'json']),
    ...namespaces.map(namespace => kubectl.run(['get', KINDS, '-n', namespace, '-o', 'json'])),
  ]);
  const [volumes, ...rest] = lists.map(list => JSON.parse(list).items as LiveObject[]);
  const objects = rest.flat();
  const ofKind = (kind: string) => objects.filter(object => object.kind === kind);
  const ours = volumes.filter(({ spec }) => namespaces.includes(spec.claimRef?.namespace));
  const byName = new Map(ours.map(volume => [volume.metadata.name, storageOf(volume)]));
  return {
    storage: byNames(ofKind('PersistentVolumeClaim'), ({ spec, status }) => status.phase === 'Bound' ? byName.get(spec.volumeName) ?? 'unknown' : status.phase),
    volumes: Object.fromEntries(ours.map(volume => [storageOf(volume), inWords(volume)])),
    workloads: byNames(objects.filter(({ kind }) => ['StatefulSet', 'Deployment', 'CronJob', 'Service'].includes(kind)), essence),
    pods: byNames(ofKind('Pod').filter(isReady), ({ metadata }) => metadata.uid!),
    unsettled: objects.filter(object => !isSettled(object, ours)).map(({ kind, metadata: { name }, status }) => `${kind} ${name}: ${JSON.stringify(status)}`),
  };
}

function byNames<T>(objects: readonly LiveObject[], valueOf: (object: LiveObject) => T): Record<string, T> {
  return Object.fromEntries(objects.map(object => [`${object.kind === 'PersistentVolumeClaim' || object.kind === 'Pod' ? '' : `${object.kind} `}${object.metadata.name}`, valueOf(object)]));
}

function storageOf({ spec }: LiveObject): string {
  return spec.nfs ? `${spec.nfs.server}:${spec.nfs.path}` : spec.hostPath.path;
}

function inWords({ metadata, spec, status }: LiveObject): string {
  const labels = Object.keys(metadata.labels ?? {}).filter(label => label.startsWith('cdk8s-stateful/'));
  return [status.phase, spec.persistentVolumeReclaimPolicy, ...labels].join(' ');
}

function essence({ kind, spec }: LiveObject): unknown {
  if (kind === 'CronJob') { return { suspend: spec.suspend }; }
  if (kind === 'Service') { return spec.selector; }
  const { replicas, serviceName, persistentVolumeClaimRetentionPolicy, selector } = spec;
  return { replicas, serviceName, persistentVolumeClaimRetentionPolicy, selector };
}

function isReady(pod: LiveObject): boolean {
  return !isGoing(pod) && pod.status.phase === 'Running' && hasCondition(pod, 'Ready');
}
