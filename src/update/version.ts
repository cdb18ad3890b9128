/** A minor version of Kubernetes 1: 27 is 1.27. */
export type KubernetesMinor = number;

/** The version that the facts of this project were measured with. */
export const DEFAULT_MINOR: KubernetesMinor = 27;

/**
 * The minor version of `1.27` or `v1.33.2`.
 *
 * @throws if it is no version of Kubernetes 1
 */
export function parseKubernetesVersion(version: string): KubernetesMinor {
  const match = /^v?1\.(\d{1,3})(?:\.\d+)?$/.exec(version);
  if (!match) { throw new Error(`'${version}' is not a Kubernetes version; write for example '1.27'`); }
  return Number(match[1]);
}
