import type { StatefulSetPersistentVolumeClaimRetentionPolicy } from '../../kubernetes/api/types.generated';

/**
 * What happens to the claims, and so to the data, of pods that are removed.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
export abstract class ClaimRetention {
  /** Claims stay when the app shrinks and when it is deleted. */
  public static retain(): ClaimRetention {
    return new Retention('Retain', 'Retain');
  }

  /** **Deletes data**: the claim of each pod that goes when the app shrinks. Claims stay when the app is deleted. */
  public static deleteWhenScaled(): ClaimRetention {
    return new Retention('Delete', 'Retain');
  }

  /** **Deletes data**: every claim when the app is deleted. Claims stay when the app shrinks. */
  public static deleteWhenDeleted(): ClaimRetention {
    return new Retention('Retain', 'Delete');
  }

  /** **Deletes data**: claims go when the app shrinks and when it is deleted. */
  public static deleteAlways(): ClaimRetention {
    return new Retention('Delete', 'Delete');
  }

  /** The set's `persistentVolumeClaimRetentionPolicy`. */
  public abstract toPolicy(): object;
}

class Retention extends ClaimRetention {
  constructor(private readonly whenScaled: string, private readonly whenDeleted: string) {
    super();
  }

  public toPolicy(): StatefulSetPersistentVolumeClaimRetentionPolicy {
    return { whenScaled: this.whenScaled, whenDeleted: this.whenDeleted };
  }
}
