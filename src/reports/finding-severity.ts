/**
 * How bad a finding is.
 */
export enum FindingSeverity {
  /** Kubernetes refuses it, or it never works. */
  ERROR = 'error',
  /** It works, and causes harm later. */
  WARNING = 'warning',
  /** It is worth knowing. */
  INFO = 'info',
}
