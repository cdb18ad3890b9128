import { ChangeExample, besides, edited } from './example';
import { DATA, DB_WITH_DATA, objectYaml, together, volumeYaml, workloadYaml } from '../../checks/rules/system/examples';

const SIZE = 'resources: {requests: {storage: 1Gi}}';
const NFS = volumeYaml('data', 'nfs: {server: 10.0.0.7, path: /data}', 'accessModes: [ReadWriteOnce]', 'persistentVolumeReclaimPolicy: Retain');

/** Claims of class `fast` that shall survive the change of their class. */
const SET_OF_FAST = workloadYaml('StatefulSet', 'db', [DB_WITH_DATA], DATA.replace('spec: {', 'spec: {storageClassName: fast, '));

function claimYaml(name: string, ...fields: string[]): string {
  return objectYaml('v1', 'PersistentVolumeClaim', name, `spec: {${[...fields, SIZE].join(', ')}}`);
}

/** A Deployment `web` that writes to a volume. */
function writing(volume: string, ...lines: string[]): string {
  const container = 'containers: [{name: web, image: example.com/web:1.4.2, volumeMounts: [{name: data, mountPath: /data}]}]';
  return workloadYaml('Deployment', 'web', [container, `volumes: [{name: data, ${volume}}]`], ...lines, 'strategy: {type: Recreate}');
}

