import type * as kplus from 'cdk8s-plus-27';

/**
 * The files of an image, as a read-only directory of the container: tools,
 * plugins, or data that is built like an image.
 *
 * It needs Kubernetes 1.35, and a container runtime that can mount images.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
 */
export interface ImageVolume {
  /** Image with its tag, for example `registry.example.com/plugins:1.4`. */
  readonly image: string;

  /** Absolute path of the directory in the container. */
  readonly mountPath: string;

  /**
   * Directory within the image to mount.
   *
   * @default - all files of the image
   */
  readonly subPath?: string;

  /**
   * When the image is pulled.
   *
   * @default - Kubernetes' default: always for the tag `latest`, otherwise only if the node does not have the image
   */
  readonly imagePullPolicy?: kplus.ImagePullPolicy;
}
