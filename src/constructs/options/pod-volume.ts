import type * as kplus from 'cdk8s-plus-27';

/**
 * A volume as Kubernetes knows it, of any source: `csi`, `projected`,
 * `downwardApi`, `configMap` and `secret` with items, `nfs` and so on.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export interface PodVolume {
  /**
   * The volume: its name, which is unique in the pod, and one source, for example
   * `{ name: 'certs', csi: { driver: 'csi.cert-manager.io', readOnly: true } }`.
   */
  readonly volume: kplus.k8s.Volume;

  /**
   * Absolute path in the container at which the volume appears.
   *
   * @default - the app does not mount it; `sidecars` and `initContainers` can, by its name
   */
  readonly mountPath?: string;

  /**
   * Directory or file within the volume to mount.
   *
   * @default - the volume's root
   */
  readonly subPath?: string;

  /**
   * Mount the volume read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}
