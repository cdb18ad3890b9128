import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { DatabaseNetworkPolicy } from './database-network-policy';
import { MetricsEndpoint } from '../options/metrics-endpoint';
import { Placement } from '../options/placement';
import { PodVolume } from '../options/pod-volume';
import { Storage } from '../storage/storage';

/**
 * Properties of a database. All databases have the same.
 */
export interface DatabaseProps {
  /**
   * Name of the StatefulSet and of the Service for clients.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members: 3, 5, 7 or 9 (Cassandra: any number from 3; PostgreSQL: 1
   * to 5; RabbitMQ: 1, or 3 to 9). Take away at most a minority of them at a
   * time, for the others must still outvote them.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * How much disk each member has.
   *
   * @default - 8 GiB for Redis and ZooKeeper, 20 GiB for MariaDB, MySQL, MongoDB, PostgreSQL and RabbitMQ, 50 GiB for Cassandra
   */
  readonly size?: Size;

  /**
   * How much memory the server of each member may use: the limit of its
   * container. Each database's class says how it is divided. Containers beside
   * the server, such as the exporter of `metrics`, have memory of their own.
   *
   * @default - 1 GiB for ZooKeeper, 2 GiB for MariaDB, MySQL, MongoDB, PostgreSQL and RabbitMQ, 5 GiB for Cassandra, no limit for Redis
   */
  readonly memory?: Size;

  /**
   * Where the data lives.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * Name of an existing Secret with the key `password`, and `key` for MongoDB,
   * `replication` for PostgreSQL or `cookie` for RabbitMQ. It cannot be changed here once the database exists.
   *
   * @default - a Job in the cluster creates `<name>-auth` with random values, once
   */
  readonly passwordSecret?: string;

  /**
   * Name of an existing Secret with `tls.crt`, `tls.key` and `ca.crt`, as
   * cert-manager writes it, valid for
   * `*.<name>-members.<namespace>.svc.cluster.local` and for the hosts that
   * clients use. Then members speak TLS with each other, and clients may. Each
   * database's class says what else it needs, docs/databases.md has the whole
   * Certificate.
   *
   * @default - connections are not encrypted
   */
  readonly tlsSecret?: string;

  /**
   * Offer metrics of each member for Prometheus, on a port called `metrics`.
   * Nobody may connect to it until `networkPolicy` says who.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * Who may connect to which port.
   *
   * @default DatabaseNetworkPolicy.restricted()
   */
  readonly networkPolicy?: DatabaseNetworkPolicy;

  /**
   * Image of the servers: of the same series as the default, for the scripts know
   * its files and commands, and with its version at the beginning of the tag. Other
   * containers, such as proxies and exporters, have images of their own.
   *
   * @default - the image that docs/databases.md names, with which the preset was tested
   */
  readonly image?: string;

  /**
   * Names of Secrets with the credentials of image registries, for all pods of
   * the database, its backups and their checks.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * CPU and disk besides its volume that each server requests and may use at
   * most. Its memory is `memory`.
   *
   * @default - no request and no limit
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * On which nodes the members run. Pods beside them, such as exporters, have
   * the same `nodeSelector`, `tolerations` and `priorityClassName`.
   *
   * @default - on any node, spread over zones and nodes
   */
  readonly placement?: Placement;

  /**
   * Labels for every object and every pod. They never become part of a selector.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the members' pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { readonly [key: string]: string };

  /**
   * More volumes for the servers, of any source that Kubernetes has.
   *
   * @default - none
   */
  readonly podVolumes?: PodVolume[];

  /**
   * Has Prometheus read the metrics: adds a PodMonitor of the Prometheus operator.
   * It needs `metrics`, and `networkPolicy` must let Prometheus in.
   *
   * @default - none
   */
  readonly podMonitor?: MetricsEndpoint;
}
