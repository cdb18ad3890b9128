import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { PostgreSqlCluster } from './postgresql-cluster';
import { PostgreSqlWalArchiveProps } from './postgresql-wal-archive-props';
import { COPIES_CHECK, FROM_BUCKET, WalCopies, minutes, walCopiesProblems, walCopiesStep } from './postgresql-wal-copies';
import { freeId } from '../../../cdk8s/free-id';
import { readProps, required, struct, text, valueOf } from '../../../props/fields';
import { refuse } from '../../../props/problems';
import { PERIOD, SIZE, STORAGE } from '../../../props/value-fields';
import { HealthCheck } from '../../options/health-check';
import { PodOptions } from '../../pod/pod-options';
import { StatefulApp } from '../../stateful-app';
import { StatefulAppProps } from '../../stateful-app-props';
import { TaskProps } from '../../task';
import { Backup } from '../backup';
import { POD_SETTING_FIELDS, POD_SETTING_WORDS, podSettingProblems, settingsOf, settingsOfClient } from '../pod-setting-fields';
import { PodSettings } from '../pod-settings';
import { S3_LOCATION, afterSteps, filesOfAll, s3Step, stepContainer } from '../s3-copies';
import { SCRIPTS_PATH, scriptFiles } from '../scripts';

const FIELDS = struct<PostgreSqlWalArchiveProps>({
  ...POD_SETTING_FIELDS,
  name: text('wal-archive'),
  database: required(valueOf('a PostgreSqlCluster', 'database', value => typeof value?.dumpMethod === 'object' && typeof value?.primaryHost === 'string')),
  keep: PERIOD,
  size: SIZE,
  storage: STORAGE,
  s3: S3_LOCATION,
  backup: valueOf('a Backup', 'backup', value => typeof value?.dumpMethod === 'object' && value?.backups !== undefined),
}, '{ database }', POD_SETTING_WORDS);

/**
 * Keeps the log of a `PostgreSqlCluster` as it is written, on a volume of its
 * own, so that a `Backup` can be brought to any point in time after it.
 *
 * What the primary has written is here within a second. While this is away, the
 * primary keeps the log for it, as far as its own volume allows; after that
 * there is a gap, of which the log of this pod tells. With `s3` a second container
 * sends it to a bucket, and is not ready while that lacks more than five minutes.
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
  private readonly keep: Duration;
  private readonly copies?: WalCopies;
  private readonly backup?: Backup;
  private readonly settings: PodSettings;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: PostgreSqlWalArchiveProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const { keep = Duration.days(8), size = Size.gibibytes(50), s3, backup } = usable;
    this.name = usable.name ?? id;
    this.claimName = `wal-${this.name}-0`;
    this.database = usable.database;
    this.settings = usable;
    this.keep = keep;
    this.backup = backup;
    this.copies = s3 && backup?.s3 && { s3: { ...s3, prefix: s3.prefix ?? this.name }, backups: backup.s3 };
    if (refuse(this, wrong)) { return; }
    if (refuse(this, [...misfits, ...podSettingProblems(usable, this.database.dumpMethod), ...walCopiesProblems(usable)])) { return; }

    const app = this.receiver(usable, size);
    new StatefulApp(this, 'Default', this.copies ? this.withSender(app, this.copies) : app);
  }

  /** The one pod, without a bucket. */
  private receiver(props: PostgreSqlWalArchiveProps, size: Size): StatefulAppProps {
    const { dumpMethod, primaryHost, port } = this.database;
    return {
      ...settingsOfClient(props, dumpMethod),
      name: this.name,
      image: dumpMethod.image,
      user: dumpMethod.user,
      command: ['bash', `${SCRIPTS_PATH}/postgresql-receive-wal.sh`],
      env: { PGHOST: primaryHost, PGPORT: String(port), SLOT: this.name.replaceAll(/[^a-z0-9]/g, '_'), KEEP: minutes(this.keep) },
      envValues: dumpMethod.envValues,
      secretFiles: dumpMethod.secretFiles,
      files: scriptFiles(['postgresql/postgresql-receive-wal.sh', 'postgresql/postgresql-receive-ready.sh']),
      volumes: [{ name: 'wal', mountPath: '/wal', size, storage: props.storage }],
      scratch: [{ mountPath: '/tmp' }],
      readOnlyRootFilesystem: true,
      readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/postgresql-receive-ready.sh`], { interval: Duration.seconds(10), timeout: Duration.seconds(10) }),
    };
  }

  /** The same with a container that does not know the database's password, and whose bucket the receiver does not know. */
  private withSender(app: StatefulAppProps, copies: WalCopies): StatefulAppProps {
    const step: PodOptions = {
      ...walCopiesStep(copies, this.keep, 'send'), resources: this.settings.resources, volumes: app.volumes, scratch: app.scratch, readinessCheck: COPIES_CHECK,
    };
    // The props take what stands in YAML, too.
    const sidecars = [stepContainer(this, 'send-to-bucket', step)] as unknown as StatefulAppProps['sidecars'];
    return { ...app, files: filesOfAll([step, app]), sidecars };
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

  /**
   * The same from the buckets alone: nothing is needed of the volumes of backups
   * and log but room. Without `s3` there is nothing to restore from, and this throws.
   *
   * @param taken name of the backup to begin with, as `20260131T030000Z`
   * @param time the point in time, as `2026-01-31 11:59:00+00`; without it, all that the bucket has
   */
  public restoreFromS3Task(taken: string, time: string = ''): TaskProps {
    const { backup, copies } = this;
    if (!backup || !copies) { throw new Error(`PostgreSqlWalArchive '${this.name}' has no bucket to restore from; give it 's3' and 'backup'`); }
    const last = this.restoreTask(backup, taken, time);
    const step = (what: Partial<TaskProps>): TaskProps => ({ ...last, envValues: {}, ...what });
    return afterSteps(this, {
      'bring-backup': step(s3Step(copies.backups, 'download', taken)),
      'bring-log': step(walCopiesStep(copies, this.keep, 'bring', taken)),
    }, { ...last, command: [...last.command!, FROM_BUCKET] });
  }
}
