import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { readProps, struct } from '../../../props/fields';
import { refuse } from '../../../props/problems';
import { SIZE } from '../../../props/value-fields';
import { HealthCheck } from '../../options/health-check';
import { DATABASE_FIELDS, DATABASE_WORDS } from '../database-fields';
import { DatabaseProps } from '../database-props';
import { DumpMethod, IDumpable } from '../dump-method';
import { Members } from '../members';
import { quorumProblems, tolerated } from '../quorum';
import { SCRIPTS_PATH, scriptFiles } from '../scripts';
import { asSidecar } from '../sidecar';
import { startupBudget } from '../startup-budget';
import { asEnvValues, secretVariable } from '../variables';

/**
 * Properties of a MongoReplicaSet.
 */
export interface MongoReplicaSetProps extends DatabaseProps {
  /**
   * Memory for MongoDB's cache, at least 256 MiB. The container may use 1 GiB more.
   *
   * @default Size.gibibytes(1)
   */
  readonly cache?: Size;
}

const FIELDS = struct<MongoReplicaSetProps>({ ...DATABASE_FIELDS, cache: SIZE }, '{ replicas: 3 }', DATABASE_WORDS);
const IMAGE = 'mongo:8.0.13-noble';
const USER = 999;
const EXPORTER_IMAGE = 'percona/mongodb_exporter:0.47.1';
const EXPORTER_USER = 65535;
const PORT = 27017;
const METRICS_PORT = 9216;
const MOST_VOTERS = 7;
const CACHE = Size.gibibytes(1);
const LEAST_CACHE = Size.mebibytes(256);
const SCRIPTS = ['scripts/members.sh', 'mongo/mongo-hello.sh', 'mongo/mongo-common.sh', 'mongo/mongo-server.sh', 'mongo/mongo-member.sh', 'mongo/mongo-member.js', 'mongo/mongo-ready.sh', 'mongo/mongo-alive.sh'];

/**
 * A MongoDB replica set: the members vote for a primary, which takes the
 * writes, and for another one when it is lost. Drivers that know the name of
 * the set find the primary by themselves, from any member. Members are added
 * to and taken from the set when `replicas` changes.
 *
 * - `name` is also that of the replica set.
 * - `replicas`: every member holds all data, and seven of nine vote.
 * - `size` is 20 GiB by default.
 * - `passwordSecret` needs the keys `password`, that of the user `root`, and
 *   `key`, with which the members know each other: 6 to 1024 letters and digits.
 * - `metrics` is an exporter on port 9216 of each pod.
 *
 * The scripts were run against stand-ins of MongoDB's commands, and not
 * against a real server. See docs/databases.md for this, limits and day-2 work.
 */
export class MongoReplicaSet extends Construct implements IDumpable {
  /** Name of the StatefulSet, and of the replica set. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that serves: a driver that is given the name of the set finds the primary from there. */
  public readonly primaryHost: string;

  /** The same host: drivers choose the member by their read preference. */
  public readonly readHost: string;

  /** Port of the hosts. */
  public readonly port: number = PORT;

  /** URI with all members and the name of the set, without user and password. */
  public readonly connectionString: string;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly connectionSecret: string;

  /** How `Backup` dumps it: all databases as they are at the dump's end, and the users. */
  public readonly dumpMethod: DumpMethod;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: MongoReplicaSetProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const members = new Members(this, usable);
    this.name = members.name;
    this.claimNames = members.claimNames();
    this.primaryHost = members.host();
    this.readHost = this.primaryHost;
    this.connectionSecret = members.passwordSecret;
    this.connectionString = connectionString(members, usable.tlsSecret);
    this.dumpMethod = dumpMethod(members);
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(members.replicas),
      ...cacheProblems(usable.cache),
      ...members.problems(),
    ])) { return; }

    members.addPassword('password', 'key');
    addServers(members, usable);
    members.addService('ClientService', undefined, [{ name: 'mongodb', port: PORT, targetPort: 'mongodb' }]);
  }
}

