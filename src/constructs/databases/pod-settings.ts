import type * as kplus from 'cdk8s-plus-27';
import { Placement } from '../options/placement';

/**
 * What the pods that work for a database may be told: those that take backups,
 * check them, or keep its log.
 */
export interface PodSettings {
  /**
   * CPU and memory that each container of the pod requests and may use at most.
   *
   * @default - no requests and no limits
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * On which nodes the pods run. They must reach their volumes from there.
   *
   * @default - on any node
   */
  readonly placement?: Placement;

  /**
   * Labels for every object and every pod. They never become part of a selector,
   * and cannot change those by which the database lets the pod in.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { readonly [key: string]: string };

  /**
   * Names of Secrets with the credentials of image registries.
   *
   * @default - those of the database; none for a SnapshotBackup
   */
  readonly imagePullSecrets?: string[];
}
