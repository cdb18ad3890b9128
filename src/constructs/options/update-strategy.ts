import type { StatefulSetUpdateStrategy } from '../../kubernetes/api/types.generated';
import { count, everyProblem, readProps, struct } from '../../props/fields';

/**
 * Options of a rolling update.
 */
export interface RollingUpdateOptions {
  /**
   * Only pods with this ordinal or a higher one are updated: a canary. Set it
   * back to 0 to update the rest.
   *
   * @default 0
   */
  readonly partition?: number;

  /**
   * How many pods may be out of service at once while they are updated. More
   * than one needs Kubernetes 1.37, or the feature gate
   * `MaxUnavailableStatefulSet` since 1.27. With `PodManagementPolicy.ORDERED_READY`
   * their successors still start one after the other.
   *
   * @default 1
   */
  readonly maxUnavailable?: number;
}

const ROLLING_UPDATE = struct<RollingUpdateOptions>({ partition: count(0, 0), maxUnavailable: count(1, 2) }, '{ partition: 2 }');

/**
 * When the pods of a StatefulApp are replaced after a change.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
 */
export abstract class UpdateStrategy {
  /** One pod at a time unless `maxUnavailable` says otherwise, from the highest ordinal down, each ready before the next. */
  public static rollingUpdate(options: RollingUpdateOptions = {}): UpdateStrategy {
    const read = readProps(ROLLING_UPDATE, options);
    const { partition = 0, maxUnavailable = 1 } = read.usable;
    const rollingUpdate = { partition, maxUnavailable: maxUnavailable === 1 ? undefined : maxUnavailable };
    return new Strategy({ type: 'RollingUpdate', rollingUpdate }, everyProblem(read).map(problem => `'updateStrategy': ${problem}`));
  }

  /** A pod is replaced only when somebody deletes it. */
  public static onDelete(): UpdateStrategy {
    return new Strategy({ type: 'OnDelete' }, []);
  }

  /** Why the strategy is not valid; an empty list means that it is. */
  public abstract problems(): string[];

  /** The set's `updateStrategy`. */
  public abstract toStrategy(): object;
}

class Strategy extends UpdateStrategy {
  constructor(private readonly strategy: StatefulSetUpdateStrategy, private readonly broken: string[]) {
    super();
  }

  public problems() {
    return this.broken;
  }

  public toStrategy() {
    return this.strategy;
  }
}
