import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { ConfigFile } from '../../options/config-file';
import { HealthCheck } from '../../options/health-check';
import { UnhealthyPodEvictionPolicy } from '../../options/unhealthy-pod-eviction-policy';
import { StatefulApp } from '../../stateful-app';
import { DATABASE_SERVER } from '../database-server-fields';
import { ReservedNames, databaseServerProblems } from '../database-server-problems';
import { DatabaseServerProps } from '../database-server-props';
import { DumpMethod, IDumpable } from '../dump-method';
import { addExporters } from '../exporters';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { mysqldExporter } from '../mysqld-exporter';
import { DATABASE_PORTS } from '../ports';
import { primaryProxy } from '../primary-proxy';
import { decidesByMajority, quorumProblems } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { addUserPasswords, passwordsVolume, secretOfNamedUser } from '../user-passwords';
import { asEnvValues } from '../variables';
import { Wanted, ensuringFiles } from '../wanted-files';

const SERVER: ServerImage = { image: 'mysql:9.7.2', server: 'MySQL', series: ['9.7'] };
const USER = 999;
/** Memory beside InnoDB's buffer pool, in mebibytes. */
const OVERHEAD = 1024;
const LEAST_BUFFER_POOL = 128;
const PORT = 3306;
const PRIMARY_PORT = 3307;
const SCRIPTS = [
  'scripts/members.sh', 'scripts/passwords.sh', 'mysql/mysql-common.sh', 'mysql/mysql-server.sh', 'mysql/mysql-member.sh', 'mysql/mysql-ready.sh', 'mysql/mysql-alive.sh', 'mysql/mysql-stop.sh',
  'mysql/mysql.cnf', 'mysql/mysql-tls.cnf',
];
/** What makes databases, users and scripts. */
const ENSURE = ['scripts/sql-ensure.sh', 'mysql/mysql-ensure.sh'];
const RESERVED: ReservedNames = { databases: ['mysql', 'sys', 'information_schema', 'performance_schema', 'cdk8s_stateful'], users: ['root', 'replication', 'metrics', 'proxy'], withoutExtensions: 'MySQL' };
const WANTED: Wanted = { administrator: 'root', database: '-', extension: 'sql' };

/**
 * MySQL with Group Replication: the members vote for a primary, which takes
 * the writes, and for another one when it is lost. A small proxy in each pod
 * leads the Service `<name>` to the member that is primary now.
 *
 * - `replicas`: every member holds all data.
 * - `size` is 20 GiB by default.
 * - `memory` is 2 GiB by default: 1 GiB is for connections and the server itself,
 *   the rest is InnoDB's buffer pool. At least 1152 MiB.
 * - `passwordSecret` needs the key `password`: that of the user `root`.
 * - Without `tlsSecret` members and clients speak TLS with certificates that each
 *   server makes itself, which nobody can check. With it they can tell that they
 *   speak with the right server.
 * - `metrics` is an exporter for each member, in a pod of its own, on port 9104.
 *
 * See docs/databases/mysql.md for what was run, limits and day-2 work.
 */
export class MySqlReplication extends Construct implements IDumpable {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host that leads to the primary, for reading and writing. */
  public readonly primaryHost: string;

  /** Host that leads to any member, for reading what may be a moment old. */
  public readonly readHost: string;

  /** Port of both hosts. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly passwordSecret: string;

  /** How `Backup` dumps it: all databases, with routines, triggers and events, and the users but for `root`. */
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
    this.primaryHost = members.host();
    this.readHost = members.host('read');
    this.passwordSecret = members.passwordSecret;
    this.dumpMethod = dumpMethod(members);
    if (members.refused([
      ...imageProblems(members.props.image, SERVER),
      ...quorumProblems(members.replicas),
      ...memoryProblems(members.props.memory, OVERHEAD + LEAST_BUFFER_POOL, `MySQL needs a buffer pool of ${LEAST_BUFFER_POOL} MiB and 1 GiB beside it`),
      ...databaseServerProblems(members.name, members.props, RESERVED),
    ])) { return; }

    members.addPassword('password');
    addUserPasswords(members);
    decidesByMajority(addServers(members));
    if (members.props.metrics) { addExporters(this, members, mysqldExporter(members.image(SERVER))); }
    members.addNetworkPolicies(DATABASE_PORTS.MySqlReplication);
    members.addPodMonitor(DATABASE_PORTS.MySqlReplication);
    members.addService('PrimaryService', undefined, [{ name: 'mysql', port: PORT, targetPort: members.portOfHelper('primary', PRIMARY_PORT) }]);
    members.addService('ReadService', 'read', [{ name: 'mysql', port: PORT, targetPort: 'mysql' }]);
  }

  /**
   * URI for clients, without user and password. Drivers need those as well, and
   * with `tlsSecret` their own options for TLS.
   *
   * @param database name of the database to use; without it clients choose one later
   */
  public connectionString(database?: string): string {
    return `mysql://${this.primaryHost}:${PORT}${database === undefined ? '' : `/${encodeURIComponent(database)}`}`;
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

function addServers(members: Members<DatabaseServerProps>): StatefulApp {
  const { size = Size.gibibytes(20), storage, memory = Size.gibibytes(2) } = members.props;
  const [proxy] = members.scripts(['mysql/mysql-proxy.cfg']);
  const settings: ConfigFile = { path: `${SCRIPTS_PATH}/mysql-extra.cnf`, content: `innodb_buffer_pool_size=${mebibytes(memory) - OVERHEAD}M\n` };
  const who = members.variables();
  const variables = [...who, ...members.login('MYSQL_PWD', 'MYSQL_TLS')];
  const alive = ['sh', `${SCRIPTS_PATH}/mysql-alive.sh`];
  return members.add({
    image: members.image(SERVER),
    user: USER,
    command: ['sh', `${SCRIPTS_PATH}/mysql-server.sh`],
    ports: [{ name: 'mysql', port: PORT }],
    envValues: asEnvValues(variables),
    files: [...members.scripts(SCRIPTS), ...ensuringFiles(members, WANTED, ENSURE), settings, proxy],
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    podVolumes: passwordsVolume(members),
    scratch: [{ mountPath: '/tmp' }, { mountPath: '/run/mysqld' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(10), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/mysql-ready.sh`], { interval: Duration.seconds(3), timeout: Duration.seconds(10) }),
    // A server that was sent a copy of the data starts again with it, and does not answer meanwhile.
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(10), failureBudget: Duration.minutes(30) }),
    preStop: ['sh', `${SCRIPTS_PATH}/mysql-stop.sh`],
    terminationGracePeriod: Duration.minutes(5),
    // A member that catches up counts in the majority of the group.
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET,
    sidecars: members.sidecars([primaryProxy(proxy, PRIMARY_PORT, who)]),
  });
}

function dumpMethod(members: Members): DumpMethod {
  return {
    image: members.image(SERVER),
    user: USER,
    files: members.scripts(['scripts/passwords.sh', 'mysql/mysql-common.sh', 'scripts/sql-files.sh', 'scripts/choose-member.sh', 'mysql/mysql-dump.sh', 'mysql/mysql-restore-check.sh']),
    dumpCommand: ['sh', `${SCRIPTS_PATH}/mysql-dump.sh`],
    restoreCommand: ['sh', `${SCRIPTS_PATH}/mysql-restore-check.sh`],
    ...members.dumpAccess(members.login('MYSQL_PWD', 'MYSQL_TLS'), ['ca.crt']),
  };
}
