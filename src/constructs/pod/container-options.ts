import type * as kplus from 'cdk8s-plus-27';
import { EnvFromSource } from '../options/env-from-source';
import { HealthCheck } from '../options/health-check';
import { NamedPort } from '../options/named-port';
import { ResizePolicy } from '../options/resize-policy';

/**
 * What an app's container is: an image, and how it runs.
 */
export interface ContainerOptions {
  /** Image with its tag, for example `redis:8.2.10-bookworm`. */
  readonly image: string;

  /**
   * When the image is pulled.
   *
   * @default - Kubernetes' default: always for the tag `latest`, otherwise only if the node does not have the image
   */
  readonly imagePullPolicy?: kplus.ImagePullPolicy;

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
   * Environment variables with plain values, in which `$(NAME)` is the value of
   * another variable of `env` or `envValues`, and `$$(NAME)` these characters.
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
   * How the container takes another amount of CPU or memory while it runs. It
   * needs Kubernetes 1.33.
   *
   * @default - Kubernetes' default: it goes on running
   */
  readonly resizePolicy?: ResizePolicy;

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
   * Mount the root file system read-only. Then the container can write to volumes
   * and scratch directories only.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Command that runs in the container before it is asked to stop.
   *
   * @default - none
   */
  readonly preStop?: string[];
}
