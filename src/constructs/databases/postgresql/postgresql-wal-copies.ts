import { Duration } from 'cdk8s';
import { PostgreSqlWalArchiveProps } from './postgresql-wal-archive-props';
import { HealthCheck } from '../../options/health-check';
import { PodOptions } from '../../pod/pod-options';
import { RCLONE_IMAGE, remoteVariables, s3Files } from '../s3-copies';
import { S3Location } from '../s3-location';
import { SCRIPTS_PATH } from '../scripts';
import { asEnvValues } from '../variables';

/** Where the log is of which a bucket has copies. */
export interface WalCopies {
  readonly s3: S3Location;
  /** Their bucket. */
  readonly backups: S3Location;
}

/** Where a restore finds what was brought from the bucket. */
export const FROM_BUCKET = '/wal/from-bucket';

/** What is wrong with the bucket of an archive; an empty list means nothing. */
export function walCopiesProblems({ database, s3, backup }: Pick<PostgreSqlWalArchiveProps, 'database' | 's3' | 'backup'>): string[] {
  return [
    ...backup && backup.dumpMethod !== database.dumpMethod ? ["'backup' is a Backup of another database, and says nothing of what this one's log is needed for; give it that of 'database'"] : [],
    ...s3 && !backup ? ["'s3' needs 'backup', for the log is kept as long as a backup needs it; write 'backup', a Backup of the database with 's3'"] : [],
    ...backup && !s3 ? ["'backup' is for the copy of the log in a bucket, and there is none; write 's3' or remove 'backup'"] : [],
    ...s3 && backup && !backup.s3 ? ["'backup' needs a bucket, too, else nothing could be restored from that of the log; give it 's3'"] : [],
    ...s3?.keep ? ["'s3.keep' is a number of backups, and this is the log, which has 'keep', a time; remove it from 's3'"] : [],
  ];
}

/** A container that runs postgresql-wal-s3.sh, with the volume `wal`. */
export function walCopiesStep({ s3, backups }: WalCopies, keep: Duration, ...command: string[]): Pick<PodOptions, 'image' | 'command' | 'envValues' | 'files'> {
  return {
    image: RCLONE_IMAGE,
    command: ['sh', `${SCRIPTS_PATH}/postgresql-wal-s3.sh`, ...command],
    envValues: asEnvValues([...remoteVariables(s3), ...remoteVariables(backups, 'BACKUPS'), { name: 'KEEP', value: minutes(keep) }]),
    files: s3Files('postgresql/postgresql-wal-s3.sh'),
  };
}

/** Ready while the bucket has what was received some minutes ago. */
export const COPIES_CHECK = HealthCheck.exec(['sh', `${SCRIPTS_PATH}/postgresql-wal-s3.sh`, 'ready'], { interval: Duration.seconds(10), timeout: Duration.seconds(10) });

/** A time as the scripts know it. */
export function minutes(time: Duration): string {
  return String(Math.ceil(time.toSeconds() / 60));
}
