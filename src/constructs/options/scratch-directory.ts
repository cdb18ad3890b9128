import { Size } from 'cdk8s';

/**
 * A directory that a container may write to and that is empty when its pod
 * starts.
 */
export interface ScratchDirectory {
  /** Absolute path in the container. */
  readonly mountPath: string;

  /**
   * How much may be written before the pod is evicted.
   *
   * @default - as much as the node has
   */
  readonly sizeLimit?: Size;

  /**
   * Keep it in memory; it counts as the container's memory.
   *
   * @default false
   */
  readonly inMemory?: boolean;
}
