import { LABEL_SELECTOR, METADATA } from './common';
import { ATOMIC, ATOMIC_LIST, ATOMIC_MAP, KEEPS_EMPTY, QUANTITIES, QUANTITY, SET, Shape, fixed, keyedList, struct } from './shape';

const NODE: Shape = struct({
  metadata: METADATA,
  spec: struct({ taints: ATOMIC_LIST, podCIDRs: SET, configSource: struct({}) }),
});

const CSI_NODE: Shape = struct({
  metadata: METADATA,
  spec: struct({ drivers: keyedList(['name'], struct({ topologyKeys: ATOMIC_LIST, allocatable: struct({}) })) }),
});

const CSI_STORAGE_CAPACITY: Shape = struct({
  metadata: METADATA, nodeTopology: LABEL_SELECTOR, capacity: QUANTITY, maximumVolumeSize: QUANTITY, storageClassName: KEEPS_EMPTY,
});

const RUNTIME_CLASS: Shape = struct({
  metadata: METADATA,
  overhead: struct({ podFixed: QUANTITIES }),
  scheduling: struct({ nodeSelector: ATOMIC_MAP, tolerations: ATOMIC_LIST }),
});

const INGRESS_CLASS: Shape = struct({ metadata: METADATA, spec: struct({ parameters: struct({}, fixed({ scope: 'Cluster' })) }) });

const API_SERVICE: Shape = struct({ metadata: METADATA, spec: struct({ service: struct({}, fixed({ port: 443 })) }) });

const ROLE: Shape = struct({ metadata: METADATA, rules: ATOMIC_LIST, aggregationRule: struct({ clusterRoleSelectors: ATOMIC_LIST }) });

const CUSTOM_RESOURCE_DEFINITION: Shape = struct({
  metadata: METADATA,
  spec: struct({
    names: struct({ shortNames: ATOMIC_LIST, categories: ATOMIC_LIST }),
    versions: ATOMIC_LIST,
    conversion: struct({}, fixed({ strategy: 'None' })),
  }, fixed({ conversion: {} })),
});

const CONTROLLER_REVISION: Shape = struct({ metadata: METADATA, data: ATOMIC });

/** Kinds that describe the cluster more than what runs in it. */
export const CLUSTER_SHAPES: Readonly<Record<string, Shape>> = {
  '/Node': NODE,
  'storage.k8s.io/CSINode': CSI_NODE,
  'storage.k8s.io/CSIStorageCapacity': CSI_STORAGE_CAPACITY,
  'node.k8s.io/RuntimeClass': RUNTIME_CLASS,
  'networking.k8s.io/IngressClass': INGRESS_CLASS,
  'apiregistration.k8s.io/APIService': API_SERVICE,
  'rbac.authorization.k8s.io/Role': ROLE,
  'rbac.authorization.k8s.io/ClusterRole': ROLE,
  'apiextensions.k8s.io/CustomResourceDefinition': CUSTOM_RESOURCE_DEFINITION,
  'apps/ControllerRevision': CONTROLLER_REVISION,
};
