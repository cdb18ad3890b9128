import type { Environment } from '../../manifest/environment';

/**
 * What a cluster is, as far as it decides what its API server takes.
 */
export interface ClusterProps {
  /**
   * The version of Kubernetes that it runs: a minor such as `1.36`, a patch such as `1.35.3`, or several, as in `1.33,1.36`,
   * before an upgrade: then a finding says on which of them it holds.
   *
   * @default - as the configuration file says, or 1.36
   */
  readonly kubernetesVersion?: string;

  /**
   * Feature gates of the API server that differ from the defaults of its version, by name.
   *
   * @default - as the configuration file says, or as the version has them
   * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
   */
  readonly featureGates?: { [name: string]: boolean };

  /**
   * API versions that are switched on or off with `--runtime-config` of the API server, such as `resource.k8s.io/v1beta1`
   * or `api/beta`.
   *
   * @default - as the configuration file says, or as the version has them
   */
  readonly runtimeConfig?: { [apiVersion: string]: boolean };

  /**
   * The DNS domain in which names of Services end, `--cluster-domain` of its kubelets. Declare such a cluster before the
   * constructs that are for it.
   *
   * @default - `cluster.local`
   */
  readonly domain?: string;

  /**
   * What exists in the cluster besides the manifests.
   *
   * @default - nothing is declared
   */
  readonly environment?: Environment;

  /**
   * CustomResourceDefinitions that are in the cluster besides those in the manifests, as plain manifests.
   *
   * @default - none, or those that the configuration file names
   */
  readonly crds?: object[];
}

/**
 * A cluster that manifests are applied to.
 *
 * @see https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/checker.md
 */
export class Cluster {
  /**
   * The version or versions of Kubernetes.
   *
   * @default - as the configuration file says, or 1.36
   */
  public readonly kubernetesVersion?: string;
  /** Feature gates that differ from the defaults. */
  public readonly featureGates: { [name: string]: boolean };
  /** API versions that differ from the defaults. */
  public readonly runtimeConfig: { [apiVersion: string]: boolean };
  /**
   * The DNS domain in which names of Services end.
   *
   * @default - `cluster.local`
   */
  public readonly domain?: string;
  /** What exists besides the manifests. */
  public readonly environment: Environment;
  /** CustomResourceDefinitions that are there besides. */
  public readonly crds: object[];

  /**
   * @param name what people call it: letters, digits, `-`, `_`, `.`, and `/` as in `prod/eu`
   * @param props its version, and what is there
   */
  constructor(public readonly name: string, props: ClusterProps = {}) {
    this.kubernetesVersion = props.kubernetesVersion;
    this.featureGates = props.featureGates ?? {};
    this.runtimeConfig = props.runtimeConfig ?? {};
    this.domain = props.domain;
    this.environment = props.environment ?? {};
    this.crds = props.crds ?? [];
  }
}
