import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Backup } from './backup';
import { POD_SETTING_FIELDS, POD_SETTING_WORDS, podSettingProblems, settingsOf } from './pod-setting-fields';
import { PodSettings } from './pod-settings';
import { afterSteps, s3Step } from './s3-copies';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { freeId } from '../../cdk8s/free-id';
import { flag, readProps, required, struct, text, valueOf } from '../../props/fields';
import { refuse } from '../../props/problems';
import { SECONDS, SCHEDULE, SIZE, STORAGE, TIME_ZONE } from '../../props/value-fields';
import { Storage } from '../storage/storage';
import { Task, TaskProps } from '../task';

/**
 * Properties of a RestoreCheck.
 */
export interface RestoreCheckProps extends PodSettings {
  /**
   * Name of the CronJob.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** The backups to check. */
  readonly backup: Backup;

  /**
   * Check the newest backup in the bucket of `backup`, and not that on its
   * volume. It is brought to `storage`, so that needs room for it, too.
   *
   * @default false
   */
  readonly fromS3?: boolean;

  /**
   * When the newest backup is checked, as five cron fields.
   *
   * @default '0 6 * * *'
   */
  readonly schedule?: string;

  /**
   * Time zone of the schedule, for example `Europe/Berlin`.
   *
   * @default - that of the cluster's controller manager, usually UTC
   */
  readonly timeZone?: string;

  /**
   * The check fails if the newest backup is older. Raise it if backups are
   * taken less than once a week.
   *
   * @default Duration.days(8)
   */
  readonly maxAge?: Duration;

  /**
   * How much disk the server may use to which a backup is restored.
   *
   * @default - the size of all backups
   */
  readonly size?: Size;

  /**
   * Where that server's data lives, until the check ends.
   *
   * @default Storage.emptyDir()
   */
  readonly storage?: Storage;

  /**
   * How long a check may take.
   *
   * @default Duration.hours(12)
   */
  readonly activeDeadline?: Duration;
}

const FIELDS = struct<RestoreCheckProps>({
  ...POD_SETTING_FIELDS,
  name: text('restore-check'),
  backup: required(valueOf('a Backup', 'backup', value => typeof value?.dumpMethod === 'object' && value?.backups !== undefined)),
  fromS3: flag(),
  schedule: SCHEDULE,
  timeZone: TIME_ZONE,
  maxAge: SECONDS,
  size: SIZE,
  storage: STORAGE,
  activeDeadline: SECONDS,
}, '{ backup }', POD_SETTING_WORDS);

/**
 * Restores the newest backup to a server of its own, on a schedule, and
 * compares what the server holds with what the dump has. The Job fails if the
 * backup is damaged, cannot be restored, is too old or is not there. The
 * database itself is not touched, and its password is not known to the check.
 *
 * The last backup that was proven to work is never removed by its `Backup`.
 */
export class RestoreCheck extends Construct {
  /** Name of the CronJob. */
  public readonly name: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: RestoreCheckProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const { backup, schedule = '0 6 * * *', maxAge = Duration.days(8), activeDeadline = Duration.hours(12) } = usable;
    this.name = usable.name ?? id;
    const s3 = usable.fromS3 ? backup?.s3 : undefined;
    const noBucket = usable.fromS3 && backup && !s3 ? ["'fromS3' needs a Backup with 's3'; give it a bucket or remove 'fromS3'"] : [];
    if (refuse(this, wrong) || refuse(this, [...misfits, ...noBucket, ...podSettingProblems(usable)])) { return; }

    const { dumpMethod } = backup;
    const storage = props.storage ?? Storage.emptyDir();
    const check: TaskProps = {
      ...settingsOf(usable, dumpMethod),
      name: this.name,
      schedule,
      timeZone: props.timeZone,
      activeDeadline,
      backoffLimit: 0,
      image: dumpMethod.image,
      user: dumpMethod.user,
      command: ['sh', `${SCRIPTS_PATH}/restore-check.sh`, ...dumpMethod.restoreCommand],
      env: { MAX_AGE: String(maxAge.toSeconds()) },
      files: [...scriptFiles(['scripts/backup-common.sh', 'scripts/restore-check.sh']), ...dumpMethod.files],
      volumes: [
        { name: 'backups', mountPath: '/backups', size: backup.size, storage: s3 ? storage : backup.backups },
        { name: 'scratch', mountPath: '/scratch', size: props.size ?? backup.size, storage },
      ],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
    };
    new Task(this, 'Default', s3 ? fromS3(this, check, (...command) => s3Step(s3, ...command)) : check);
  }
}

/** The same with a backup that is brought before, and remembered in the bucket afterwards. */
function fromS3(scope: Construct, check: TaskProps, step: (...command: string[]) => Partial<TaskProps>): TaskProps {
  const run = (...command: string[]): TaskProps => ({ ...check, env: {}, ...step(...command) });
  return afterSteps(scope, { 'bring-backup': run('newest'), 'restore-backup': check }, run('proven'));
}
