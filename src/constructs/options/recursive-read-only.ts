/**
 * Whether what is mounted below a read-only volume is read-only, too.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#recursive-read-only-mounts
 */
export enum RecursiveReadOnly {
  /** It is where the node's container runtime can do that. */
  IF_POSSIBLE = 'IfPossible',
  /** It is, and the pod does not start where it cannot be. */
  ENABLED = 'Enabled',
}
