import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { DumpMethod, IDumpable } from './dump-method';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { MEMBER_FIELDS, METRICS, TLS_SECRET } from './member-fields';
import {
  PARALLEL, STARTUP_BUDGET, addMemberService, asEnvValues, asSidecar, askNamesBriefly, fileMounts, memberHosts, memberVariables, quorumProblems,
  secretVariable, tolerated,
} from './members';
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
 * Properties of a MariaDbReplication.
 */
export interface MariaDbReplicationProps {
  /**
   * Name of the StatefulSet and of the Service for clients.
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
   * `*.<name>-members.<namespace>.svc.cluster.local`. Then members speak TLS
   * with each other, and clients may.
   *
   * @default - connections are not encrypted
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

const FIELDS = struct<MariaDbReplicationProps>({ ...MEMBER_FIELDS, tlsSecret: TLS_SECRET, bufferPool: SIZE, metrics: METRICS }, '{ replicas: 3 }');
const IMAGE = 'mariadb:11.8.3-noble';
const USER = 999;
const EXPORTER_IMAGE = 'prom/mysqld-exporter:v0.17.2';
const EXPORTER_USER = 65534;
const PORT = 3306;
const ANSWER_PORT = 4569;
const METRICS_PORT = 9104;
const SCRIPTS = [
  'members.sh', 'mariadb-common.sh', 'mariadb-server.sh', 'mariadb-answer.sh', 'mariadb-answers.sh',
  'mariadb-ready.sh', 'mariadb-alive.sh', 'mariadb.cnf', 'mariadb-tls.cnf',
];

/**
 * MariaDB with Galera replication, which the official image contains: every
 * member holds all data, and a transaction is committed once the majority's
 * members have all received it. So there is no primary to lose: any member
 * that is ready takes reads and writes, and one without a majority takes none.
 *
 * See docs/databases.md for limits and day-2 work.
 */
export class MariaDbReplication extends Construct implements IDumpable {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Host that leads to a member that takes writes. */
  public readonly primaryHost: string;

  /** Host that leads to a member that takes reads: the same. */
  public readonly readHost: string;

  /** Port of both hosts. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly connectionSecret: string;

  /** How `Backup` dumps it: all databases, with routines, triggers and events, and the users. */
  public readonly dumpMethod: DumpMethod;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: MariaDbReplicationProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name });
    const { replicas = 3, passwordSecret } = usable;
    this.name = identity.name;
    this.primaryHost = dnsName(identity.name, identity.namespace);
    this.readHost = this.primaryHost;
    this.connectionSecret = passwordSecret ?? identity.childName('auth');
    this.dumpMethod = dumpMethod(memberHosts(identity, identity.childName('members'), replicas), this.connectionSecret, usable.tlsSecret);
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(replicas),
      ...passwordSecret ? [] : generatedSecretProblems(identity),
    ])) { return; }

    if (!passwordSecret) { new GeneratedSecret(this, 'Password', identity, this.connectionSecret, ['password']); }
    askNamesBriefly(this.addMembers(identity, usable, replicas));
    addMemberService(this, 'ClientService', identity, undefined, [{ name: 'mysql', port: PORT, targetPort: 'mysql' }]);
  }

  private addMembers(identity: Identity, props: MariaDbReplicationProps, replicas: number): StatefulApp {
    const { size = Size.gibibytes(20), storage, tlsSecret, metrics, bufferPool = Size.gibibytes(1) } = props;
    const memory = Size.mebibytes(bufferPool.toMebibytes() + 1024);
    const serviceName = identity.childName('members');
    const scripts = scriptFiles(SCRIPTS);
    const settings: ConfigFile = { path: `${SCRIPTS_PATH}/mariadb-extra.cnf`, content: `[mariadbd]\ninnodb_buffer_pool_size=${bufferPool.toMebibytes()}M\n` };
    const variables: EnvVar[] = [
      ...memberVariables(serviceName, replicas),
      secretVariable('MYSQL_PWD', this.connectionSecret, 'password'),
      ...tlsSecret ? [{ name: 'MARIADB_TLS', value: 'yes' }] : [],
    ];
    const alive = ['sh', `${SCRIPTS_PATH}/mariadb-alive.sh`];
    return new StatefulApp(this, 'Default', {
      name: identity.name,
      serviceName,
      replicas,
      maxUnavailable: tolerated(replicas),
      podManagementPolicy: PARALLEL,
      image: IMAGE,
      user: USER,
      command: ['sh', `${SCRIPTS_PATH}/mariadb-server.sh`],
      ports: [
        { name: 'mysql', port: PORT },
        { name: 'galera', port: 4567 },
        { name: 'ist', port: 4568 },
        { name: 'sst', port: 4444 },
      ],
      envValues: asEnvValues(variables),
      files: [...scripts, settings],
      volumes: [{ name: 'data', mountPath: '/data', size, storage }],
      scratch: [{ mountPath: '/tmp' }, { mountPath: '/run/mysqld' }, { mountPath: '/state' }],
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      resources: { memory: { request: memory, limit: memory } },
      readOnlyRootFilesystem: true,
      startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(10), startupBudget: STARTUP_BUDGET }),
      readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/mariadb-ready.sh`], { interval: Duration.seconds(3), timeout: Duration.seconds(10) }),
      livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(10), failureBudget: Duration.minutes(15) }),
      terminationGracePeriod: Duration.minutes(2),
      sidecars: [answers(variables, scripts), ...metrics ? [exporter(this.connectionSecret)] : []].map(asSidecar),
    });
  }
}

/** Tells the other members of this one, also while its server is down. */
function answers(env: EnvVar[], scripts: readonly ConfigFile[]): Container {
  return {
    name: 'answers',
    image: IMAGE,
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

function dumpMethod(hosts: string[], passwordSecret: string, tlsSecret?: string): DumpMethod {
  return {
    image: IMAGE,
    user: USER,
    files: scriptFiles(['mariadb-dump.sh', 'mariadb-restore-check.sh']),
    dumpCommand: ['sh', `${SCRIPTS_PATH}/mariadb-dump.sh`],
    restoreCommand: ['sh', `${SCRIPTS_PATH}/mariadb-restore-check.sh`],
    envValues: asEnvValues([
      { name: 'HOSTS', value: hosts.join(' ') },
      secretVariable('MYSQL_PWD', passwordSecret, 'password'),
      ...tlsSecret ? [{ name: 'MARIADB_TLS', value: 'yes' }] : [],
    ]),
    secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls', keys: ['ca.crt'] }] : [],
  };
}
