import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';

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
   * Where it is kept. In `EmptyDirMedium.MEMORY` it counts as memory of the
   * container.
   *
   * @default EmptyDirMedium.DEFAULT
   */
  readonly medium?: kplus.EmptyDirMedium;
}
