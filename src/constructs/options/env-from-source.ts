/**
 * A Secret or a ConfigMap whose keys become environment variables.
 */
export interface EnvFromSource {
  /**
   * Name of a Secret in the app's namespace.
   *
   * @default - none; give `configMapName` then
   */
  readonly secretName?: string;

  /**
   * Name of a ConfigMap in the app's namespace.
   *
   * @default - none; give `secretName` then
   */
  readonly configMapName?: string;

  /**
   * Put before each key.
   *
   * @default - nothing
   */
  readonly prefix?: string;
}
