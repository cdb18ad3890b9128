import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';

/**
 * What an app asks of a storage for one of its volumes.
 */
export interface VolumeRequest {
  /** Name of the app. */
  readonly appName: string;

  /**
   * Namespace of the app.
   *
   * @default - the namespace that the deployment tool chooses
   */
  readonly namespace?: string;

  /** Name of the volume, unique in the app. */
  readonly volumeName: string;

  /**
   * Names of the claims that the app will hold: one for each ordinal of a
   * StatefulSet, in order, or one that all pods share.
   */
  readonly claimNames: string[];

  /**
   * How much each claim asks for.
   *
   * @default - the app does not say, as it may where nothing is claimed
   */
  readonly size?: Size;

  /** How the pods use the volume. */
  readonly accessModes: kplus.PersistentVolumeAccessMode[];

  /** Number of the first ordinal. */
  readonly startOrdinal: number;

  /** User id of the app's process. */
  readonly user: number;

  /** Group id that owns the data. */
  readonly group: number;
}
