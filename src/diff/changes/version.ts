import { minorVersion, notAVersion } from '../../kubernetes/kubernetes-version';

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
  const minor = minorVersion(version);
  if (minor === undefined) { throw new Error(notAVersion(version)); }
  return Number(minor.slice('1.'.length));
}
