import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { PostgreSqlCluster } from './postgresql-cluster';
import { freeId } from '../../../cdk8s/free-id';
import { readProps, required, struct, text, valueOf } from '../../../props/fields';
import { refuse } from '../../../props/problems';
import { PERIOD, SIZE, STORAGE } from '../../../props/value-fields';
import { HealthCheck } from '../../options/health-check';
import { StatefulApp } from '../../stateful-app';
import { Storage } from '../../storage/storage';
import { TaskProps } from '../../task';
import { Backup } from '../backup';
import { POD_SETTING_FIELDS, POD_SETTING_WORDS, podSettingProblems, settingsOf, settingsOfClient } from '../pod-setting-fields';
import { PodSettings } from '../pod-settings';
import { SCRIPTS_PATH, scriptFiles } from '../scripts';

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
   * to be brought to a point in time.
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
}

const FIELDS = struct<PostgreSqlWalArchiveProps>({
  ...POD_SETTING_FIELDS,
  name: text('wal-archive'),
  database: required(valueOf('a PostgreSqlCluster', 'database', value => typeof value?.dumpMethod === 'object' && typeof value?.primaryHost === 'string')),
  keep: PERIOD,
  size: SIZE,
  storage: STORAGE,
}, '{ database }', POD_SETTING_WORDS);

/**
 * Keeps the log of a `PostgreSqlCluster` as it is written, on a volume of its
 * own, so that a `Backup` can be brought to any point in time after it.
 *
 * What the primary has written is here within a second. While this is away, the
 * primary keeps the log for it, as far as its own volume allows; after that
 * there is a gap, of which the log of this pod tells.
 *
 * See docs/databases/postgresql.md for how to restore to a point in time.
 *
 * @experimental
 */
export class PostgreSqlWalArchive extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Name of the claim that holds the log. */
  public readonly claimName: string;

  private readonly database: PostgreSqlCluster;
  private readonly settings: PodSettings;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: PostgreSqlWalArchiveProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const { keep = Duration.days(8), size = Size.gibibytes(50) } = usable;
    this.name = usable.name ?? id;
    this.claimName = `wal-${this.name}-0`;
    this.database = usable.database;
    this.settings = usable;
    if (refuse(this, wrong) || refuse(this, [...misfits, ...podSettingProblems(usable, this.database.dumpMethod)])) { return; }

    const { dumpMethod, primaryHost, port } = this.database;
    new StatefulApp(this, 'Default', {
      ...settingsOfClient(usable, dumpMethod),
      name: this.name,
      image: dumpMethod.image,
      user: dumpMethod.user,
      command: ['bash', `${SCRIPTS_PATH}/postgresql-receive-wal.sh`],
      env: { PGHOST: primaryHost, PGPORT: String(port), SLOT: this.name.replaceAll(/[^a-z0-9]/g, '_'), KEEP: String(Math.ceil(keep.toSeconds() / 60)) },
      envValues: dumpMethod.envValues,
      secretFiles: dumpMethod.secretFiles,
      files: scriptFiles(['postgresql/postgresql-receive-wal.sh', 'postgresql/postgresql-receive-ready.sh']),
      volumes: [{ name: 'wal', mountPath: '/wal', size, storage: usable.storage }],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
      readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/postgresql-receive-ready.sh`], { interval: Duration.seconds(10), timeout: Duration.seconds(10) }),
    });
  }

  /**
   * Props of a Task that makes the data of the first member anew, as they were
   * at a point in time. It may only be applied while no member runs: see
   * docs/databases/postgresql.md for all steps.
   *
   * @param backup the backups of the database
   * @param taken name of the backup to begin with, as `20260131T030000Z`
   * @param time the point in time, as `2026-01-31 11:59:00+00`
   */
  public restoreTask(backup: Backup, taken: string, time: string): TaskProps {
    const { dumpMethod, claimNames } = this.database;
    const claim = (claimName: string, mountPath: string) => ({ volume: { name: claimName, persistentVolumeClaim: { claimName } }, mountPath });
    return {
      ...settingsOf(this.settings, dumpMethod),
      image: dumpMethod.image,
      user: dumpMethod.user,
      command: ['bash', `${SCRIPTS_PATH}/postgresql-restore.sh`, taken, time],
      envValues: { HOSTS: dumpMethod.envValues!.HOSTS },
      files: scriptFiles(['postgresql/postgresql-files.sh', 'postgresql/postgresql-restore.sh']),
      volumes: [{ name: 'backups', mountPath: '/backups', size: backup.size, storage: backup.backups }],
      podVolumes: [claim(claimNames[0], '/data'), claim(this.claimName, '/wal')],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
      backoffLimit: 0,
    };
  }
}
