/** A page of `docs/api/`: every public type is on one of them. */
export interface Group {
  /** File name without `.md`. */
  readonly id: string;
  readonly title: string;
  /** When a reader needs this page. */
  readonly purpose: string;
  /** In the order of the page: what people write first, what it is made of after it. */
  readonly types: readonly string[];
}

export const GROUPS: readonly Group[] = [
  {
    id: 'apps',
    title: 'Apps',
    purpose: 'To run containers: with data, without data, on every node, or until they have done their work.',
    types: [
      'StatefulApp', 'StatefulAppProps', 'StatelessApp', 'StatelessAppProps', 'NodeAgent', 'NodeAgentProps', 'Task', 'TaskProps', 'PodApp', 'PodOptions', 'ContainerOptions',
      'HeadlessService', 'HeadlessServiceProps', 'Namespace', 'NamespaceProps', 'PodSecurity', 'IApp',
    ],
  },
  {
    id: 'options',
    title: 'Options of apps',
    purpose: 'To choose probes, ports, files, environment, placement, updates and who may connect: the values that the props of apps take.',
    types: [
      'HealthCheck', 'HttpHealthCheckOptions', 'TcpHealthCheckOptions', 'GrpcHealthCheckOptions', 'HealthCheckOptions', 'NamedPort', 'ConfigFile', 'SecretFiles', 'ScratchDirectory',
      'EnvFromSource', 'ImageVolume', 'PodVolume', 'PodCertificate', 'PodCertificateKeyType', 'ResizePolicy', 'ResizeRestartPolicy', 'HostDirectory', 'Placement', 'Spread', 'SpreadFields', 'UpdateStrategy', 'RollingUpdateOptions', 'ClaimRetention', 'UnhealthyPodEvictionPolicy', 'Autoscaling', 'AutoscalingMetric', 'MetricsEndpoint', 'ClientService', 'ClientServiceOptions', 'TrafficDistribution', 'NodePortOptions',
      'LoadBalancerOptions', 'NetworkPeer',
    ],
  },
  {
    id: 'storage',
    title: 'Storage',
    purpose: 'To say where the data of a volume lives: in a StorageClass, in a claim that exists, on a disk of a node, or nowhere for long.',
    types: [
      'VolumeProps', 'Storage', 'DynamicStorageOptions', 'EphemeralStorageOptions', 'ExistingClaimOptions', 'EmptyDirStorageOptions', 'StorageClass', 'StorageClassProps',
      'VolumeBindingMode', 'VolumeAttributesClass', 'VolumeAttributesClassProps', 'RecursiveReadOnly', 'NodeStorage', 'NodeStorageProps', 'NodeVolume', 'HostPathVolumeOptions', 'StorageDirectory', 'VolumeRequest', 'VolumeBinding',
    ],
  },
  {
    id: 'nfs',
    title: 'NFS',
    purpose: 'To keep data on an NFS server: with a provisioner, with a CSI driver, or with volumes that are written down.',
    types: [
      'NfsStorage', 'NfsStorageProps', 'NfsBackend', 'SubdirectoryProvisionerOptions', 'NfsCsiDriverOptions', 'StaticNfsOptions', 'NfsOnDelete', 'NfsExport', 'NfsVolumes',
    ],
  },
  {
    id: 'databases',
    title: 'Databases',
    purpose: 'To run a database of several members. All take the same props.',
    types: ['DatabaseProps', 'DatabaseServerProps', 'NamedDatabase', 'DatabaseUser', 'DatabaseGrant', 'DatabaseAccess', 'InitScript', 'DatabaseNetworkPolicy', 'DatabaseNetworkPolicyOptions', 'RedisReplicationProps', 'RedisEngine', 'RedisUser', 'RedisReplication', 'ZooKeeperEnsemble', 'MariaDbReplication', 'PostgreSqlClusterProps', 'PostgreSqlCluster', 'PostgreSqlPoolerProps', 'PostgreSqlPooler', 'PoolMode', 'MySqlReplication', 'MongoReplicaSet', 'CassandraRing', 'RabbitMqCluster'],
  },
  {
    id: 'backups',
    title: 'Backups',
    purpose: 'To take dumps or snapshots of a database on a schedule, and to prove that they can be restored.',
    types: ['Backup', 'BackupProps', 'S3Location', 'PodSettings', 'PostgreSqlWalArchive', 'PostgreSqlWalArchiveProps', 'RestoreCheck', 'RestoreCheckProps', 'SnapshotBackup', 'SnapshotBackupProps', 'IDumpable', 'DumpMethod'],
  },
  {
    id: 'synthesis',
    title: 'Synthesis',
    purpose: 'To write the manifests of large apps fast.',
    types: ['LinearApp', 'LinearAppProps'],
  },
  {
    id: 'checks',
    title: 'Checks',
    purpose: 'To find out before anything is deployed what Kubernetes would refuse, and what would never work.',
    types: [
      'Checks', 'Cluster', 'ClusterProps', 'ExistsOptions', 'AcknowledgeOptions', 'Environment', 'DeclaredObject', 'ManifestCheck', 'ManifestCheckOptions', 'ManifestFinding', 'FindingSeverity', 'Acknowledgement',
      'ManifestValidation', 'ManifestValidationProps',
    ],
  },
  {
    id: 'changes',
    title: 'Changes',
    purpose: 'To find out what a change does to pods, access and data.',
    types: ['ManifestDiff', 'ManifestDiffOptions', 'ManifestChange', 'ChangeEffect', 'ManifestChangeClaim', 'ClaimFate'],
  },
];

/** What people use most, for the front page. */
export const MOST_USED: readonly string[] = [
  'StatefulApp', 'StatelessApp', 'Task', 'Storage', 'NfsStorage', 'HealthCheck', 'RedisReplication', 'Backup', 'Checks', 'ManifestDiff',
];
