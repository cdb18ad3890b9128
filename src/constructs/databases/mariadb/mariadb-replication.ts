import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { Container, EnvVar } from '../../../kubernetes/api/types.generated';
import type { ConfigFile } from '../../options/config-file';
import { HealthCheck } from '../../options/health-check';
import { UnhealthyPodEvictionPolicy } from '../../options/unhealthy-pod-eviction-policy';
import { DATABASE_SERVER } from '../database-server-fields';
import { ReservedNames, databaseServerProblems } from '../database-server-problems';
import { DatabaseServerProps } from '../database-server-props';
import { DumpMethod, IDumpable } from '../dump-method';
import { addExporters } from '../exporters';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { mysqldExporter } from '../mysqld-exporter';
import { DATABASE_PORTS } from '../ports';
import { quorumProblems } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { fileMounts } from '../sidecar';
import { startupBudget } from '../startup-budget';
import { addUserPasswords, passwordsVolume, secretOfNamedUser } from '../user-passwords';
import { asEnvValues } from '../variables';
import { Wanted, ensuringFiles } from '../wanted-files';

const SERVER: ServerImage = { image: 'mariadb:11.8.9-noble', server: 'MariaDB', series: ['11.8'] };
const USER = 999;
/** Memory beside InnoDB's buffer pool, in mebibytes. */
const OVERHEAD = 1024;
const LEAST_BUFFER_POOL = 128;
const PORT = 3306;
const ANSWER_PORT = 4569;
const SCRIPTS = [
  'scripts/members.sh', 'scripts/passwords.sh', 'mariadb/mariadb-common.sh', 'mariadb/mariadb-server.sh', 'mariadb/mariadb-answer.sh', 'mariadb/mariadb-answers.sh',
  'mariadb/mariadb-ready.sh', 'mariadb/mariadb-alive.sh', 'mariadb/mariadb.cnf', 'mariadb/mariadb-tls.cnf',
];
/** What makes databases, users and scripts. */
const ENSURE = ['scripts/sql-ensure.sh', 'mariadb/mariadb-ensure.sh'];
const RESERVED: ReservedNames = { databases: ['mysql', 'sys', 'information_schema', 'performance_schema', 'cdk8s_stateful'], users: ['root', 'sst', 'metrics', 'mysql', 'public'], withoutExtensions: 'MariaDB' };
const WANTED: Wanted = { administrator: 'root', database: '-', extension: 'sql' };

/**
 * MariaDB with Galera replication, which the official image contains: every
 * member holds all data, and a transaction is committed once the majority's
 * members have all received it. So there is no primary to lose: any member
 * that is ready takes reads and writes, and one without a majority takes none.
 *
 * - `replicas`: every member holds all data.
 * - `size` is 20 GiB by default.
 * - `memory` is 2 GiB by default: 1 GiB is for connections and the server itself,
 *   the rest is InnoDB's buffer pool. At least 1152 MiB.
 * - `passwordSecret` needs the key `password`: that of the user `root`.
 * - `metrics` is an exporter for each member, in a pod of its own, on port 9104.
 *
 * See docs/databases/mariadb.md for limits and day-2 work.
 */
export class MariaDbReplication extends Construct implements IDumpable {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that is ready; every member takes reads and writes. */
  public readonly host: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly passwordSecret: string;

  /** How `Backup` dumps it: all databases, with routines, triggers and events, and the users. */
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
      ...memoryProblems(members.props.memory, OVERHEAD + LEAST_BUFFER_POOL, `MariaDB needs a buffer pool of ${LEAST_BUFFER_POOL} MiB and 1 GiB beside it`),
      ...databaseServerProblems(members.name, members.props, RESERVED),
    ])) { return; }

    members.addPassword('password');
    addUserPasswords(members);
    addServers(members);
    if (members.props.metrics) { addExporters(this, members, mysqldExporter(members.image(SERVER))); }
    members.addNetworkPolicies(DATABASE_PORTS.MariaDbReplication);
    members.addPodMonitor(DATABASE_PORTS.MariaDbReplication);
    members.addService('ClientService', undefined, [{ name: 'mysql', port: PORT, targetPort: 'mysql' }]);
  }

  /**
   * URI for clients, without user and password. Drivers need those as well, and
   * with `tlsSecret` their own options for TLS.
   *
   * @param database name of the database to use; without it clients choose one later
   */
  public connectionString(database?: string): string {
    return `mysql://${this.host}:${PORT}${database === undefined ? '' : `/${encodeURIComponent(database)}`}`;
  }

  /**
   * Name of the Secret whose key `password` is that of one of `users`.
   *
   * @param user name of the user
   * @throws if there is no such user
   */
  public userSecret(user: string): string {
    return secretOfNamedUser(this, this.members, user);
  }
}

function addServers(members: Members<DatabaseServerProps>): void {
  const { size = Size.gibibytes(20), storage, memory = Size.gibibytes(2) } = members.props;
  const scripts = members.scripts(SCRIPTS);
  const settings: ConfigFile = { path: `${SCRIPTS_PATH}/mariadb-extra.cnf`, content: `[mariadbd]\ninnodb_buffer_pool_size=${mebibytes(memory) - OVERHEAD}M\n` };
  const variables = [...members.variables(), ...members.login('MYSQL_PWD', 'MARIADB_TLS')];
  const alive = ['sh', `${SCRIPTS_PATH}/mariadb-alive.sh`];
  members.add({
    image: members.image(SERVER),
    user: USER,
    command: ['sh', `${SCRIPTS_PATH}/mariadb-server.sh`],
    ports: [
      { name: 'mysql', port: PORT },
      { name: 'galera', port: 4567 },
      { name: 'ist', port: 4568 },
      { name: 'sst', port: 4444 },
    ],
    envValues: asEnvValues(variables),
    files: [...scripts, ...ensuringFiles(members, WANTED, ENSURE), settings],
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    podVolumes: passwordsVolume(members),
    scratch: [{ mountPath: '/tmp' }, { mountPath: '/run/mysqld' }, { mountPath: '/state' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(10), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/mariadb-ready.sh`], { interval: Duration.seconds(3), timeout: Duration.seconds(10) }),
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(10), failureBudget: Duration.minutes(15) }),
    terminationGracePeriod: Duration.minutes(2),
    // A member that gives or takes a copy of the data is not ready, and counts in the majority.
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET,
    sidecars: members.sidecars([], [answers(members.image(SERVER), variables, scripts)]),
  });
}

/** Tells the other members of this one, also while its server is down. */
function answers(image: string, env: EnvVar[], scripts: readonly ConfigFile[]): Container {
  return {
    name: 'answers',
    image,
    command: ['sh', `${SCRIPTS_PATH}/mariadb-answers.sh`],
    ports: [{ name: 'answers', containerPort: ANSWER_PORT }],
    env,
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'scratch-run-mysqld', mountPath: '/run/mysqld' },
      { name: 'scratch-state', mountPath: '/state' },
      ...fileMounts(scripts),
    ],
  };
}

function dumpMethod(members: Members): DumpMethod {
  return {
    image: members.image(SERVER),
    user: USER,
    files: members.scripts(['scripts/sql-files.sh', 'scripts/choose-member.sh', 'mariadb/mariadb-dump.sh', 'mariadb/mariadb-restore-check.sh']),
    dumpCommand: ['sh', `${SCRIPTS_PATH}/mariadb-dump.sh`],
    restoreCommand: ['sh', `${SCRIPTS_PATH}/mariadb-restore-check.sh`],
    ...members.dumpAccess(members.login('MYSQL_PWD', 'MARIADB_TLS'), ['ca.crt']),
  };
}
