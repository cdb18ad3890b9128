/** A minor version of Kubernetes 1: 27 is 1.27. */
export type KubernetesMinor = number;
