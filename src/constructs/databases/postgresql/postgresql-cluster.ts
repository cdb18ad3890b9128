import { Duration, Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { agentFiles } from './agent-files';
import { addLease, leaseProblems } from './lease';
import { defaultSynchronousMembers, memberProblems } from './member-problems';
import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import { postgresqlDump } from './postgresql-dump';
import { postgresqlExporter } from './postgresql-exporter';
import { POSTGRESQL } from './postgresql-fields';
import { settingProblems, sharedMemory } from './settings';
import { freeId } from '../../../cdk8s/free-id';
import { HealthCheck } from '../../options/health-check';
import { UnhealthyPodEvictionPolicy } from '../../options/unhealthy-pod-eviction-policy';
import { databaseServerProblems } from '../database-server-problems';
import { DumpMethod, IDumpable } from '../dump-method';
import { addExporters } from '../exporters';
import { Members } from '../members';
import { memoryProblems } from '../memory';
import { API_SERVER } from '../network-policies';
import { DATABASE_PORTS } from '../ports';
import { primaryProxy } from '../primary-proxy';
import { tolerated } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { addUserPasswords, passwordsVolume, secretOfNamedUser } from '../user-passwords';
import { asEnvValues } from '../variables';

const SERVER: ServerImage = { image: 'postgres:17.11-bookworm', server: 'PostgreSQL', series: ['17', '18'] };
const USER = 999;
const LEAST_MEMORY = 256;
const PORT = 5432;
const PRIMARY_PORT = 5433;
const READ_PORT = 5434;
const AGENT_PORT = 8008;
const AGENT = `${SCRIPTS_PATH}/postgresql-agent.pl`;
const RESERVED = { databases: ['postgres', 'template0', 'template1'], users: ['postgres', 'replicator', 'metrics', 'public', 'none'], userPrefix: 'pg_' };

/**
 * PostgreSQL with members that follow the primary, and an agent in each that
 * makes another one the primary when it is lost. Who leads is said by a Lease
 * of Kubernetes, which one member at a time can hold, so there are never two.
 * A small proxy in each pod leads the Service `<name>` to the primary.
 *
 * - `replicas` may be 1 (no fail-over), 2 (see `synchronousMembers`), 3, 4 or 5.
 * - `size` is 20 GiB by default.
 * - `memory` is 2 GiB by default. A quarter is the server's own cache
 *   (`shared_buffers`). At least 256 MiB.
 * - `passwordSecret` needs the keys `password`, that of the user `postgres`, and
 *   `replication`, that of members for each other.
 * - With `tlsSecret` clients and members speak TLS only.
 * - `metrics` is an exporter for each member, in a pod of its own, on port 9187.
 *
 * Pods need a token and the way to the API server: without it no member may
 * take writes for longer than a few seconds. Fail-over was tried with real
 * servers and a thousand faults by chance. See docs/databases/postgresql.md for what is
 * promised, what was run, limits and day-2 work.
 *
 * @experimental
 */
export class PostgreSqlCluster extends Construct implements IDumpable {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host that leads to the primary, for reading and writing. */
  public readonly primaryHost: string;

  /** Host that leads to members that only read, which may be a moment behind; to the primary while there is none. */
  public readonly readHost: string;

  /** Port of both hosts. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `postgres`, and `replication` that of the user `replicator`. */
  public readonly passwordSecret: string;

  /** How `Backup` copies it: the files of the whole server, from a member that only reads. */
  public readonly dumpMethod: DumpMethod;

  private readonly members: Members<PostgreSqlClusterProps>;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: PostgreSqlClusterProps = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const members = this.members = new Members(this, props, POSTGRESQL);
    const { memory, metrics, tlsSecret, synchronousMembers, configuration = {} } = members.props;
    this.name = members.name;
    this.claimNames = members.claimNames();
    this.primaryHost = members.host();
    this.readHost = members.host('read');
    this.passwordSecret = members.passwordSecret;
    const image = members.image(SERVER);
    this.dumpMethod = postgresqlDump(members, image, USER);
    if (members.refused([
      ...memberProblems(members.replicas, synchronousMembers),
      ...imageProblems(members.props.image, SERVER),
      ...memoryProblems(memory, LEAST_MEMORY, 'PostgreSQL needs a quarter of it as its own cache, and the rest for connections'),
      ...settingProblems(configuration),
      ...databaseServerProblems(members.name, members.props, RESERVED),
      ...members.props.passwordSecret ? leaseProblems(members.identity) : [],
    ])) { return; }

    members.addPassword('password', 'replication');
    addUserPasswords(members);
    addLease(this, members.identity);
    addServers(members, image);
    if (metrics) { addExporters(this, members, postgresqlExporter(image, tlsSecret)); }
    members.addNetworkPolicies(DATABASE_PORTS.PostgreSqlCluster, [API_SERVER]);
    members.addPodMonitor(DATABASE_PORTS.PostgreSqlCluster);
    members.addService('PrimaryService', undefined, [{ name: 'postgresql', port: PORT, targetPort: members.portOfHelper('primary', PRIMARY_PORT) }]);
    members.addService('ReadService', 'read', [{ name: 'postgresql', port: PORT, targetPort: members.portOfHelper('read', READ_PORT) }]);
  }

  /**
   * URI of the primary, without user and password. Drivers need those as well,
   * and with `tlsSecret` the file that `sslrootcert` names.
   *
   * @param database name of the database to use
   */
  public connectionString(database: string = 'postgres'): string {
    return `postgresql://${this.primaryHost}:${PORT}/${encodeURIComponent(database)}${this.members.tls ? '?sslmode=verify-full' : ''}`;
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

function addServers(members: Members<PostgreSqlClusterProps>, image: string): void {
  const { size = Size.gibibytes(20), storage, memory = Size.gibibytes(2), synchronousMembers, tlsSecret } = members.props;
  const [proxy] = members.scripts(['postgresql/postgresql-proxy.cfg']);
  const who = members.variables();
  const primary = primaryProxy(proxy, PRIMARY_PORT, who);
  const agent = (path: string) => ({ path, port: 'agent' });
  members.add({
    image,
    user: USER,
    command: ['perl', AGENT],
    ports: [{ name: 'postgresql', port: PORT }, { name: 'agent', port: AGENT_PORT }],
    env: {
      CLUSTER: members.name,
      CLUSTER_DOMAIN: members.domain,
      LEASE: members.name,
      MEMBERS: String(members.replicas),
      PGDATA: '/data/pgdata',
      SYNCHRONOUS_MEMBERS: String(synchronousMembers ?? defaultSynchronousMembers(members.replicas)),
    },
    envValues: asEnvValues(who),
    files: [...agentFiles(members, { size, memory, replicas: members.replicas, tls: tlsSecret !== undefined }), proxy],
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    podVolumes: passwordsVolume(members, [{ key: 'password', path: 'superuser' }, { key: 'replication', path: 'replication' }]),
    scratch: [
      { mountPath: '/tmp' },
      { mountPath: '/run/postgresql' },
      // The image's own is too small for parallel workers.
      { mountPath: '/dev/shm', medium: 'Memory' as kplus.EmptyDirMedium, sizeLimit: Size.mebibytes(sharedMemory(memory)) },
    ],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    automountServiceAccountToken: true,
    startupCheck: HealthCheck.http({ ...agent('/live'), interval: Duration.seconds(2), timeout: Duration.seconds(5), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.http({ ...agent('/ready'), interval: Duration.seconds(2), timeout: Duration.seconds(5) }),
    livenessCheck: HealthCheck.http({ ...agent('/live'), interval: Duration.seconds(5), timeout: Duration.seconds(5), failureBudget: Duration.seconds(15) }),
    preStop: ['perl', AGENT, 'switchover'],
    terminationGracePeriod: Duration.minutes(2),
    maxUnavailable: Math.max(1, tolerated(members.replicas)),
    // A member that catches up may be the one that has each write.
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET,
    sidecars: members.sidecars([{ ...primary, ports: [...primary.ports!, { name: 'read', containerPort: READ_PORT }] }]),
  });
}
