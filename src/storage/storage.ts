import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';

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

  /** How much each claim asks for. */
  readonly size: Size;

  /** How the pods use the volume. */
  readonly accessModes: kplus.PersistentVolumeAccessMode[];

  /** Number of the first ordinal. */
  readonly startOrdinal: number;

  /** User id of the app's process. */
  readonly user: number;

  /** Group id that owns the data. */
  readonly group: number;
}

/**
 * How a volume comes to an app: by a claim, or as a volume of the pod itself.
 */
export interface VolumeBinding {
  /**
   * `storageClassName` of the claim. The empty string keeps the cluster's
   * default class away from it.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storageClassName?: string;

  /**
   * Labels that a PersistentVolume must have for the claim to bind it.
   *
   * @default - any volume
   */
  readonly matchLabels?: { readonly [key: string]: string };

  /**
   * The pod's volume source, by its field name (`{ emptyDir: {} }`). Then
   * there is no claim.
   *
   * @default - the volume is claimed
   */
  readonly volumeSource?: { readonly [field: string]: any };
}

/**
 * Where the data of a volume lives.
 *
 * Choose one with the factories here, or take `.storage` of an `NfsStorage`,
 * a `StorageClass` or a `NodeStorage`. Extend this class to bring your own.
 */
export abstract class Storage {
  /**
   * Why this storage cannot serve a request; each reason says what to write
   * instead. An empty list means it can.
   */
  public problems(_request: VolumeRequest): string[] {
    return [];
  }

  /**
   * Called once for each volume that uses the storage, with the app as scope.
   * A storage that needs objects of its own (PersistentVolumes) adds them here.
   */
  public abstract bind(scope: Construct, request: VolumeRequest): VolumeBinding;
}
