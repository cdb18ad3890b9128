import { Size } from 'cdk8s';
import type { PoolMode } from './pool-mode';
import type { PostgreSqlCluster } from './postgresql-cluster';
import type { NetworkPeer } from '../../options/network-peer';
import type { Placement } from '../../options/placement';

/**
 * Properties of a PostgreSqlPooler.
 */
export interface PostgreSqlPoolerProps {
  /**
   * Name of the Deployment.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** Whose connections are shared. */
  readonly database: PostgreSqlCluster;

  /** Which of the database's `users` may log in here. */
  readonly users: string[];

  /**
   * Lead to the members that only read, which may be a moment behind, and not to
   * the primary.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Number of pods.
   *
   * @default 2
   */
  readonly replicas?: number;

  /**
   * When a connection to the server goes back to the pool.
   *
   * @default PoolMode.TRANSACTION
   */
  readonly poolMode?: PoolMode;

  /**
   * How many connections to the server each pod keeps for a user and a database.
   * All pods together must stay below the server's `max_connections`, which is
   * 100 unless `configuration` says another number.
   *
   * @default 20
   */
  readonly defaultPoolSize?: number;

  /**
   * How many clients a pod takes.
   *
   * @default 1000
   */
  readonly maxClientConnections?: number;

  /**
   * More settings of the section `[pgbouncer]`.
   *
   * @default - PgBouncer's own defaults
   * @see https://www.pgbouncer.org/config.html
   */
  readonly configuration?: { readonly [setting: string]: string };

  /**
   * Memory of each pod.
   *
   * @default Size.mebibytes(128)
   */
  readonly memory?: Size;

  /**
   * Name of a Secret with `tls.crt`, `tls.key` and `ca.crt`, for the name of this
   * Service: clients speak TLS only. A database with a `tlsSecret` needs one here.
   *
   * @default - clients speak no TLS
   */
  readonly tlsSecret?: string;

  /**
   * Image with PgBouncer 1.23 or newer, and a shell.
   *
   * @default 'ghcr.io/cloudnative-pg/pgbouncer:1.25.1'
   */
  readonly image?: string;

  /**
   * Names of Secrets to pull the images with.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Where the pods run.
   *
   * @default - they are spread over nodes and zones
   */
  readonly placement?: Placement;

  /**
   * Who may connect.
   *
   * @default - every pod of the pooler's namespace
   */
  readonly allowFrom?: NetworkPeer[];
}
