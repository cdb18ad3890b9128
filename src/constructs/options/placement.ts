import type * as kplus from 'cdk8s-plus-27';
import { Spread } from './spread';

/**
 * On which nodes the pods of an app run.
 */
export interface Placement {
  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: string };

  /**
   * Affinity to nodes and pods, and anti-affinity.
   *
   * @default - none
   */
  readonly affinity?: kplus.k8s.Affinity;

  /**
   * Taints that the pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: kplus.k8s.Toleration[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default priority
   */
  readonly priorityClassName?: string;

  /**
   * How the pods are spread over nodes and zones.
   *
   * @default Spread.preferred()
   */
  readonly spread?: Spread;
}