function addServers(members: Members, props: MongoReplicaSetProps): void {
  const { size = Size.gibibytes(20), storage, tlsSecret, metrics, cache = CACHE } = props;
  const memory = Size.mebibytes(cache.toMebibytes() + 1024);
  const variables: EnvVar[] = [
    ...members.variables(),
    secretVariable('MONGO_PASSWORD', members.passwordSecret, 'password'),
    secretVariable('MONGO_KEY', members.passwordSecret, 'key'),
    { name: 'MONGO_CACHE_GB', value: String(cache.toMebibytes() / 1024) },
    ...tlsSecret ? [{ name: 'MONGO_TLS', value: 'yes' }] : [],
  ];
  const alive = ['bash', `${SCRIPTS_PATH}/mongo-alive.sh`];
  members.add({
    maxUnavailable: tolerated(Math.min(members.replicas, MOST_VOTERS)),
    image: IMAGE,
    user: USER,
    command: ['bash', `${SCRIPTS_PATH}/mongo-server.sh`],
    ports: [{ name: 'mongodb', port: PORT }],
    envValues: asEnvValues(variables),
    files: scriptFiles(SCRIPTS),
    // Exactly where the image declares a volume: mounted above it, the data would lie in one that goes with the container.
    volumes: [{ name: 'data', mountPath: '/data/db', size, storage }],
    scratch: [{ mountPath: '/tmp' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(5), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/mongo-ready.sh`], { interval: Duration.seconds(5), timeout: Duration.seconds(5) }),
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(5), failureBudget: Duration.minutes(10) }),
    // The server itself hands over when it is told to stop.
    terminationGracePeriod: Duration.minutes(2),
    sidecars: (metrics ? [exporter(members.passwordSecret)] : []).map(asSidecar),
  });
}

function dumpMethod(members: Members): DumpMethod {
  return {
    image: IMAGE,
    user: USER,
    files: scriptFiles(['mongo/mongo-hello.sh', 'mongo/mongo-dump.sh', 'mongo/mongo-restore-check.sh', 'mongo/mongo-restore-check.js']),
    dumpCommand: ['bash', `${SCRIPTS_PATH}/mongo-dump.sh`],
    restoreCommand: ['bash', `${SCRIPTS_PATH}/mongo-restore-check.sh`],
    ...members.dumpAccess(members.login('MONGO_PASSWORD', 'MONGO_TLS'), ['ca.crt']),
  };
}

function connectionString(members: Members, tlsSecret?: string): string {
  const hosts = members.hosts().map(host => `${host}:${PORT}`);
  return `mongodb://${hosts.join(',')}/?replicaSet=${members.name}${tlsSecret ? '&tls=true' : ''}`;
}

/** Why MongoDB does not start with such a cache; an empty list means that it does. */
function cacheProblems(cache = CACHE): string[] {
  return cache.toMebibytes() >= LEAST_CACHE.toMebibytes() ? [] : [
    `'cache' must be at least 256 MiB, for MongoDB does not start with less, got ${cache.toMebibytes()} MiB; write 'cache: Size.mebibytes(256)'`,
  ];
}

function exporter(passwordSecret: string): Container {
  return {
    name: 'metrics',
    image: EXPORTER_IMAGE,
    args: ['--mongodb.direct-connect', '--collector.diagnosticdata', '--collector.replicasetstatus', '--collector.dbstats'],
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    env: [
      { name: 'MONGODB_URI', value: `mongodb://127.0.0.1:${PORT}/admin` },
      { name: 'MONGODB_USER', value: 'root' },
      secretVariable('MONGODB_PASSWORD', passwordSecret, 'password'),
    ],
    securityContext: { runAsUser: EXPORTER_USER, runAsGroup: EXPORTER_USER, readOnlyRootFilesystem: true },
  };
}
