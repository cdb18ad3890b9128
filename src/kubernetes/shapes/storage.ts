import { isRecord } from '../manifest';
import { LABEL_SELECTOR, METADATA, NODE_SELECTOR, REFERENCE } from './common';
import { ATOMIC_LIST, FREE_MAP, KEEPS_EMPTY, QUANTITIES, Shape, fixed, struct } from './shape';

/** The kinds that `dataSource` can name; others the server drops without a word. */
const SOURCES: ReadonlySet<string> = new Set(['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']);

/** Of claims too, `resources.claims` is dropped without a word. */
function withoutResourceClaims(spec: Record<string, any>): Record<string, any> {
  if (!isRecord(spec.resources) || !Object.hasOwn(spec.resources, 'claims')) { return spec; }
  const { claims, ...resources } = spec.resources;
  return { ...spec, resources };
}

/** A claim's source has two spellings that the server keeps equal. */
function decodeClaimSpec(given: Record<string, any>): Record<string, any> {
  const spec = withoutResourceClaims(given);
  const { dataSource, ...rest } = spec;
  const ref = rest.dataSourceRef;
  if (isRecord(dataSource)) {
    if (isRecord(ref)) { return spec; }
    return SOURCES.has(`${dataSource.apiGroup ?? ''}/${dataSource.kind}`) ? { ...spec, dataSourceRef: dataSource } : rest;
  }
  return isRecord(ref) && !ref.namespace ? { ...rest, dataSource: ref } : rest;
}

const CLAIM_FIELDS: NonNullable<Shape['fields']> = {
  accessModes: ATOMIC_LIST,
  resources: struct({ requests: QUANTITIES, limits: QUANTITIES }),
  selector: LABEL_SELECTOR,
  storageClassName: KEEPS_EMPTY,
  dataSource: REFERENCE,
  dataSourceRef: struct({}),
};

const CLAIM_DEFAULTS = fixed({ volumeMode: 'Filesystem' });

/** The claim in a template; the server leaves the spelling of its source alone until the claim is made. */
export const TEMPLATE_CLAIM_SPEC: Shape = struct(CLAIM_FIELDS, CLAIM_DEFAULTS, { decode: withoutResourceClaims });

export const PERSISTENT_VOLUME_CLAIM: Shape = struct({
  metadata: METADATA, spec: struct(CLAIM_FIELDS, CLAIM_DEFAULTS, { decode: decodeClaimSpec }),
});

/** A claim template of a StatefulSet; the server writes out its kind. */
export const CLAIM_TEMPLATE: Shape = struct(
  { metadata: METADATA, spec: TEMPLATE_CLAIM_SPEC },
  fixed({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }),
  { decode: ({ status, ...template }) => template },
);

/** Where the data of a volume is: the sources that a Pod and a PersistentVolume both know, and `local`. */
export const DATA_SOURCES: NonNullable<Shape['fields']> = {
  awsElasticBlockStore: struct({}),
  azureDisk: struct({}, fixed({ cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false })),
  azureFile: struct({}),
  cephfs: struct({ monitors: ATOMIC_LIST }),
  cinder: struct({}),
  csi: struct({ volumeAttributes: FREE_MAP }),
  fc: struct({ targetWWNs: ATOMIC_LIST, wwids: ATOMIC_LIST }),
  flexVolume: struct({ options: FREE_MAP }),
  flocker: struct({}),
  gcePersistentDisk: struct({}),
  glusterfs: struct({}),
  hostPath: struct({}),
  iscsi: struct({ portals: ATOMIC_LIST }, fixed({ iscsiInterface: 'default' })),
  local: struct({}),
  nfs: struct({}),
  photonPersistentDisk: struct({}),
  portworxVolume: struct({}),
  quobyte: struct({}),
  rbd: struct({ monitors: ATOMIC_LIST }, fixed({ pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' })),
  scaleIO: struct({}, fixed({ storageMode: 'ThinProvisioned', fsType: 'xfs' })),
  storageos: struct({}),
  vsphereVolume: struct({}),
};

export const PERSISTENT_VOLUME: Shape = struct({
  metadata: METADATA,
  spec: struct({
    capacity: QUANTITIES,
    accessModes: ATOMIC_LIST,
    mountOptions: ATOMIC_LIST,
    claimRef: REFERENCE,
    nodeAffinity: struct({ required: NODE_SELECTOR }),
    ...DATA_SOURCES,
  }, fixed({ persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' })),
});

export const STORAGE_CLASS: Shape = struct(
  { metadata: METADATA, parameters: FREE_MAP, mountOptions: ATOMIC_LIST, allowedTopologies: ATOMIC_LIST },
  fixed({ reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
);

export const CSI_DRIVER: Shape = struct({
  metadata: METADATA,
  spec: struct({ volumeLifecycleModes: { items: {}, set: true }, tokenRequests: ATOMIC_LIST }, fixed({
    attachRequired: true,
    podInfoOnMount: false,
    storageCapacity: false,
    requiresRepublish: false,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
  })),
});
