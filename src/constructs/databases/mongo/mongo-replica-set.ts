import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { EnvVar } from '../../../kubernetes/api/types.generated';
import { HealthCheck } from '../../options/health-check';
import { UnhealthyPodEvictionPolicy } from '../../options/unhealthy-pod-eviction-policy';
import { DATABASE_SERVER } from '../database-server-fields';
import { ReservedNames, databaseServerProblems } from '../database-server-problems';
import { DatabaseServerProps } from '../database-server-props';
import { DumpMethod, IDumpable } from '../dump-method';
import { Exporter, addExporters } from '../exporters';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { DATABASE_PORTS } from '../ports';
import { quorumProblems, tolerated } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { addUserPasswords, passwordsVolume, secretOfNamedUser } from '../user-passwords';
import { asEnvValues, secretVariable } from '../variables';
import { Wanted, ensuringFiles } from '../wanted-files';

const SERVER: ServerImage = { image: 'mongo:8.0.29-noble', server: 'MongoDB', series: ['8.0'] };
const USER = 999;
const EXPORTER_IMAGE = 'percona/mongodb_exporter:0.47.1';
const EXPORTER_USER = 65535;
const PORT = 27017;
const METRICS_PORT = 9216;
const MOST_VOTERS = 7;
/** Memory beside MongoDB's cache, in mebibytes. */
const OVERHEAD = 1024;
const LEAST_CACHE = 256;
const SCRIPTS = ['scripts/members.sh', 'scripts/passwords.sh', 'mongo/mongo-hello.sh', 'mongo/mongo-common.sh', 'mongo/mongo-server.sh', 'mongo/mongo-member.sh', 'mongo/mongo-member.js', 'mongo/mongo-ready.sh', 'mongo/mongo-alive.sh'];
/** What makes users and runs scripts. */
const ENSURE = ['mongo/mongo-ensure.sh', 'mongo/mongo-ensure.js'];
const RESERVED: ReservedNames = { databases: ['admin', 'local', 'config', 'cdk8s_stateful'], users: ['root', 'metrics'], withoutExtensions: 'MongoDB' };
const WANTED: Wanted = { administrator: 'root', database: 'admin', extension: 'js' };

/**
 * A MongoDB replica set: the members vote for a primary, which takes the
 * writes, and for another one when it is lost. Drivers that know the name of
 * the set find the primary by themselves, from any member. Members are added
 * to and taken from the set when `replicas` changes.
 *
 * - `name` is also that of the replica set.
 * - `replicas`: every member holds all data, and seven of nine vote.
 * - `size` is 20 GiB by default.
 * - `memory` is 2 GiB by default: 1 GiB is for connections and the server itself,
 *   the rest is MongoDB's cache. At least 1280 MiB.
 * - `passwordSecret` needs the keys `password`, that of the user `root`, and
 *   `key`, with which the members know each other: 6 to 1024 letters and digits;
 *   with `metrics` also `metrics`, the password of the exporters.
 * - `metrics` is an exporter for each member, in a pod of its own, on port 9216.
 *   It logs in as `metrics`, which sees figures and no data.
 *
 * The scripts were run against stand-ins of MongoDB's commands, and not
 * against a real server. See docs/databases/mongodb.md for this, limits and day-2 work.
 *
 * @experimental
 */
export class MongoReplicaSet extends Construct implements IDumpable {
  /** Name of the StatefulSet, and of the replica set. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that is ready: from there drivers find the primary, if they are given the name of the set. */
  public readonly host: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly passwordSecret: string;

  /** How `Backup` dumps it: all databases as they are at the dump's end, and the users. */
  public readonly dumpMethod: DumpMethod;

  private readonly members: Members<DatabaseServerProps>;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: DatabaseServerProps = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const members = this.members = new Members(this, props, DATABASE_SERVER);
    this.name = members.name;
    this.claimNames = members.claimNames();
    this.host = members.host();
    this.passwordSecret = members.passwordSecret;
    this.dumpMethod = dumpMethod(members);
    if (members.refused([
      ...imageProblems(members.props.image, SERVER),
      ...quorumProblems(members.replicas),
      ...memoryProblems(members.props.memory, OVERHEAD + LEAST_CACHE, `MongoDB needs a cache of ${LEAST_CACHE} MiB and 1 GiB beside it`),
      ...databaseServerProblems(members.name, members.props, RESERVED),
    ])) { return; }

