import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { MEMBER_FIELDS, METRICS, TLS_SECRET } from './member-fields';
import {
  PARALLEL, addMemberService, asEnvValues, asSidecar, askNamesBriefly, decidesByMajority, memberVariables, quorumProblems, secretVariable,
  startupBudget, tolerated,
} from './members';
import { primaryProxy } from './primary-proxy';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { readProps, struct } from '../fields';
import { HealthCheck } from '../health-check';
import { Identity, dnsName } from '../identity';
import type { ConfigFile } from '../pod/config-file';
import { refuse } from '../problems';
import { StatefulApp } from '../stateful-app';
import { Storage } from '../storage/storage';
import { SIZE } from '../value-fields';

/**
 * Properties of a MySqlReplication.
 */
export interface MySqlReplicationProps {
  /**
   * Name of the StatefulSet and of the Service that follows the primary.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members: 3, 5, 7 or 9. Every one holds all data.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * How much disk each member has.
   *
   * @default Size.gibibytes(20)
   */
  readonly size?: Size;

  /**
   * Where the data lives.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * Name of an existing Secret with the key `password`: that of the user `root`.
   * It cannot be changed here once the database exists.
   *
   * @default - a Job in the cluster creates `<name>-auth` with a random one, once
   */
  readonly passwordSecret?: string;

  /**
   * Name of an existing Secret with `tls.crt`, `tls.key` and `ca.crt`, as
   * cert-manager writes it, valid for
   * `*.<name>-members.<namespace>.svc.cluster.local`. Then members and clients
   * can tell that they speak with the right server.
   *
   * @default - members and clients speak TLS with certificates that each server makes itself, which nobody can check
   */
  readonly tlsSecret?: string;

  /**
   * Memory for InnoDB's buffer pool. The container may use 1 GiB more.
   *
   * @default Size.gibibytes(1)
   */
  readonly bufferPool?: Size;

  /**
   * Run an exporter for Prometheus in each pod, on port 9104.
   *
   * @default false
   */
  readonly metrics?: boolean;
}

const FIELDS = struct<MySqlReplicationProps>({ ...MEMBER_FIELDS, tlsSecret: TLS_SECRET, bufferPool: SIZE, metrics: METRICS }, '{ replicas: 3 }');
const IMAGE = 'mysql:8.4.6';
const USER = 999;
const EXPORTER_IMAGE = 'prom/mysqld-exporter:v0.17.2';
const EXPORTER_USER = 65534;
const PORT = 3306;
const PRIMARY_PORT = 3307;
const METRICS_PORT = 9104;
const SCRIPTS = [
  'members.sh', 'mysql-common.sh', 'mysql-server.sh', 'mysql-member.sh', 'mysql-ready.sh', 'mysql-alive.sh', 'mysql-stop.sh',
  'mysql.cnf', 'mysql-tls.cnf',
];

/**
 * MySQL with Group Replication: the members vote for a primary, which takes
 * the writes, and for another one when it is lost. A small proxy in each pod
 * leads the Service `<name>` to the member that is primary now.
 *
 * The scripts were run against stand-ins of MySQL's commands, and not against
 * a real server. See docs/databases.md for this, limits and day-2 work.
 */
export class MySqlReplication extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Host that leads to the primary, for reading and writing. */
  public readonly primaryHost: string;

  /** Host that leads to any member, for reading what may be a moment old. */
  public readonly readHost: string;

  /** Port of both hosts. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly connectionSecret: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: MySqlReplicationProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name });
    const { replicas = 3, passwordSecret } = usable;
    this.name = identity.name;
    this.primaryHost = dnsName(identity.name, identity.namespace);
    this.readHost = dnsName(identity.childName('read'), identity.namespace);
    this.connectionSecret = passwordSecret ?? identity.childName('auth');
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(replicas),
      ...passwordSecret ? [] : generatedSecretProblems(identity),
    ])) { return; }

    if (!passwordSecret) { new GeneratedSecret(this, 'Password', identity, this.connectionSecret, ['password']); }
    const members = this.addMembers(identity, usable, replicas);
    askNamesBriefly(members);
    decidesByMajority(members);
    addMemberService(this, 'PrimaryService', identity, undefined, [{ name: 'mysql', port: PORT, targetPort: 'primary' }]);
    addMemberService(this, 'ReadService', identity, 'read', [{ name: 'mysql', port: PORT, targetPort: 'mysql' }]);
  }

  private addMembers(identity: Identity, props: MySqlReplicationProps, replicas: number): StatefulApp {
    const { size = Size.gibibytes(20), storage, tlsSecret, metrics, bufferPool = Size.gibibytes(1) } = props;
    const memory = Size.mebibytes(bufferPool.toMebibytes() + 1024);
    const serviceName = identity.childName('members');
    const [proxy] = scriptFiles(['mysql-proxy.cfg']);
    const settings: ConfigFile = { path: `${SCRIPTS_PATH}/mysql-extra.cnf`, content: `innodb_buffer_pool_size=${bufferPool.toMebibytes()}M\n` };
    const who = memberVariables(serviceName, replicas);
    const variables: EnvVar[] = [
      ...who,
      secretVariable('MYSQL_PWD', this.connectionSecret, 'password'),
      ...tlsSecret ? [{ name: 'MYSQL_TLS', value: 'yes' }] : [],
    ];
    const alive = ['sh', `${SCRIPTS_PATH}/mysql-alive.sh`];
    return new StatefulApp(this, 'Default', {
      name: identity.name,
      serviceName,
      replicas,
      maxUnavailable: tolerated(replicas),
      podManagementPolicy: PARALLEL,
      image: IMAGE,
      user: USER,
      command: ['sh', `${SCRIPTS_PATH}/mysql-server.sh`],
      ports: [{ name: 'mysql', port: PORT }],
      envValues: asEnvValues(variables),
      files: [...scriptFiles(SCRIPTS), settings, proxy],
      volumes: [{ name: 'data', mountPath: '/data', size, storage }],
      scratch: [{ mountPath: '/tmp' }, { mountPath: '/run/mysqld' }],
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      resources: { memory: { request: memory, limit: memory } },
      readOnlyRootFilesystem: true,
      startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(10), startupBudget: startupBudget(size) }),
      readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/mysql-ready.sh`], { interval: Duration.seconds(3), timeout: Duration.seconds(10) }),
      // A server that was sent a copy of the data starts again with it, and does not answer meanwhile.
      livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(10), failureBudget: Duration.minutes(30) }),
      preStop: ['sh', `${SCRIPTS_PATH}/mysql-stop.sh`],
      terminationGracePeriod: Duration.minutes(5),
      sidecars: [primaryProxy(proxy, PRIMARY_PORT, who), ...metrics ? [exporter(this.connectionSecret)] : []].map(asSidecar),
    });
  }
}

function exporter(passwordSecret: string): Container {
  return {
    name: 'metrics',
    image: EXPORTER_IMAGE,
    args: ['--mysqld.address=127.0.0.1:3306', '--mysqld.username=root'],
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    env: [secretVariable('MYSQLD_EXPORTER_PASSWORD', passwordSecret, 'password')],
    securityContext: { runAsUser: EXPORTER_USER, runAsGroup: EXPORTER_USER, readOnlyRootFilesystem: true },
  };
}
