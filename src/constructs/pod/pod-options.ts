import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { ContainerOptions } from './container-options';
import { ConfigFile } from '../options/config-file';
import { ImageVolume } from '../options/image-volume';
import { NetworkPeer } from '../options/network-peer';
import { Placement } from '../options/placement';
import { PodCertificate } from '../options/pod-certificate';
import { PodVolume } from '../options/pod-volume';
import { ScratchDirectory } from '../options/scratch-directory';
import { SecretFiles } from '../options/secret-files';
import { VolumeProps } from '../options/volume-props';

/**
 * What all apps have in common: a name, a container and what it needs.
 */
export interface PodOptions extends ContainerOptions {
  /**
   * Name of the app and of its objects. Give it to keep the identity of
   * something that is deployed when the construct's id changes.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Labels for every object and every pod. They never become part of a
   * selector.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Labels by which the app finds its pods. Give them to adopt something that is
   * deployed: they cannot change later.
   *
   * @default - `app.kubernetes.io/name` and `app.kubernetes.io/instance`, both the app's name
   */
  readonly selectorLabels?: { readonly [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { readonly [key: string]: string };

  /**
   * Names of Secrets with the credentials of image registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * CPU and memory that all containers of the pod request together and may use
   * together at most, as far as they do not say themselves. It needs
   * Kubernetes 1.34.
   *
   * @default - the sum of what the containers request, and no limit of the pod
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
   */
  readonly podResources?: kplus.ContainerResources;

  /**
   * Volumes that keep data.
   *
   * @default - none
   */
  readonly volumes?: VolumeProps[];

  /**
   * Volumes of any source that Kubernetes has, such as `csi`, `projected` and
   * `downwardApi`, for the app or for the containers beside it.
   *
   * @default - none
   */
  readonly podVolumes?: PodVolume[];

  /**
   * Directories that the container can write to, empty when the pod starts.
   *
   * @default - none
   */
  readonly scratch?: ScratchDirectory[];

  /**
   * Configuration files, kept in the ConfigMap `<name>-files`.
   *
   * @default - none
   */
  readonly files?: ConfigFile[];

  /**
   * Secrets that appear as files.
   *
   * @default - none
   */
  readonly secretFiles?: SecretFiles[];

  /**
   * Images whose files appear in the container, read-only. They need
   * Kubernetes 1.35.
   *
   * @default - none
   */
  readonly imageVolumes?: ImageVolume[];

  /**
   * Certificates that each pod gets for itself. They need Kubernetes 1.37.
   *
   * @default - none
   */
  readonly podCertificates?: PodCertificate[];

  /**
   * Containers that run to their end, in this order, before the app starts.
   *
   * @default - none
   */
  readonly initContainers?: kplus.k8s.Container[];

  /**
   * Containers that run beside the app.
   *
   * @default - none
   */
  readonly sidecars?: kplus.k8s.Container[];

  /**
   * Start the sidecars before the app and stop them after it. An app that runs
   * to its end then ends although they go on. It needs Kubernetes 1.29, where
   * such sidecars are init containers that are restarted always.
   *
   * @default - true for a Task if its cluster is declared with a version that has them, otherwise false
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  readonly nativeSidecars?: boolean;

  /**
   * User id of the process: the image's own user, or any other that may read
   * the image's files. 0 is root, which Pod Security `restricted` refuses.
   *
   * @default 1000
   */
  readonly user?: number;

  /**
   * Group id of the process, which also owns the volumes.
   *
   * @default - the same number as `user`; 1000 for root
   */
  readonly group?: number;

  /**
   * False gives the pods a user namespace: their users, root included, are
   * nobody on the node. It needs Kubernetes 1.33, and nodes and volumes that can
   * map ids, which NFS cannot.
   *
   * @default true
   * @see https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/
   */
  readonly hostUsers?: boolean;

  /**
   * An existing ServiceAccount to run as.
   *
   * @default - a ServiceAccount of the app's name is created
   */
  readonly existingServiceAccount?: kplus.IServiceAccount;

  /**
   * Annotations of the app's ServiceAccount, by which clouds give its pods an
   * identity, such as `eks.amazonaws.com/role-arn` or
   * `iam.gke.io/gcp-service-account`. Most of them need
   * `automountServiceAccountToken` or a webhook that mounts a token of its own.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { readonly [key: string]: string };

  /**
   * Give the pods a token for the API server.
   *
   * @default false
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * How long a pod may take to stop before it is killed.
   *
   * @default Duration.seconds(30)
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * On which nodes the pods run.
   *
   * @default - on any node, spread over zones and nodes
   */
  readonly placement?: Placement;

  /**
   * Who may connect to the app's ports, as far as a port does not say so itself.
   * Pods of the app itself always may.
   *
   * @default - everybody may, there is no NetworkPolicy
   */
  readonly allowFrom?: NetworkPeer[];

  /**
   * Where the pods may connect to, beside each other and the DNS: nowhere else
   * with an empty list. What they answer to those who connect is always let through.
   *
   * @default - everywhere
   */
  readonly allowTo?: NetworkPeer[];
}
