import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { RecursiveReadOnly } from './recursive-read-only';
import { Storage } from '../storage/storage';

/**
 * A volume that keeps data.
 */
export interface VolumeProps {
  /** Name of the volume and of its claim template: claims are called `<name>-<app>-<ordinal>`. */
  readonly name: string;

  /** Absolute path in the container at which the volume appears. */
  readonly mountPath: string;

  /**
   * Size of the volume. Every volume with a claim of its own needs one; synthesis
   * fails without it.
   *
   * @default - none, for `Storage.existingClaim` and `Storage.emptyDir`, and for `Storage.existingClaims` of an app whose pods share the claim
   */
  readonly size?: Size;

  /**
   * Where the data lives.
   *
   * @default Storage.dynamic()
   */
  readonly storage?: Storage;

  /**
   * Labels of the claims, beside those that select the pods. Claim templates
   * cannot change once deployed, labels included: to adopt a StatefulSet that a
   * Helm chart made, give the labels of its claim templates.
   *
   * @default - none
   */
  readonly claimLabels?: { readonly [key: string]: string };

  /**
   * How pods may mount the volume. In a StatefulApp each pod has a volume of
   * its own, whatever the mode: with several replicas READ_WRITE_MANY shares
   * nothing. Pods share `Storage.existingClaim`, and the volumes of a
   * StatelessApp.
   *
   * @default [PersistentVolumeAccessMode.READ_WRITE_ONCE]
   */
  readonly accessModes?: kplus.PersistentVolumeAccessMode[];

  /**
   * Directory within the volume to mount.
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

  /**
   * Whether what is mounted below the volume is read-only as well; only with
   * `readOnly`. It needs Kubernetes 1.31.
   *
   * @default - it is not: whatever is mounted below can be written to
   */
  readonly recursiveReadOnly?: RecursiveReadOnly;
}
