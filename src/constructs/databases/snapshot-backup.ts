import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { backupFields } from './backup-fields';
import { POD_SETTING_WORDS, podSettingProblems, settingsOf } from './pod-setting-fields';
import { PodSettings } from './pod-settings';
import { addRights } from './rights';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { asEnvValues } from './variables';
import { freeId } from '../../cdk8s/free-id';
import { Identity } from '../../cdk8s/identity';
import { listOf, readProps, required, struct, text } from '../../props/fields';
import { duplicates, refuse } from '../../props/problems';
import { nameOf } from '../../props/value-fields';
import { Task } from '../task';

/**
 * Properties of a SnapshotBackup.
 */
export interface SnapshotBackupProps extends PodSettings {
  /**
   * Name of the CronJob, and beginning of the snapshots' names.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Names of the claims that make one backup, such as `database.claimNames` of
   * a preset or `[app.claimName('data', 0)]` of a StatefulApp. A snapshot of
   * each is taken, one right after the other.
   */
  readonly claimNames: string[];

  /**
   * Name of the VolumeSnapshotClass. It says whether a snapshot that is removed
   * here leaves the disk, too (`deletionPolicy`).
   */
  readonly volumeSnapshotClassName: string;

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
   * How many complete backups stay.
   *
   * @default 7
   */
  readonly keep?: number;

  /**
   * How long a backup may take until all its snapshots are ready, with all
   * retries. The next backup begins after it has ended.
   *
   * @default Duration.hours(12)
   */
  readonly activeDeadline?: Duration;
}

const FIELDS = struct<SnapshotBackupProps>({
  ...backupFields('db-snapshots'),
  claimNames: required(listOf(nameOf('a PersistentVolumeClaim', text('data-db-0')))),
  volumeSnapshotClassName: required(nameOf('a VolumeSnapshotClass', text('csi-snapshots'))),
}, '{ claimNames: ["data-db-0"], volumeSnapshotClassName: "csi-snapshots" }', POD_SETTING_WORDS);

const IMAGE = 'node:24.21.0-alpine3.24';
const USER = 1000;
/** A snapshot is called `<name>-20260131t030000z-<claim>`. */
const LONGEST_SNAPSHOT_NAME = 253;
const TIME_LENGTH = '-20260131t030000z-'.length;
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** Tries after the first one. Each goes on with the snapshots that the last one has made. */
const BACKOFF_LIMIT = 6;

/**
 * Takes VolumeSnapshots of claims on a schedule, and keeps those of the newest
 * backups. It needs a CSI driver that makes snapshots, and the cluster's
 * snapshot controller.
 *
 * Only once every snapshot of a backup is ready are old ones removed: all that
 * this construct made before the newest `keep` complete backups. With fewer
 * complete ones nothing is removed, and never what something else has made.
 *
 * Each snapshot is as a disk when the power goes: databases recover from it.
 * Snapshots usually live on the same storage as the volumes, so they are no
 * copy elsewhere, and they go with their namespace: take dumps with `Backup`
 * as well, where there are some.
 *
 * See docs/backups.md for how to restore one.
 */
export class SnapshotBackup extends Construct {
  /** Name of the CronJob. */
  public readonly name: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: SnapshotBackupProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const { claimNames = [], volumeSnapshotClassName, keep = 7, schedule = '0 3 * * *', activeDeadline = Duration.hours(12) } = usable;
    const identity = new Identity(this, { name: usable.name, labels: usable.labels });
    this.name = identity.name;
    if (refuse(this, wrong) || refuse(this, [
      ...misfits,
      ...podSettingProblems(usable),
      ...claimProblems(claimNames, this.name),
      ...namespaceProblems(identity),
    ])) { return; }

    const task = new Task(this, 'Default', {
      ...settingsOf(usable),
      name: this.name,
      schedule,
      timeZone: props.timeZone,
      activeDeadline,
      backoffLimit: BACKOFF_LIMIT,
      image: IMAGE,
      user: USER,
      command: ['node', `${SCRIPTS_PATH}/take-snapshots.mjs`],
      env: {
        BACKUP: this.name,
        CLAIMS: claimNames.join(' '),
        CLASS: volumeSnapshotClassName,
        KEEP: String(keep),
        NODE_EXTRA_CA_CERTS: `${ACCOUNT}/ca.crt`,
      },
      envValues: asEnvValues([
        { name: 'NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'JOB', valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/controller-uid']" } } },
      ]),
      files: scriptFiles(['scripts/take-snapshots.mjs']),
      readOnlyRootFilesystem: true,
      automountServiceAccountToken: true,
    });
    // The names of snapshots that will be made and removed are not known before, so rights cannot be given by name.
    addRights(this, identity, task, { apiGroups: ['snapshot.storage.k8s.io'], resources: ['volumesnapshots'], verbs: ['list', 'create', 'delete'] });
  }
}

function claimProblems(names: readonly string[], backup: string): string[] {
  const longest = LONGEST_SNAPSHOT_NAME - TIME_LENGTH - backup.length;
  return [
    ...names.length > 0 ? [] : ["'claimNames' must name a claim, got []; write 'claimNames: database.claimNames'"],
    ...duplicates(names, name => name, name => `'claimNames' names '${name}' twice; remove one`),
    ...names.filter(name => name.length > longest)
      .map(name => `'claimNames' may hold ${longest} characters each, for they become part of the snapshots' names, got ${name.length}: '${name}'; write a shorter 'name'`),
  ];
}

function namespaceProblems({ namespace }: Identity): string[] {
  return namespace ? [] : [
    "snapshots can be taken only in a chart with a namespace, for the Job's rights are given there, and the chart has none; "
    + "write 'new Chart(app, \"data\", { namespace: \"data\" })'",
  ];
}