    members.addPassword('password', 'key', 'metrics');
    addUserPasswords(members);
    addServers(members);
    if (members.props.metrics) { addExporters(this, members, exporter(members)); }
    members.addNetworkPolicies(DATABASE_PORTS.MongoReplicaSet);
    members.addPodMonitor(DATABASE_PORTS.MongoReplicaSet);
    members.addService('ClientService', undefined, [{ name: 'mongodb', port: PORT, targetPort: 'mongodb' }]);
  }

  /**
   * URI with all members and the name of the set, without user and password.
   * Users of another database than this one need `authSource` as well.
   *
   * @param database name of the database to use; without it clients choose one later
   */
  public connectionString(database: string = ''): string {
    return `mongodb://${this.members.addresses(PORT)}/${encodeURIComponent(database)}?replicaSet=${this.name}${this.members.tls ? '&tls=true' : ''}`;
  }

  /**
   * Name of the Secret whose key `password` is that of one of `users`. They log
   * in with `authSource=admin`.
   *
   * @param user name of the user
   * @throws if there is no such user
   */
  public userSecret(user: string): string {
    return secretOfNamedUser(this, this.members, user);
  }
}

function addServers(members: Members<DatabaseServerProps>): void {
  const { size = Size.gibibytes(20), storage, tlsSecret, memory = Size.gibibytes(2) } = members.props;
  const variables: EnvVar[] = [
    ...members.variables(),
    secretVariable('MONGO_PASSWORD', members.passwordSecret, 'password'),
    secretVariable('MONGO_KEY', members.passwordSecret, 'key'),
    // Members are the same with exporters and without.
    secretVariable('MONGO_METRICS_PASSWORD', members.passwordSecret, 'metrics', true),
    { name: 'MONGO_CACHE_GB', value: String((mebibytes(memory) - OVERHEAD) / 1024) },
    ...tlsSecret ? [{ name: 'MONGO_TLS', value: 'yes' }] : [],
  ];
  const alive = ['bash', `${SCRIPTS_PATH}/mongo-alive.sh`];
  members.add({
    maxUnavailable: tolerated(Math.min(members.replicas, MOST_VOTERS)),
    image: members.image(SERVER),
    user: USER,
    command: ['bash', `${SCRIPTS_PATH}/mongo-server.sh`],
    ports: [{ name: 'mongodb', port: PORT }],
    envValues: asEnvValues(variables),
    files: [...members.scripts(SCRIPTS), ...ensuringFiles(members, WANTED, ENSURE)],
    // Exactly where the image declares a volume: mounted above it, the data would lie in one that goes with the container.
    volumes: [{ name: 'data', mountPath: '/data/db', size, storage }],
    podVolumes: passwordsVolume(members),
    scratch: [{ mountPath: '/tmp' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(5), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/mongo-ready.sh`], { interval: Duration.seconds(5), timeout: Duration.seconds(5) }),
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(5), failureBudget: Duration.minutes(10) }),
    // The server itself hands over when it receives SIGTERM.
    terminationGracePeriod: Duration.minutes(2),
    // A member that catches up votes.
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET,
  });
}

function dumpMethod(members: Members): DumpMethod {
  return {
    image: members.image(SERVER),
    user: USER,
    files: members.scripts(['mongo/mongo-hello.sh', 'scripts/choose-member.sh', 'mongo/mongo-dump.sh', 'mongo/mongo-restore-check.sh', 'mongo/mongo-restore-check.js']),
    dumpCommand: ['bash', `${SCRIPTS_PATH}/mongo-dump.sh`],
    restoreCommand: ['bash', `${SCRIPTS_PATH}/mongo-restore-check.sh`],
    ...members.dumpAccess(members.login('MONGO_PASSWORD', 'MONGO_TLS'), ['ca.crt']),
  };
}

function exporter({ passwordSecret }: Members): Exporter {
  return {
    image: EXPORTER_IMAGE,
    user: EXPORTER_USER,
    port: METRICS_PORT,
    asking: (host, listen) => ({
      args: [`--web.listen-address=${listen}`, '--mongodb.direct-connect', '--collector.diagnosticdata', '--collector.replicasetstatus', '--collector.dbstats'],
      env: [
        { name: 'MONGODB_URI', value: `mongodb://${host}:${PORT}/admin` },
        { name: 'MONGODB_USER', value: 'metrics' },
        secretVariable('MONGODB_PASSWORD', passwordSecret, 'metrics'),
      ],
    }),
  };
}
