/**
 * What becomes of a claim.
 */
export enum ClaimFate {
  /** The same pod uses it. */
  KEPT = 'kept',
  /** Another pod uses it, with the data it holds. */
  ADOPTED_AGAIN = 'adopted again',
  /** It stays, and no pod uses it. */
  STRANDED = 'stranded',
  /** It is deleted. */
  DELETED = 'deleted',
  /** It is created without data. */
  NEW_AND_EMPTY = 'new and empty',
}
