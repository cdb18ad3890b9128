import type { TopologySpreadConstraint } from '../../kubernetes/api/types.generated';

const ZONE = 'topology.kubernetes.io/zone';
const NODE = 'kubernetes.io/hostname';

/**
 * How the pods of an app are spread over nodes and zones, so that the loss of
 * one does not take all of them.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export abstract class Spread {
  /** Over zones and nodes as evenly as possible. A pod is scheduled even if that is not possible. */
  public static preferred(): Spread {
    return new Over([[ZONE, 'ScheduleAnyway'], [NODE, 'ScheduleAnyway']]);
  }

  /** At most one pod more on one node than on another, and over zones as evenly as possible. A pod that would break this stays Pending. */
  public static required(): Spread {
    return new Over([[ZONE, 'ScheduleAnyway'], [NODE, 'DoNotSchedule']]);
  }

  /** No constraint: pods may all run on one node. */
  public static none(): Spread {
    return new Over([]);
  }

  /** The pod's `topologySpreadConstraints` for pods with these labels. */
  public abstract toConstraints(selectorLabels: { readonly [key: string]: string }): object[];
}

class Over extends Spread {
  constructor(private readonly domains: readonly (readonly [topologyKey: string, whenUnsatisfiable: string])[]) {
    super();
  }

  public toConstraints(selectorLabels: { readonly [key: string]: string }): TopologySpreadConstraint[] {
    return this.domains.map(([topologyKey, whenUnsatisfiable]) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable,
      labelSelector: { matchLabels: selectorLabels },
    }));
  }
}
