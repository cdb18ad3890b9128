import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { ConfigFile } from '../options/config-file';
import { EnvFromSource } from '../options/env-from-source';
import { HealthCheck } from '../options/health-check';
import { NamedPort } from '../options/named-port';
import { NetworkPeer } from '../options/network-peer';
import { Placement } from '../options/placement';
import { ScratchDirectory } from '../options/scratch-directory';
import { SecretFiles } from '../options/secret-files';
import { VolumeProps } from '../options/volume-props';

/**
 * What all apps have in common: a name, a container and what it needs.
 */
export interface PodOptions {
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

  /** Image with its tag, for example `redis:8.2.1-bookworm`. */
  readonly image: string;

  /**
   * When the image is pulled.
   *
   * @default - Kubernetes' default: always for the tag `latest`, otherwise only if the node does not have the image
   */
  readonly imagePullPolicy?: kplus.ImagePullPolicy;

  /**
   * Names of Secrets with the credentials of image registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Command to run.
   *
   * @default - the image's entrypoint
   */
  readonly command?: string[];

  /**
   * Arguments of the command.
   *
   * @default - the image's arguments
   */
  readonly args?: string[];

  /**
   * Ports on which the app listens. Health checks without a port use the first one.
   *
   * @default - none
   */
  readonly ports?: NamedPort[];

  /**
   * Environment variables with plain values.
   *
   * @default - none
   */
  readonly env?: { readonly [name: string]: string };

  /**
   * Environment variables with a value from elsewhere: `EnvValue.fromSecretValue`,
   * `EnvValue.fromConfigMap`, `EnvValue.fromFieldRef` and so on.
   *
   * @default - none
   */
  readonly envValues?: { readonly [name: string]: kplus.EnvValue };

  /**
   * Secrets and ConfigMaps whose keys all become environment variables.
   *
   * @default - none
   */
  readonly envFrom?: EnvFromSource[];

  /**
   * CPU and memory that the container requests and may use at most.
   *
   * @default - no requests and no limits
   */
  readonly resources?: kplus.ContainerResources;

  /**
   * Checks whether the container has started, is ready and is alive.
   *
   * @default - no checks
   */
  readonly healthCheck?: HealthCheck;

  /**
   * Checks whether the container has started. The other checks begin when it succeeds.
   *
   * @default - `healthCheck`
   */
  readonly startupCheck?: HealthCheck;

  /**
   * Checks whether the container can serve clients.
   *
   * @default - `healthCheck`
   */
  readonly readinessCheck?: HealthCheck;

  /**
   * Checks whether the container is alive. If not, it is restarted.
   *
   * @default - `healthCheck`
   */
  readonly livenessCheck?: HealthCheck;

  /**
   * Volumes that keep data.
   *
   * @default - none
   */
  readonly volumes?: VolumeProps[];

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
   * Mount the root file system read-only. Then the container can write to volumes
   * and scratch directories only.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * An existing ServiceAccount to run as.
   *
   * @default - a ServiceAccount of the app's name is created
   */
  readonly existingServiceAccount?: kplus.IServiceAccount;

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
   * Command that runs in the container before it is asked to stop.
   *
   * @default - none
   */
  readonly preStop?: string[];

  /**
   * On which nodes the pods run.
   *
   * @default - on any node, spread over zones and nodes
   */
  readonly placement?: Placement;

  /**
   * Who may connect to the app's ports. Pods of the app itself always may.
   *
   * @default - everybody may, there is no NetworkPolicy
   */
  readonly allowFrom?: NetworkPeer[];
}
