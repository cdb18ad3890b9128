/**
 * What becomes of a container whose CPU or memory is changed in place.
 */
export enum ResizeRestartPolicy {
  /** It goes on running with the new amount. */
  NOT_REQUIRED = 'NotRequired',
  /** It is restarted: for programs that read the amount when they start. */
  RESTART_CONTAINER = 'RestartContainer',
}

/**
 * How the container takes another amount of CPU or memory while its pod stays
 * where it is, as `kubectl patch --subresource resize` asks for.
 *
 * It needs Kubernetes 1.33.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
 */
export interface ResizePolicy {
  /**
   * Another amount of CPU.
   *
   * @default ResizeRestartPolicy.NOT_REQUIRED
   */
  readonly cpu?: ResizeRestartPolicy;

  /**
   * Another amount of memory. A server that sizes its caches when it starts
   * wants `RESTART_CONTAINER`.
   *
   * @default ResizeRestartPolicy.NOT_REQUIRED
   */
  readonly memory?: ResizeRestartPolicy;
}
