/**
 * A Secret whose keys appear as files.
 */
export interface SecretFiles {
  /** Name of a Secret in the app's namespace. */
  readonly secretName: string;

  /** Absolute path of the directory in the container. */
  readonly mountPath: string;

  /**
   * Keys to show.
   *
   * @default - all of them
   */
  readonly keys?: string[];
}
