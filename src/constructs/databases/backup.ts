import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { backupFields } from './backup-fields';
import { DumpMethod, IDumpable } from './dump-method';
import { POD_SETTING_WORDS, podSettingProblems, settingsOf, settingsOfClient } from './pod-setting-fields';
import { PodSettings } from './pod-settings';
import { S3_LOCATION, afterSteps, s3Step } from './s3-copies';
import { S3Location } from './s3-location';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { freeId } from '../../cdk8s/free-id';
import type { Volume } from '../../kubernetes/api/types.generated';
import { readProps, required, struct, valueOf } from '../../props/fields';
import { refuse } from '../../props/problems';
import { SIZE, STORAGE } from '../../props/value-fields';
import { Storage } from '../storage/storage';
import { VolumeBinding } from '../storage/volume-binding';
import { VolumeRequest } from '../storage/volume-request';
import { Task, TaskProps } from '../task';

/**
 * Properties of a Backup.
 */
export interface BackupProps extends PodSettings {
  /**
   * Name of the CronJob; the claim of the backups is called `<name>-backups`.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** The database to back up: a preset such as `MariaDbReplication`, or one of your own. */
  readonly database: IDumpable;

  /**
   * When a backup is taken, as five cron fields.
   *
   * @default '0 3 * * *'
   */
  readonly schedule?: string;

  /**
   * Time zone of the schedule, for example `Europe/Berlin`.
   *
   * @default - that of the cluster's controller manager, usually UTC
   */
  readonly timeZone?: string;

  /**
   * How many complete backups stay. The last one that a `RestoreCheck` has
   * proven to work stays too, however old it is.
   *
   * @default 7
   */
  readonly keep?: number;

  /**
   * How much disk the backups have: `keep` dumps and two more.
   *
   * @default Size.gibibytes(20)
   */
  readonly size?: Size;

  /**
   * Where the backups are stored. Choose other storage than that of the database.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * A bucket that gets a copy of each backup. What could not be sent is sent with
   * the next one.
   *
   * @default - no copies
   */
  readonly s3?: S3Location;

  /**
   * How long a backup may take, with all retries. The next backup begins after it has ended.
   *
   * @default Duration.hours(12)
   */
  readonly activeDeadline?: Duration;
}

const FIELDS = struct<BackupProps>({
  ...backupFields('backup'),
  database: required(valueOf('a database with a dumpMethod', 'redis', value => typeof value?.dumpMethod === 'object')),
  size: SIZE,
  storage: STORAGE,
  s3: S3_LOCATION,
}, '{ database: redis }', POD_SETTING_WORDS);

/** What stands for the method of a database that was not given; such a Backup is refused. */
const NO_METHOD: DumpMethod = { image: '', user: 0, files: [], dumpCommand: [], restoreCommand: [] };

/** Tries after the first one. */
const BACKOFF_LIMIT = 2;

/**
 * Takes dumps of a database on a schedule, and keeps the newest ones.
 *
 * A dump becomes a backup only when it is complete, and only then is an old
 * one removed. A dump that fails makes its Job fail and changes nothing. The
 * claim of the backups outlives the CronJob.
 *
 * See docs/backups.md for how to restore one.
 */
export class Backup extends Construct {
  /** Name of the CronJob. */
  public readonly name: string;

  /** How the database is dumped, and how a dump is restored. */
  public readonly dumpMethod: DumpMethod;

  /** How much disk the backups have. */
  public readonly size: Size;

  /**
   * The bucket with copies of the backups.
   *
   * @default - none
   */
  public readonly s3?: S3Location;

  private readonly volume: KeptStorage;
  private readonly settings: PodSettings;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const { keep = 7, size = Size.gibibytes(20), schedule = '0 3 * * *', activeDeadline = Duration.hours(12) } = usable;
    const { dumpMethod } = usable.database ?? { dumpMethod: NO_METHOD };
    this.name = usable.name ?? id;
    this.dumpMethod = dumpMethod;
    this.size = size;
    this.s3 = usable.s3 && { ...usable.s3, prefix: usable.s3.prefix ?? this.name };
    this.volume = new KeptStorage(usable.storage ?? Storage.dynamic());
    this.settings = usable;
    if (refuse(this, wrong) || refuse(this, [...misfits, ...podSettingProblems(usable, dumpMethod)])) { return; }

    const dump: TaskProps = {
      ...settingsOfClient(usable, dumpMethod),
      name: this.name,
      schedule,
      timeZone: props.timeZone,
      activeDeadline,
      backoffLimit: BACKOFF_LIMIT,
      image: dumpMethod.image,
      user: dumpMethod.user,
      command: ['sh', `${SCRIPTS_PATH}/backup.sh`, ...dumpMethod.dumpCommand],
      env: { KEEP: String(keep) },
      envValues: dumpMethod.envValues,
      files: [...scriptFiles(['scripts/backup-common.sh', 'scripts/backup.sh']), ...dumpMethod.files],
      secretFiles: dumpMethod.secretFiles,
      volumes: [{ name: 'backups', mountPath: '/backups', size, storage: this.volume }],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
    };
    new Task(this, 'Default', this.s3 ? afterSteps(this, { 'dump-database': dump }, { ...dump, env: {}, ...s3Step(this.s3, 'upload') }) : dump);
    refuse(this, this.volume.lossProblems());
  }

  /**
   * Props of a Task that brings a backup from the bucket to the volume of the
   * backups. Without `s3` there is none to bring, and this throws.
   *
   * @param taken name of the backup, as `20260131T030000Z`
   */
  public fetchTask(taken: string): TaskProps {
    if (!this.s3) { throw new Error(`Backup '${this.name}' has no bucket to bring a backup from; give it 's3'`); }
    return {
      ...settingsOf(this.settings, this.dumpMethod),
      user: this.dumpMethod.user,
      ...s3Step(this.s3, 'download', taken),
      volumes: [{ name: 'backups', mountPath: '/backups', size: this.size, storage: this.backups }],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
      backoffLimit: BACKOFF_LIMIT,
    };
  }

  /** The volume that holds the backups, as storage of another pod. Both pods must run on one node at a time, unless the volume can be shared. */
  public get backups(): Storage {
    return this.volume.again();
  }
}

/** Remembers how a storage was bound, so that another pod can mount the same volume. */
class KeptStorage extends Storage {
  private source?: object;

  constructor(private readonly storage: Storage) { super(); }

  public problems(request: VolumeRequest): string[] {
    return this.storage.problems(request);
  }

  public bind(scope: Construct, request: VolumeRequest): VolumeBinding {
    const binding = this.storage.bind(scope, request);
    this.source = binding.volumeSource ?? { persistentVolumeClaim: { claimName: request.claimNames[0] } };
    return binding;
  }

  public again(): Storage {
    return new BoundStorage(this.source);
  }

  /** Why the volume would not outlive the pod that writes a backup to it. */
  public lossProblems(): string[] {
    const { emptyDir, ephemeral } = (this.source ?? {}) as Partial<Volume>;
    const lost = emptyDir ? 'Storage.emptyDir()' : ephemeral && 'Storage.ephemeral()';
    return lost ? [`'storage' must keep backups when their pod has ended, got ${lost}; write 'storage: Storage.dynamic()'`] : [];
  }
}

/** A volume that another app has bound. */
class BoundStorage extends Storage {
  constructor(private readonly source: object = {}) { super(); }

  public bind(): VolumeBinding {
    return { volumeSource: this.source };
  }
}
