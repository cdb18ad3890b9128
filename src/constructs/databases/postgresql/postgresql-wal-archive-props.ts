import { Duration, Size } from 'cdk8s';
import type { PostgreSqlCluster } from './postgresql-cluster';
import { Storage } from '../../storage/storage';
import type { Backup } from '../backup';
import { PodSettings } from '../pod-settings';
import { S3Location } from '../s3-location';

/**
 * Properties of a PostgreSqlWalArchive.
 */
export interface PostgreSqlWalArchiveProps extends PodSettings {
  /**
   * Name of the StatefulSet, and of its slot at the primary.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** Whose log is kept. */
  readonly database: PostgreSqlCluster;

  /**
   * How long the log is kept. It must be longer than the oldest backup that is
   * to be brought to a point in time. In a bucket it stays as long as a backup
   * there needs it, too.
   *
   * @default Duration.days(8)
   */
  readonly keep?: Duration;

  /**
   * How much disk the log has: all that is written in the time of `keep`.
   *
   * @default Size.gibibytes(50)
   */
  readonly size?: Size;

  /**
   * Where the log is stored. Choose other storage than that of the database.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * A bucket that gets a copy of the log, all the time. It needs `backup`, and
   * keys that may delete, too.
   *
   * @default - no copy
   */
  readonly s3?: S3Location;

  /**
   * The backups of the database, which have a bucket, too: the log in `s3` is kept
   * as long as one of them in their bucket needs it.
   *
   * @default - none
   */
  readonly backup?: Backup;
}
