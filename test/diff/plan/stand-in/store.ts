import { isClusterScoped } from '../../../../src/kubernetes/kinds';
import { isRecord } from '../../../../src/kubernetes/manifest';

export type Stored = Record<string, any>;

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Stored;
}

/** Resources that the stand-in serves, by API group and version. */
export const RESOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'v1': {
    pods: 'Pod',
    persistentvolumeclaims: 'PersistentVolumeClaim',
    persistentvolumes: 'PersistentVolume',
    services: 'Service',
    namespaces: 'Namespace',
    secrets: 'Secret',
    configmaps: 'ConfigMap',
  },
  'apps/v1': { statefulsets: 'StatefulSet', deployments: 'Deployment' },
  'storage.k8s.io/v1': { storageclasses: 'StorageClass' },
  'batch/v1': { jobs: 'Job', cronjobs: 'CronJob' },
  'snapshot.storage.k8s.io/v1': { volumesnapshots: 'VolumeSnapshot' },
};

export function isNamespaced(apiVersion: string, kind: string): boolean {
  return !isClusterScoped(apiVersion, kind);
}

/** Objects by kind, namespace and name, as etcd holds them; tells whoever watches. */
export class Store {
  /** What is on the disks behind the volumes. */
  public readonly disks = new Map<string, string>();
  private readonly objects = new Map<string, Stored>();
  private readonly history: WatchEvent[] = [];
  private readonly watchers = new Set<(event: WatchEvent) => void>();
  private version = 100;

  public list(kind: string, namespace?: string): Stored[] {
    return [...this.objects.values()].filter(object => object.kind === kind && (!namespace || object.metadata.namespace === namespace));
  }

  public find(kind: string, namespace: string | undefined, name: string): Stored | undefined {
    return this.objects.get(keyOf(kind, namespace, name));
  }

  public create(object: Stored): Stored {
    this.version += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, uid: `uid-${this.version}`, resourceVersion: String(this.version), generation: 1, creationTimestamp: '2024-01-01T00:00:00Z' },
    };
    this.objects.set(this.key(stored), stored);
    this.tell({ type: 'ADDED', object: stored });
    return stored;
  }

  /** Replaces what is there; the generation goes up with the spec. */
  public update(next: Stored): Stored {
    const old = this.objects.get(this.key(next))!;
    if (JSON.stringify(old) === JSON.stringify(next)) { return old; }
    this.version += 1;
    const isNewSpec = JSON.stringify(old.spec) !== JSON.stringify(next.spec);
    const generation = old.metadata.generation + (isNewSpec ? 1 : 0);
    const stored = { ...next, metadata: { ...next.metadata, resourceVersion: String(this.version), generation } };
    this.objects.set(this.key(stored), stored);
    this.tell({ type: 'MODIFIED', object: stored });
    return stored;
  }

  public remove(object: Stored) {
    if (!this.objects.delete(this.key(object))) { return; }
    this.version += 1;
    this.tell({ type: 'DELETED', object: merged(object, { metadata: { resourceVersion: String(this.version) } }) });
  }

  public hasUid(uid: string): boolean {
    return [...this.objects.values()].some(({ metadata }) => metadata.uid === uid);
  }

  /** Asks for an object to go; who looks after its kind removes it. */
  public terminate(object: Stored, finalizers?: readonly string[]): Stored {
    if (object.metadata.deletionTimestamp) { return object; }
    return this.update(merged(object, { metadata: { deletionTimestamp: '2024-01-01T00:00:00Z', ...finalizers && { finalizers } } }));
  }

  /** Tells what happened since a version, and then what happens. */
  public watch(since: number, watcher: (event: WatchEvent) => void): () => void {
    this.history.filter(({ object }) => Number(object.metadata.resourceVersion) > since).forEach(watcher);
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  public get resourceVersion(): string { return String(this.version); }

  private tell(event: WatchEvent) {
    this.history.push(event);
    for (const watcher of this.watchers) { watcher(event); }
  }

  private key({ kind, metadata }: Stored): string {
    return keyOf(kind, metadata.namespace, metadata.name);
  }
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc7386 */
export function merged(target: any, patch: any): any {
  if (!isRecord(patch)) { return patch; }
  const result: Stored = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) { delete result[key]; } else { result[key] = merged(result[key], value); }
  }
  return result;
}
