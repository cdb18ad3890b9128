// Apps
export * from './stateful-app';
export * from './stateful-app-props';
export * from './stateless-app';
export * from './node-agent';
export * from './task';
export * from './headless-service';
export * from './namespace';

// What the props of apps are made of
export * from './app';
export * from './pod/pod-options';
export * from './pod/volume-props';
export * from './pod/scratch-directory';
export * from './pod/config-file';
export * from './pod/secret-files';
export * from './pod/env-from-source';
export * from './pod/named-port';
export * from './pod/placement';
export * from './health-check';
export * from './spread';
export * from './update-strategy';
export * from './claim-retention';
export * from './client-service';
export * from './autoscaling';
export * from './network-peer';

// Storage
export * from './storage/storage';
export * from './storage/storage-class';
export type { StorageDirectory } from './storage/directory';
export { NfsBackend } from './storage/nfs-backend';
export type { NfsCsiDriverOptions } from './storage/nfs-csi';
export type { StaticNfsOptions } from './storage/nfs-static';
export * from './storage/nfs-storage';
export type { SubdirectoryProvisionerOptions } from './storage/nfs-subdirectory';
export { NfsOnDelete, NfsVolumes } from './storage/nfs-volumes';
export type { NfsExport } from './storage/nfs-volumes';
export * from './storage/node-storage';
export * from './storage/node-volume';

// Synthesis
export * from './synth/linear-app';

// Checks
export * from './checks';
export type { DeclaredObject, Environment } from './checks/environment';
export type { Acknowledgement } from './checks/acknowledge';
export * from './manifest-check';
export * from './manifest-validation';

// Changes
export * from './manifest-diff';

// Databases
export type { DatabaseProps } from './presets/database-props';
export * from './presets/redis-replication';
export * from './presets/zookeeper-ensemble';
export * from './presets/mariadb-replication';
export * from './presets/mysql-replication';
export * from './presets/mongo-replica-set';
export * from './presets/cassandra-ring';
export * from './presets/backup';
export * from './presets/restore-check';
export * from './presets/snapshot-backup';
export * from './presets/dump-method';
