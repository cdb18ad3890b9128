import { isRecord } from '../../manifest/manifest';
import { ATOMIC, ATOMIC_LIST, FREE_MAP, KEEPS_EMPTY, QUANTITIES, Shape, fixed, struct } from '../shape';
import { LABEL_SELECTOR, METADATA, REFERENCE } from './common';

/** The kinds that `dataSource` can name; others the server drops without a word. */
const SOURCES: ReadonlySet<string> = new Set(['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']);

/** A claim's source has two spellings that the server keeps equal. */
function decodeClaimSpec(spec: Record<string, any>): Record<string, any> {
  const { dataSource, ...rest } = spec;
  const ref = rest.dataSourceRef;
  if (isRecord(dataSource)) {
    if (isRecord(ref)) { return spec; }
    return SOURCES.has(`${dataSource.apiGroup ?? ''}/${dataSource.kind}`) ? { ...spec, dataSourceRef: dataSource } : rest;
  }
  return isRecord(ref) && !ref.namespace ? { ...rest, dataSource: ref } : rest;
}

export const CLAIM_SPEC: Shape = struct({
  accessModes: ATOMIC_LIST,
  resources: struct({ requests: QUANTITIES, limits: QUANTITIES }),
  selector: LABEL_SELECTOR,
  storageClassName: KEEPS_EMPTY,
  dataSource: REFERENCE,
  dataSourceRef: struct({}),
}, fixed({ volumeMode: 'Filesystem' }), { decode: decodeClaimSpec });

export const PERSISTENT_VOLUME_CLAIM: Shape = struct({ metadata: METADATA, spec: CLAIM_SPEC });

/** A claim template of a StatefulSet; the server writes out its kind. */
export const CLAIM_TEMPLATE: Shape = struct(
  { metadata: METADATA, spec: CLAIM_SPEC },
  fixed({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }),
  { decode: ({ status, ...template }) => template },
);

export const PERSISTENT_VOLUME: Shape = struct({
  metadata: METADATA,
  spec: struct({
    capacity: QUANTITIES,
    accessModes: ATOMIC_LIST,
    mountOptions: ATOMIC_LIST,
    claimRef: REFERENCE,
    csi: struct({ volumeAttributes: FREE_MAP }),
    nodeAffinity: struct({ required: ATOMIC }),
    iscsi: struct({}, fixed({ iscsiInterface: 'default' })),
    rbd: struct({}, fixed({ pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' })),
    azureDisk: struct({}, fixed({ cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false })),
    scaleIO: struct({}, fixed({ storageMode: 'ThinProvisioned', fsType: 'xfs' })),
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
