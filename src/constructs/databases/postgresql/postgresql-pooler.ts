import { Duration, Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { PostgreSqlCluster } from './postgresql-cluster';
import {
  DATABASE_TLS_PATH, OWN_TLS_PATH, POOLER_PORT, POOLER_SETTING_NAME, USERLIST_PATH, pgbouncerIni, poolerSettingProblems,
} from './postgresql-pooler-configuration';
import { PostgreSqlPoolerProps } from './postgresql-pooler-props';
import { freeId } from '../../../cdk8s/free-id';
import { dnsName } from '../../../cdk8s/identity';
import type { Container } from '../../../kubernetes/api/types.generated';
import { choice, count, flag, listOf, mapOf, readProps, required, struct, text, valueOf } from '../../../props/fields';
import { refuse } from '../../../props/problems';
import { NETWORK_PEER, REPLICAS, SIZE, nameOf } from '../../../props/value-fields';
import { clusterDomain } from '../../../synthesis/cluster-domain';
import { HealthCheck } from '../../options/health-check';
import { NetworkPeer } from '../../options/network-peer';
import { PLACEMENT } from '../../pod/pod-fields';
import { PodOptions } from '../../pod/pod-options';
import { StatelessApp } from '../../stateless-app';
import { memoryProblems } from '../memory';
import { poolerLabels } from '../related-pods';
import { SCRIPTS_PATH, scriptFiles } from '../scripts';
import { fileMounts } from '../sidecar';
import { secretVariable } from '../variables';

const IMAGE = 'ghcr.io/cloudnative-pg/pgbouncer:1.25.1';
const USER = 998;
const LEAST_MEMORY = 32;
const CONFIGURATION_PATH = '/config/pgbouncer.ini';
const DRAIN = 'postgresql/postgresql-pooler-drain.sh';
const USERLIST = ['scripts/passwords.sh', 'postgresql/postgresql-userlist.sh'];

const FIELDS = struct<PostgreSqlPoolerProps>({
  name: text('pooler'),
  database: required(valueOf('a PostgreSqlCluster', 'database', value => typeof value?.dumpMethod === 'object' && typeof value?.userSecret === 'function')),
  users: required(listOf(text('shop'))),
  readOnly: flag(),
  replicas: REPLICAS,
  poolMode: choice('session', 'transaction'),
  defaultPoolSize: count(1, 20),
  maxClientConnections: count(1, 1000),
  configuration: mapOf(text('600'), 'query_wait_timeout', POOLER_SETTING_NAME),
  memory: SIZE,
  tlsSecret: nameOf('a Secret', text('pooler-tls'), 'leave it out for connections that are not encrypted'),
  image: text(IMAGE),
  imagePullSecrets: listOf(nameOf('a Secret', text('registry'))),
  placement: PLACEMENT,
  allowFrom: listOf(NETWORK_PEER),
}, '{ database, users: ["shop"] }', { poolSize: "did you mean 'defaultPoolSize'?", mode: "did you mean 'poolMode'?" });

/**
 * Lets many clients share few connections to a `PostgreSqlCluster`: PgBouncer, in
 * pods of its own. Clients connect to `host` instead of the database's.
 *
 * While the primary changes, what clients ask waits, for two minutes at most;
 * a transaction that was running fails. A password that was changed is read
 * when the pods start: `kubectl rollout restart deployment/<name>`.
 *
 * See docs/databases/postgresql.md for what was run.
 *
 * @see https://www.pgbouncer.org/features.html
 * @experimental
 */
export class PostgreSqlPooler extends Construct {
  /** Name of the Deployment. */
  public readonly name: string;

  /** Host to which clients connect. */
  public readonly host: string;

  /** Port to which clients connect. */
  public readonly port: number = POOLER_PORT;

  private readonly tls: boolean;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: PostgreSqlPoolerProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    this.name = usable.name ?? id;
    this.tls = usable.tlsSecret !== undefined;
    this.host = this.name;
    if (refuse(this, wrong) || refuse(this, misfits) || refuse(this, problemsOf(usable))) { return; }

    const app = addPods(this, this.name, usable);
    if (app.service) { this.host = dnsName(app.service.name, app.namespace, undefined, clusterDomain(this)); }
  }

  /**
   * URI of the pooler, without user and password.
   *
   * @param database name of the database to use
   */
  public connectionString(database: string = 'postgres'): string {
    return `postgresql://${this.host}:${this.port}/${encodeURIComponent(database)}${this.tls ? '?sslmode=verify-full' : ''}`;
  }
}

