/**
 * What a change does in the cluster.
 */
export enum ChangeEffect {
  /** Nothing. */
  NONE = 'none',
  /** It is applied while pods run. */
  IN_PLACE = 'in-place',
  /** Pods are replaced. */
  RESTART = 'restart',
  /** Clients lose or gain access. */
  ACCESS = 'access',
  /** Pods use outdated data or settings, at once or later. */
  STALE_DATA = 'stale-data',
  /** The API server refuses it. */
  REFUSED = 'refused',
  /** Data stays, and pods no longer find it. */
  STRANDS_DATA = 'strands-data',
  /** Data is deleted. */
  DELETES_DATA = 'deletes-data',
}
