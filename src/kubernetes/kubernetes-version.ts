/**
 * The version that is meant where nobody names one: the newest minor that EKS, GKE (regular channel) and AKS all offer, in
 * August 2026.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 * @see https://cloud.google.com/kubernetes-engine/docs/release-schedule
 * @see https://learn.microsoft.com/azure/aks/supported-kubernetes-versions
 */
export const DEFAULT_KUBERNETES_VERSION = '1.36';

const VERSION = /^v?1\.(\d{1,3})(?:\.(\d{1,3}))?(?:[-+].*)?$/;

/** Above every patch there will be. */
const NEWEST_PATCH = 999;

/**
 * A version of Kubernetes: a minor such as `1.35`, which stands for its newest patch, or a patch such as `1.35.3`.
 */
export class KubernetesVersion {
  /** The version of `1.27`, `v1.27`, `v1.27.16` or `v1.27.16-eks-a1b2c3d`; undefined if the text is none. */
  public static parse(text: string): KubernetesVersion | undefined {
    const [, minor, patch] = VERSION.exec(text) ?? [];
    return minor === undefined ? undefined : new KubernetesVersion(Number(minor), patch === undefined ? undefined : Number(patch));
  }

  /** The same for a text that is known to be a version. */
  public static of(text: string): KubernetesVersion {
    const version = this.parse(text);
    if (!version) { throw new Error(notAVersion(text)); }
    return version;
  }

  private constructor(
    /** 35 of `1.35.4`. */
    public readonly minor: number,
    /** 4 of `1.35.4`; undefined if only the minor is known. */
    public readonly patch?: number,
  ) {}

  /** Negative if this version comes before the other one, positive if it comes after it. */
  public compare(other: KubernetesVersion): number {
    return this.minor - other.minor || (this.patch ?? NEWEST_PATCH) - (other.patch ?? NEWEST_PATCH);
  }

  /** Whether what began with `since` is there: `1.35` began with its first patch, `1.35.4` with that one. */
  public isSince(since: string): boolean {
    const [, minor, patch = 0] = since.split('.').map(Number);
    return this.minor > minor || (this.minor === minor && (this.patch ?? NEWEST_PATCH) >= patch);
  }

  public toString(): string {
    return `1.${this.minor}${this.patch === undefined ? '' : `.${this.patch}`}`;
  }
}

/** The minor of a version as the API model writes it: `1.35` of `1.35.4`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** What is wrong with a text that should be a version of Kubernetes. */
function notAVersion(text: string): string {
  return `'${text}' is no version of Kubernetes; write it like 1.36 or 1.35.4`;
}
