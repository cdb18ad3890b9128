const RESOURCES = { 'cpu': '16', 'memory': '64Gi', 'ephemeral-storage': '100Gi', 'pods': '110' };

/** A node that kwok makes ready. Nodes of clouds are in a zone, others mostly are not. */
export const simulatedNode = (name: string, zone?: string, images: readonly string[] = []) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    labels: {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      ...zone && { 'topology.kubernetes.io/region': 'region', 'topology.kubernetes.io/zone': zone },
    },
  },
  status: {
    allocatable: RESOURCES,
    capacity: RESOURCES,
    // The scheduler prefers a node that has pulled a large image.
    images: images.map(image => ({ names: [image], sizeBytes: 900_000_000 })),
  },
});

/** The nodes of a cluster, one in each zone, and the class of a claim that names none. */
export const SIMULATED_NODES = [
  simulatedNode('node-1', 'zone-1'),
  simulatedNode('node-2', 'zone-2'),
  simulatedNode('node-3', 'zone-3'),
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'cdk8s-stateful.dev/simulated',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  },
];
