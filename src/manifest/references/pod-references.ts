import { ReferenceCollector } from './reference';
import { isRecord, listOf, recordOf } from '../../kubernetes/manifest';

/** Adds what a pod spec names: its ServiceAccount, classes, pull secrets, environment and volumes. */
export function addPodReferences(into: ReferenceCollector, spec: Record<string, any>, path: string) {
  addAccount(into, spec, path);
  listOf(spec.imagePullSecrets).forEach((secret, i) => into.add({
    relation: 'pulls with', kind: 'Secret', name: recordOf(secret).name, path: `${path}/imagePullSecrets/${i}/name`,
  }));
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    listOf(spec[list]).forEach((container, i) => addEnvironment(into, recordOf(container), `${path}/${list}/${i}`));
  }
  listOf(spec.volumes).forEach((volume, i) => addVolume(into, recordOf(volume), `${path}/volumes/${i}`));
}

/** Adds what a claim spec names: its class, its volume and what it is filled from. */
export function addClaimReferences(into: ReferenceCollector, spec: Record<string, any>, path: string) {
  into.add({
    relation: 'of class',
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    namespace: '',
    name: spec.storageClassName,
    path: `${path}/storageClassName`,
  });
  into.add({ relation: 'binds', kind: 'PersistentVolume', namespace: '', name: spec.volumeName, path: `${path}/volumeName` });
  const source = isRecord(spec.dataSource) ? 'dataSource' : 'dataSourceRef';
  const { apiGroup, kind, namespace, name } = recordOf(spec[source]);
  if (typeof kind === 'string') {
    into.add({
      relation: 'restores',
      group: typeof apiGroup === 'string' ? apiGroup : '',
      kind,
      name,
      path: `${path}/${source}/name`,
      namespace: typeof namespace === 'string' ? namespace : undefined,
    });
  }
}

function addAccount(into: ReferenceCollector, spec: Record<string, any>, path: string) {
  const field = spec.serviceAccountName ? 'serviceAccountName' : 'serviceAccount';
  into.add({ relation: 'runs as', kind: 'ServiceAccount', name: spec[field], path: `${path}/${field}` });
  into.add({
    relation: 'of class',
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    namespace: '',
    name: spec.priorityClassName,
    path: `${path}/priorityClassName`,
  });
  into.add({
    relation: 'of class',
    group: 'node.k8s.io',
    kind: 'RuntimeClass',
    namespace: '',
    name: spec.runtimeClassName,
    path: `${path}/runtimeClassName`,
  });
}

function addEnvironment(into: ReferenceCollector, container: Record<string, any>, path: string) {
  listOf(container.env).forEach((variable, i) => {
    const from = recordOf(recordOf(variable).valueFrom);
    addKey(into, 'ConfigMap', from.configMapKeyRef, `${path}/env/${i}/valueFrom/configMapKeyRef`);
    addKey(into, 'Secret', from.secretKeyRef, `${path}/env/${i}/valueFrom/secretKeyRef`);
  });
  listOf(container.envFrom).forEach((source, i) => {
    addKey(into, 'ConfigMap', recordOf(source).configMapRef, `${path}/envFrom/${i}/configMapRef`);
    addKey(into, 'Secret', recordOf(source).secretRef, `${path}/envFrom/${i}/secretRef`);
  });
}

function addKey(into: ReferenceCollector, kind: string, reference: unknown, path: string) {
  const { name, key, optional } = recordOf(reference);
  into.add({
    relation: 'reads',
    kind,
    name,
    path: `${path}/name`,
    key: typeof key === 'string' ? key : undefined,
    optional: optional === true || undefined,
  });
}

/** Volume types that carry `secretRef`, a Secret of the pod's own namespace. */
const WITH_SECRET_REF = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];

function addVolume(into: ReferenceCollector, volume: Record<string, any>, path: string) {
  addSource(into, 'ConfigMap', volume.configMap, 'name', `${path}/configMap`);
  addSource(into, 'Secret', volume.secret, 'secretName', `${path}/secret`);
  listOf(recordOf(volume.projected).sources).forEach((source, i) => {
    addSource(into, 'ConfigMap', recordOf(source).configMap, 'name', `${path}/projected/sources/${i}/configMap`);
    addSource(into, 'Secret', recordOf(source).secret, 'name', `${path}/projected/sources/${i}/secret`);
  });
  into.add({
    relation: 'mounts',
    kind: 'PersistentVolumeClaim',
    name: recordOf(volume.persistentVolumeClaim).claimName,
    path: `${path}/persistentVolumeClaim/claimName`,
  });
  if (isRecord(volume.ephemeral)) {
    const spec = recordOf(recordOf(volume.ephemeral.volumeClaimTemplate).spec);
    addClaimReferences(into, spec, `${path}/ephemeral/volumeClaimTemplate/spec`);
  }
  for (const type of WITH_SECRET_REF) {
    if (!isRecord(volume[type])) { continue; }
    into.add({ relation: 'reads', kind: 'Secret', name: recordOf(volume[type].secretRef).name, path: `${path}/${type}/secretRef/name` });
  }
  into.add({
    relation: 'reads',
    kind: 'Secret',
    name: recordOf(recordOf(volume.csi).nodePublishSecretRef).name,
    path: `${path}/csi/nodePublishSecretRef/name`,
  });
  into.add({ relation: 'reads', kind: 'Secret', name: recordOf(volume.azureFile).secretName, path: `${path}/azureFile/secretName` });
}

/** A ConfigMap or Secret as files: the object itself, and each key that `items` picks. */
function addSource(into: ReferenceCollector, kind: string, source: unknown, field: string, path: string) {
  const { [field]: name, items, optional } = recordOf(source);
  const reference = { relation: 'mounts', kind, name, path: `${path}/${field}`, optional: optional === true || undefined } as const;
  into.add(reference);
  listOf(items).forEach((item, i) => {
    const { key } = recordOf(item);
    if (typeof key === 'string') { into.add({ ...reference, key, path: `${path}/items/${i}/key` }); }
  });
}