function problemsOf({ database, users, tlsSecret, memory, configuration = {} }: PostgreSqlPoolerProps): string[] {
  return [
    ...users.length === 0 ? ["'users' needs one of the database's 'users', and is empty; write 'users: [\"shop\"]'"] : [],
    ...users.length > new Set(users).size ? ["'users' names one twice; write each once"] : [],
    ...users.flatMap(user => unknownUser(database, user)),
    ...databaseTls(database) && !tlsSecret
      ? ["the database speaks TLS, and here clients would send what they ask unencrypted; write 'tlsSecret: \"pooler-tls\"', a Secret for the name of this Service"] : [],
    ...memoryProblems(memory, LEAST_MEMORY, 'PgBouncer needs it for its clients'),
    ...poolerSettingProblems(configuration),
  ];
}

function unknownUser(database: PostgreSqlCluster, user: string): string[] {
  try {
    database.userSecret(user);
    return [];
  } catch (error) { return [`'users': ${(error as Error).message}`]; }
}

/** The Secret with the certificate of the database's own authority. */
function databaseTls({ dumpMethod: { secretFiles = [] } }: PostgreSqlCluster): string | undefined {
  return secretFiles.find(({ keys = [] }) => keys.includes('ca.crt'))?.secretName;
}

function addPods(scope: Construct, name: string, props: PostgreSqlPoolerProps): StatelessApp {
  const { database, readOnly, replicas = 2, memory = Size.mebibytes(128), tlsSecret, image = IMAGE } = props;
  const authority = databaseTls(database);
  const [drain] = scriptFiles([DRAIN]);
  const host = readOnly ? database.readHost : database.primaryHost;
  return new StatelessApp(scope, 'Default', {
    name,
    labels: poolerLabels(database.name),
    image,
    imagePullSecrets: props.imagePullSecrets,
    user: USER,
    placement: props.placement,
    allowFrom: props.allowFrom ?? [NetworkPeer.ownNamespace()],
    replicas,
    command: ['pgbouncer', CONFIGURATION_PATH],
    ports: [{ name: 'postgresql', port: POOLER_PORT }],
    files: [{ path: CONFIGURATION_PATH, content: pgbouncerIni(host, database.port, !!authority, props) }, drain, ...scriptFiles(USERLIST)],
    scratch: [{ mountPath: USERLIST_PATH, medium: 'Memory' as kplus.EmptyDirMedium, sizeLimit: Size.mebibytes(1) }],
    secretFiles: [
      ...tlsSecret ? [{ secretName: tlsSecret, mountPath: OWN_TLS_PATH }] : [],
      ...authority ? [{ secretName: authority, mountPath: DATABASE_TLS_PATH, keys: ['ca.crt'] }] : [],
    ],
    initContainers: [userlist(props)] as unknown as PodOptions['initContainers'],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    readinessCheck: HealthCheck.tcp({ interval: Duration.seconds(2) }),
    preStop: ['sh', drain.path],
    terminationGracePeriod: Duration.minutes(2),
  });
}

/** It alone has the passwords as variables. Its image is that of the server, which is on the nodes already. */
function userlist({ database, users }: PostgreSqlPoolerProps): Container {
  return {
    name: 'userlist',
    image: database.dumpMethod.image,
    command: ['sh', `${SCRIPTS_PATH}/postgresql-userlist.sh`],
    env: [
      { name: 'USERS', value: users.join(' ') },
      ...users.map((user, index) => secretVariable(`PASSWORD_${index}`, database.userSecret(user), 'password')),
    ],
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [{ name: 'scratch-run-pgbouncer', mountPath: USERLIST_PATH }, ...fileMounts(scriptFiles(USERLIST))],
  };
}
