/** A minor version of Kubernetes 1: 27 is 1.27. */
export type KubernetesMinor = number;

/** The version that the facts of this project were measured with. */
export const DEFAULT_MINOR: KubernetesMinor = 27;
