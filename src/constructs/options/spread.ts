import type { TopologySpreadConstraint, WeightedPodAffinityTerm } from '../../kubernetes/api/types.generated';

const ZONE = 'topology.kubernetes.io/zone';
const NODE = 'kubernetes.io/hostname';

/**
 * Fields of a pod that spread it over nodes and zones.
 */
export interface SpreadFields {
  /**
   * The pod's `topologySpreadConstraints`.
   *
   * @default - none
   */
  readonly topologySpreadConstraints?: object[];

  /**
   * More terms of the pod's
   * `affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution`.
   *
   * @default - none
   */
  readonly preferredAntiAffinity?: object[];
}

/**
 * How the pods of an app are spread over nodes and zones, so that the loss of
 * one does not take all of them. The nodes need no zone label.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export abstract class Spread {
  /** Over zones and nodes as evenly as possible. A pod is scheduled even if that is not possible. */
  public static preferred(): Spread {
    return new OverNodes('ScheduleAnyway');
  }

  /** At most one pod more on one node than on another, and over zones as evenly as possible. A pod that would break this stays Pending. */
  public static required(): Spread {
    return new OverNodes('DoNotSchedule');
  }

  /** No constraint: pods may all run on one node. */
  public static none(): Spread {
    return new Nowhere();
  }

  /** The fields that spread pods with these labels. */
  public abstract toFields(selectorLabels: { readonly [key: string]: string }): SpreadFields;
}

/**
 * The zone is no constraint but an anti-affinity: the scheduler gives no score to a node that lacks the key of any soft constraint. Where
 * nodes have no zone, a soft constraint on it would undo the one on nodes, and all pods could be on one node.
 */
class OverNodes extends Spread {
  constructor(private readonly whenUnsatisfiable: string) {
    super();
  }

  public toFields(selectorLabels: { readonly [key: string]: string }): SpreadFields {
    const labelSelector = { matchLabels: selectorLabels };
    const overNodes: TopologySpreadConstraint = { maxSkew: 1, topologyKey: NODE, whenUnsatisfiable: this.whenUnsatisfiable, labelSelector };
    const overZones: WeightedPodAffinityTerm = { weight: 100, podAffinityTerm: { topologyKey: ZONE, labelSelector } };
    return { topologySpreadConstraints: [overNodes], preferredAntiAffinity: [overZones] };
  }
}

class Nowhere extends Spread {
  public toFields(): SpreadFields {
    return {};
  }
}