const CLAIM = claimYaml('data', 'accessModes: [ReadWriteOnce]');
const FORCED = claimYaml('data', 'accessModes: [ReadWriteOnce]', 'storageClassName: fast').replace('{name: data}', '{name: data, annotations: {kustomize.toolkit.fluxcd.io/force: enabled}}');
const OF_CLAIM = 'persistentVolumeClaim: {claimName: data}';
const CLASS = objectYaml(
  'storage.k8s.io/v1',
  'StorageClass',
  'fast',
  'provisioner: csi.example.com',
  'reclaimPolicy: Retain',
  'parameters: {tier: ssd}',
);
const GROWING = objectYaml('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: csi.example.com', 'allowVolumeExpansion: true');
const ATTRIBUTES = objectYaml('storage.k8s.io/v1', 'VolumeAttributesClass', 'fast', 'driverName: csi.example.com', 'parameters: {iops: "3000"}');
const SNAPSHOT = objectYaml('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'monday', 'spec: {source: {persistentVolumeClaimName: data-db-0}}');
const DRIVER = objectYaml('storage.k8s.io/v1', 'CSIDriver', 'csi.example.com', 'spec: {attachRequired: true, podInfoOnMount: false}');
const NODE_DRIVER = objectYaml('storage.k8s.io/v1', 'CSINode', 'node-1', 'spec: {drivers: [{name: csi.example.com, nodeID: i-1}]}');
const OPERATED = objectYaml('postgresql.cnpg.io/v1', 'Cluster', 'orders', 'spec: {instances: 3, storage: {size: 10Gi}}');
const ATTACHMENT = objectYaml(
  'storage.k8s.io/v1',
  'VolumeAttachment',
  'data',
  'spec: {attacher: csi.example.com, nodeName: node-1, source: {persistentVolumeName: data}}',
);
const CAPACITY = objectYaml('storage.k8s.io/v1', 'CSIStorageCapacity', 'zone-a', 'storageClassName: fast', 'capacity: 100Gi');

const HOOK = objectYaml('v1', 'ConfigMap', 'web', 'data: {colour: blue}')
  .replace('{name: web}', '{name: web, annotations: {helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-delete-policy: hook-failed}}');

export const OF_STORAGE: Readonly<Record<string, ChangeExample>> = {
  'operated-data-removed': {
    before: together(OPERATED, CLASS),
    after: CLASS,
    instead: together(OPERATED.replace('{name: orders}', '{name: orders, annotations: {cnpg.io/hibernation: "on"}}'), CLASS),
  },
  'reclaim-becomes-delete': edited(NFS, [['ReclaimPolicy: Retain', 'ReclaimPolicy: Delete']]),
  'policy-left-out': edited(objectYaml('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: csi.example.com', 'reclaimPolicy: Retain'),
    [['reclaimPolicy: Retain\n', '']],
    [['reclaimPolicy: Retain', 'reclaimPolicy: Retain\nallowVolumeExpansion: true']], { also: ['storage-class-immutable'] }),
  'storage-class-removed': {
    before: together(CLASS, SET_OF_FAST),
    after: SET_OF_FAST,
    instead: together(CLASS, CLASS.replace('name: fast', 'name: faster'), SET_OF_FAST),
  },
  'data-object-removed': { before: together(CLAIM, CLASS), after: CLASS },
  'protection-removed': edited(CLAIM.replace('{name: data}', '{name: data, annotations: {helm.sh/resource-policy: keep}}'), [[', annotations: {helm.sh/resource-policy: keep}', '']],
    [[SIZE, 'resources: {requests: {storage: 2Gi}}']]),
  'data-recreated-by-deployer': edited(FORCED, [['storageClassName: fast', 'storageClassName: faster']], [['{name: data, annotations: {kustomize.toolkit.fluxcd.io/force: enabled}}', '{name: data}']]),
  'hook-in-the-way': edited(HOOK, [['blue', 'green']], [['blue', 'green'], ['hook-failed', '"before-hook-creation,hook-failed"']]),
  'deleted-for-invalid': edited(FORCED, [['ReadWriteOnce', 'ReadWriteTwice']], [['{name: data, annotations: {kustomize.toolkit.fluxcd.io/force: enabled}}', '{name: data}']]),
  'bound-volume-edited': edited(NFS, [['ReadWriteOnce', 'ReadOnlyMany']], [['capacity', 'mountOptions: [hard]\n  capacity']]),
  'single-node-claim-shared': edited(together(CLAIM, writing(OF_CLAIM, 'replicas: 1')),
    [['replicas: 1', 'replicas: 2']]),
  'data-volume-replaced': edited(together(CLAIM, writing(OF_CLAIM)), [[OF_CLAIM, 'emptyDir: {}']],
    [['/data}]', '/data}, {name: cache, mountPath: /cache}]'],
      [`{name: data, ${OF_CLAIM}}`, `{name: data, ${OF_CLAIM}}, {name: cache, emptyDir: {}}`]]),
  'inline-source-moved': edited(writing('nfs: {server: 10.0.0.7, path: /data}'), [['10.0.0.7', '10.0.0.8']],
    [['/data}]', '/data}, {name: new, mountPath: /new}]'], ['path: /data}}', 'path: /data}}, {name: new, nfs: {server: 10.0.0.8, path: /data}}']]),
  'claim-loses-reader': {
    before: together(CLAIM, writing(OF_CLAIM)),
    after: together(CLAIM, claimYaml('data-2', 'accessModes: [ReadWriteOnce]'),
      writing('persistentVolumeClaim: {claimName: data-2}').replace('name: web}', 'name: shop}')),
    instead: together(CLAIM, writing(OF_CLAIM).replace('name: web}', 'name: shop}')),
  },
  'data-becomes-read-only': edited(together(CLAIM, writing(OF_CLAIM)), [['mountPath: /data', 'mountPath: /data, readOnly: true']],
    [['/data}]}]', '/data}]}, {name: reader, image: example.com/reader:1.0.3, volumeMounts: [{name: data, mountPath: /data, readOnly: true}]}]']]),
  'claim-immutable': besides(CLAIM, [['ReadWriteOnce', 'ReadWriteMany']], ['name: data', 'name: shared']),
  'claim-size': edited(
    together(GROWING, claimYaml('data', 'storageClassName: fast', 'accessModes: [ReadWriteOnce]')),
    [['storage: 1Gi', 'storage: 500Mi']],
    [['storage: 1Gi', 'storage: 2Gi']],
  ),
  'volume-immutable': besides(NFS, [['path: /data', 'path: /data-2']], ['name: data', 'name: data-2']),
  'storage-class-immutable': besides(CLASS, [['tier: ssd', 'tier: nvme']], ['name: fast', 'name: faster']),
  'storage-class-empty-parameters': edited(CLASS.replace('parameters: {tier: ssd}\n', ''), [['Retain', 'Retain\nparameters: {}']],
    [['Retain', 'Retain\nallowVolumeExpansion: true']], { version: '1.35' }),
  'volume-attributes-class-immutable': besides(ATTRIBUTES, [['3000', '6000']], ['name: fast', 'name: faster']),
  'snapshot-source': besides(SNAPSHOT, [['data-db-0', 'data-db-1']], ['name: monday', 'name: monday-1']),
  'csi-driver-immutable': edited(DRIVER, [['attachRequired: true', 'attachRequired: false']]),
  'csi-driver-before-1.30': edited(DRIVER, [['podInfoOnMount: false', 'podInfoOnMount: true']], undefined, { version: '1.29' }),
  'csi-node-driver': edited(NODE_DRIVER, [['i-1', 'i-2']]),
  'volume-attachment-spec': edited(ATTACHMENT, [['node-1', 'node-2']]),
  'storage-capacity-immutable': edited(CAPACITY, [['storageClassName: fast', 'storageClassName: slow']], [['100Gi', '90Gi']]),
};
