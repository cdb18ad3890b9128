import { isReady, manageSet } from './sets';
import { Store, Stored, merged } from './store';
import { disksOf, manageVolumes } from './volumes';
import { matchesSelector } from '../../../../src/kubernetes/selector';
import { replicasOf } from '../../../../src/kubernetes/workload';

/**
 * One round of what Kubernetes' controllers, the scheduler and the kubelet do,
 * as far as plans depend on it. The data of a volume is the name of the pod
 * that wrote first.
 */
export function round(store: Store) {
  collect(store);
  store.list('Pod').forEach(pod => managePod(store, pod));
  store.list('StatefulSet').forEach(set => manageSet(store, set));
  store.list('Deployment').forEach(deployment => manageDeployment(store, deployment));
  store.list('Job').forEach(job => manageJob(store, job));
  manageVolumes(store);
}

/** Garbage: dependents of what is gone go, too; orphans only lose their owner. */
function collect(store: Store) {
  for (const owner of ['StatefulSet', 'Job', 'Deployment'].flatMap(kind => store.list(kind))) {
    const { deletionTimestamp, finalizers = [], uid } = owner.metadata;
    if (!deletionTimestamp) { continue; }
    const dependents = dependentsOf(store, uid);
    if (finalizers.includes('orphan')) {
      dependents.forEach(object => store.update(merged(object, { metadata: { ownerReferences: null } })));
      store.remove(owner);
    } else if (dependents.length === 0) {
      store.remove(owner);
    } else {
      dependents.forEach(object => store.terminate(object));
    }
  }
  for (const object of ['Pod', 'PersistentVolumeClaim'].flatMap(kind => store.list(kind))) {
    const owners = object.metadata.ownerReferences ?? [];
    if (owners.length > 0 && owners.every(({ uid }: Stored) => !store.hasUid(uid))) { store.terminate(object); }
  }
}

function dependentsOf(store: Store, uid: string): Stored[] {
  return ['Pod', 'PersistentVolumeClaim'].flatMap(kind => store.list(kind)).filter(({ metadata }) => metadata.ownerReferences?.some((owner: Stored) => owner.uid === uid));
}

/** A pod gets its node when its claims are bound, runs a moment later, and is gone a moment after it is deleted. */
function managePod(store: Store, pod: Stored) {
  if (pod.metadata.deletionTimestamp) {
    store.remove(pod);
    return;
  }
  const disks = disksOf(store, pod);
  if (!disks || ['Running', 'Succeeded'].includes(pod.status?.phase)) { return; }
  if (!pod.spec.nodeName) {
    store.update(merged(pod, { spec: { nodeName: 'node' }, status: { phase: 'Pending' } }));
    return;
  }
  if (pod.spec.restartPolicy !== 'Never') { disks.forEach(disk => store.disks.set(disk, store.disks.get(disk) ?? pod.metadata.name)); }
  store.update(merged(pod, { status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] } }));
}

/** Copies from the volume that is mounted first to the one that is mounted second. Its pod stays when it has ended. */
function manageJob(store: Store, job: Stored) {
  const { namespace, name, uid, deletionTimestamp } = job.metadata;
  if (deletionTimestamp || job.status || !job.spec?.template) { return; }
  const pod = store.find('Pod', namespace, `${name}-x`);
  if (!pod) {
    const { metadata, spec } = job.spec.template;
    const ownerReferences = [{ apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true }];
    store.create({ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, labels: { ...metadata?.labels, 'job-name': name }, namespace, name: `${name}-x`, ownerReferences }, spec });
    return;
  }
  if (!isReady(pod)) { return; }
  const [from, to] = disksOf(store, pod)!;
  store.disks.set(to, store.disks.get(from)!);
  store.update(merged(pod, { status: { phase: 'Succeeded' } }));
  store.update(merged(job, { status: { succeeded: 1 } }));
}

/** Without ReplicaSets: pods of another template are replaced. */
function manageDeployment(store: Store, deployment: Stored) {
  if (deployment.metadata.deletionTimestamp) { return; }
  const { namespace, name, uid, generation } = deployment.metadata;
  const own = () => store.list('Pod', namespace).filter(({ metadata }) => metadata.ownerReferences?.[0]?.uid === uid && !metadata.deletionTimestamp);
  const template = JSON.stringify(deployment.spec.template);
  const replicas = replicasOf(deployment as never);
  own().filter((pod, index) => index >= replicas || pod.metadata.annotations.template !== template).forEach(pod => store.terminate(pod));
  for (let index = own().length; index < replicas && matchesSelector(deployment.spec.selector, deployment.spec.template.metadata.labels); index++) {
    store.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        namespace,
        name: `${name}-${store.resourceVersion}`,
        labels: deployment.spec.template.metadata.labels,
        annotations: { template },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name, uid, controller: true }],
      },
      spec: deployment.spec.template.spec,
    });
  }
  const ready = own().filter(isReady).length;
  store.update(merged(store.find('Deployment', namespace, name)!, {
    status: { observedGeneration: generation, replicas: own().length, updatedReplicas: own().length, readyReplicas: ready, availableReplicas: ready },
  }));
}
