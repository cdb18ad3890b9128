/**
 * A bucket of a server that speaks S3, for copies of backups or of the log.
 */
export interface S3Location {
  /** Name of the bucket. It must exist. */
  readonly bucket: string;

  /**
   * What the names of the objects begin with, without `/` at its ends. Nothing
   * else may be there.
   *
   * @default - the name of the Backup or PostgreSqlWalArchive
   */
  readonly prefix?: string;

  /**
   * URL of the server, for example `https://s3.example.com`.
   *
   * @default - that of AWS for the `region`
   */
  readonly endpoint?: string;

  /**
   * Region of the bucket.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;

  /**
   * Whether the name of the bucket is in the path of URLs, and not in their host.
   *
   * @default - true with an `endpoint`, false for AWS
   */
  readonly pathStyle?: boolean;

  /** Name of an existing Secret with the keys `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`. */
  readonly credentialsSecret: string;

  /**
   * Name of an existing Secret with the key `password`, with which all files are
   * encrypted before they are sent. Without that password nobody can read them.
   *
   * @default - what the server does by itself
   */
  readonly encryptionSecret?: string;

  /**
   * How many complete backups stay in the bucket. The last one that a
   * `RestoreCheck` has proven to work stays too. Not for a PostgreSqlWalArchive.
   *
   * @default - all: nothing is ever removed there
   */
  readonly keep?: number;
}
