// Apps
export * from './constructs/pod-app';
export * from './constructs/stateful-app';
export * from './constructs/stateful-app-props';
export * from './constructs/stateless-app';
export * from './constructs/node-agent';
export * from './constructs/task';
export * from './constructs/headless-service';
export * from './constructs/namespace';

// What the props of apps are made of
export * from './constructs/options/app';
export * from './constructs/pod/container-options';
export * from './constructs/pod/pod-options';
export * from './constructs/options/volume-props';
export * from './constructs/options/scratch-directory';
export * from './constructs/options/config-file';
export * from './constructs/options/secret-files';
export * from './constructs/options/image-volume';
export * from './constructs/options/pod-certificate';
export * from './constructs/options/pod-volume';
export * from './constructs/options/env-from-source';
export * from './constructs/options/metrics-endpoint';
export * from './constructs/options/named-port';
export * from './constructs/options/placement';
export * from './constructs/options/health-check';
export * from './constructs/options/spread';
export * from './constructs/options/recursive-read-only';
export * from './constructs/options/resize-policy';
export * from './constructs/options/update-strategy';
export * from './constructs/options/claim-retention';
export * from './constructs/options/client-service';
export * from './constructs/options/traffic-distribution';
export * from './constructs/options/unhealthy-pod-eviction-policy';
export * from './constructs/options/autoscaling';
export * from './constructs/options/autoscaling-metric';
export * from './constructs/options/network-peer';

// Storage
export * from './constructs/storage/storage';
export * from './constructs/storage/volume-binding';
export * from './constructs/storage/volume-request';
export * from './constructs/storage/storage-class';
export * from './constructs/storage/volume-attributes-class';
export type { StorageDirectory } from './constructs/storage/directory';
export { NfsBackend } from './constructs/storage/nfs-backend';
export type { NfsCsiDriverOptions } from './constructs/storage/nfs-csi';
export type { StaticNfsOptions } from './constructs/storage/nfs-static';
export * from './constructs/storage/nfs-storage';
export type { SubdirectoryProvisionerOptions } from './constructs/storage/nfs-subdirectory';
export { NfsOnDelete, NfsVolumes } from './constructs/storage/nfs-volumes';
export type { NfsExport } from './constructs/storage/nfs-volumes';
export * from './constructs/storage/node-storage';
export * from './constructs/storage/node-volume';

// Synthesis
export * from './synthesis/linear-app';

// Checks
export * from './synthesis/checks';
export * from './checks/configuration/cluster';
export type { DeclaredObject, Environment } from './manifest/environment';
export type { Acknowledgement } from './checks/configuration/acknowledge';
export * from './checks/manifest-check';
export * from './checks/manifest-validation';
export * from './reports/finding-severity';

// Changes
export * from './diff/manifest-diff';
export * from './reports/change-effect';
export * from './reports/claim-fate';

// Databases
export type { DatabaseProps } from './constructs/databases/database-props';
export type { DatabaseServerProps } from './constructs/databases/database-server-props';
export type { NamedDatabase } from './constructs/databases/named-database';
export * from './constructs/databases/database-user';
export type { InitScript } from './constructs/databases/init-script';
export * from './constructs/databases/database-network-policy';
export * from './constructs/databases/redis/redis-engine';
export * from './constructs/databases/redis/redis-replication';
export type { RedisUser } from './constructs/databases/redis/redis-user';
export type { RedisReplicationProps } from './constructs/databases/redis/redis-replication-props';
export * from './constructs/databases/zookeeper/zookeeper-ensemble';
export * from './constructs/databases/mariadb/mariadb-replication';
export * from './constructs/databases/mysql/mysql-replication';
export * from './constructs/databases/mongo/mongo-replica-set';
export type { PostgreSqlClusterProps } from './constructs/databases/postgresql/postgresql-cluster-props';
export * from './constructs/databases/postgresql/postgresql-cluster';
export * from './constructs/databases/postgresql/pool-mode';
export * from './constructs/databases/postgresql/postgresql-pooler';
export type { PostgreSqlPoolerProps } from './constructs/databases/postgresql/postgresql-pooler-props';
export * from './constructs/databases/postgresql/postgresql-wal-archive';
export type { PostgreSqlWalArchiveProps } from './constructs/databases/postgresql/postgresql-wal-archive-props';
export * from './constructs/databases/cassandra/cassandra-ring';
export * from './constructs/databases/rabbitmq/rabbitmq-cluster';
export * from './constructs/databases/backup';
export * from './constructs/databases/restore-check';
export type { S3Location } from './constructs/databases/s3-location';
export type { PodSettings } from './constructs/databases/pod-settings';
export * from './constructs/databases/snapshot-backup';
export * from './constructs/databases/dump-method';
