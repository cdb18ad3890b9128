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
   * `volumeAttributesClassName` of the claim.
   *
   * @default - none
   */
  readonly volumeAttributesClassName?: string;

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
  readonly volumeSource?: object;
}
