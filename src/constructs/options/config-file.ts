/**
 * A configuration file. A change of its content replaces the pods one by one.
 */
export interface ConfigFile {
  /** Absolute path of the file in the container. */
  readonly path: string;

  /** Content of the file. */
  readonly content: string;

  /**
   * Let the container execute the file.
   *
   * @default false
   */
  readonly executable?: boolean;
}
