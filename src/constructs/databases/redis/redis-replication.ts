import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { RedisEngine } from './redis-engine';
import { RedisReplicationProps } from './redis-replication-props';
import { REDIS_USER } from './redis-user-fields';
import { usersFiles } from './redis-users';
import { freeId } from '../../../cdk8s/free-id';
import type { Container, EnvVar } from '../../../kubernetes/api/types.generated';
import { choice, listOf, struct } from '../../../props/fields';
import type { ConfigFile } from '../../options/config-file';
import { HealthCheck } from '../../options/health-check';
import { UnhealthyPodEvictionPolicy } from '../../options/unhealthy-pod-eviction-policy';
import { StatefulApp } from '../../stateful-app';
import { DATABASE_FIELDS, DATABASE_WORDS } from '../database-fields';
import { DumpMethod, IDumpable } from '../dump-method';
import { Exporter, addExporters } from '../exporters';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { DATABASE_PORTS } from '../ports';
import { primaryProxy } from '../primary-proxy';
import { decidesByMajority, quorumProblems } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { fileMounts } from '../sidecar';
import { startupBudget } from '../startup-budget';
import { addUserPasswords, passwordsVolume, secretOfNamedUser } from '../user-passwords';
import { ReservedUsers, userProblems } from '../user-problems';
import { asEnvValues } from '../variables';

/** Both have the same user, the same directory of data, and a shell. */
const SERVERS: Readonly<Record<RedisEngine, ServerImage>> = {
  redis: { image: 'redis:8.2.10-bookworm', server: 'Redis', series: ['8'] },
  valkey: { image: 'valkey/valkey:9.1.1-trixie', server: 'Valkey', series: ['9'] },
};
const USER = 999;
const EXPORTER_IMAGE = 'oliver006/redis_exporter:v1.74.0';
const EXPORTER_USER = 59000;
const PORT = 6379;
const SENTINEL_PORT = 26379;
const PRIMARY_PORT = 6380;
const METRICS_PORT = 9121;
/** The administrator, and whom exporters log in as. */
const RESERVED: ReservedUsers = { users: ['default', 'metrics'] };
const SCRIPTS = ['scripts/members.sh', 'scripts/passwords.sh', 'redis/redis-common.sh', 'redis/redis-users.sh', 'redis/redis-server.sh', 'redis/redis-sentinel.sh', 'redis/redis-ready.sh', 'redis/redis-sentinel-ready.sh', 'redis/redis-alive.sh', 'redis/redis-stop.sh'];

const FIELDS = struct<RedisReplicationProps>({ ...DATABASE_FIELDS, engine: choice(...Object.keys(SERVERS)), users: listOf(REDIS_USER) }, '{ replicas: 3 }', DATABASE_WORDS);

/**
 * A Redis or Valkey primary with replicas, and a Sentinel beside each that votes for
 * another primary when it is lost. A small proxy in each pod leads the Service
 * `<name>` to the member that is primary now, so that clients need not know
 * Sentinel.
 *
 * - `size` is 8 GiB by default. Redis also holds all of its data in memory.
 * - `memory` has no limit by default. Two thirds are for data (`maxmemory`), and
 *   are what the container requests. The rest is for copies of pages while Redis
 *   writes them to disk. At least 48 MiB.
 * - `passwordSecret` needs the key `password`.
 * - With `tlsSecret` servers and clients speak TLS only.
 * - `metrics` is an exporter for each member, in a pod of its own, on port 9121.
 *
 * A write is safe against the loss of a member once `WAIT` has answered with
 * half of the replicas. See docs/databases/redis.md for limits and day-2 work.
 */
export class RedisReplication extends Construct implements IDumpable {
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

  /** Name of the Secret whose key `password` clients need who log in without a name: that of the user `default`. */
  public readonly passwordSecret: string;

  /** How `Backup` dumps it: all keys, with the functions. */
  public readonly dumpMethod: DumpMethod;

  private readonly members: Members<RedisReplicationProps>;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: RedisReplicationProps = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const members = this.members = new Members<RedisReplicationProps>(this, props, FIELDS);
    this.name = members.name;
    this.claimNames = members.claimNames();
    this.primaryHost = members.host();
    this.readHost = members.host('read');
    this.passwordSecret = members.passwordSecret;
    this.dumpMethod = dumpMethod(members);
    if (members.refused([
      ...imageProblems(members.props.image, serverOf(members)),
      ...engineProblems(members.props),
      ...quorumProblems(members.replicas),
      ...memoryProblems(members.props.memory, 48, 'Redis needs 32 MiB for data and half as much for copies'),
      ...userProblems(members.name, members.props.users ?? [], RESERVED),
    ])) { return; }

    members.addPassword('password');
    addUserPasswords(members);
    decidesByMajority(addServers(members));
    if (members.props.metrics) { addExporters(this, members, exporter(imageOf(members), members.props.tlsSecret)); }
    members.addNetworkPolicies(DATABASE_PORTS.RedisReplication);
    members.addPodMonitor(DATABASE_PORTS.RedisReplication);
    members.addService('PrimaryService', undefined, [{ name: 'redis', port: PORT, targetPort: members.portOfHelper('primary', PRIMARY_PORT) }]);
    members.addService('ReadService', 'read', [{ name: 'redis', port: PORT, targetPort: 'redis' }]);
    members.addService('SentinelService', 'sentinel', [{ name: 'sentinel', port: SENTINEL_PORT, targetPort: 'sentinel' }]);
  }

  /** URI of the primary, without the password: `redis://`, with `tlsSecret` `rediss://`. */
  public connectionString(): string {
    return `${this.members.tls ? 'rediss' : 'redis'}://${this.primaryHost}:${PORT}`;
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

/** That of a choice that is refused does not matter. */
function serverOf({ props: { engine = RedisEngine.REDIS } }: Members<RedisReplicationProps>): ServerImage {
  return SERVERS[engine];
}

function imageOf(members: Members<RedisReplicationProps>): string {
  return members.image(serverOf(members));
}

/** They do not read each other's data, and some of their versions have the same number. */
function engineProblems({ image = '', engine = RedisEngine.REDIS }: RedisReplicationProps): string[] {
  const name = image.slice(image.lastIndexOf('/') + 1);
  const other = engine === RedisEngine.REDIS ? 'valkey' : 'redis';
  return name.toLowerCase().includes(other)
    ? [`'image' is of ${other}, and 'engine' is ${engine}, which does not read its data, got '${image}'; write 'engine: RedisEngine.${other.toUpperCase()}'`] : [];
}

function addServers(members: Members<RedisReplicationProps>): StatefulApp {
  const { size = Size.gibibytes(8), storage, tlsSecret, memory, users = [] } = members.props;
  const scripts = members.scripts(SCRIPTS);
  const [proxy] = members.scripts([tlsSecret ? 'redis/redis-proxy-tls.cfg' : 'redis/redis-proxy.cfg']);
  const forData = memory && Math.floor(mebibytes(memory) * 2 / 3);
  const settings: ConfigFile[] = memory ? [{ path: `${SCRIPTS_PATH}/redis-extra.conf`, content: `maxmemory ${forData}mb\n` }] : [];
  const variables = [...members.variables(), ...members.login('REDISCLI_AUTH', 'REDIS_TLS')];
  const image = imageOf(members);
  return members.add({
    image,
    user: USER,
    command: ['sh', `${SCRIPTS_PATH}/redis-server.sh`],
    ports: [{ name: 'redis', port: PORT }],
    envValues: asEnvValues(variables),
    files: [...scripts, proxy, ...settings, ...usersFiles(users)],
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    podVolumes: passwordsVolume(members),
    scratch: [{ mountPath: '/tmp' }],
    resources: memory && { memory: { request: Size.mebibytes(forData!), limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-alive.sh`], { interval: Duration.seconds(2), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-ready.sh`], { interval: Duration.seconds(2) }),
    livenessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-alive.sh`], { failureBudget: Duration.minutes(5) }),
    preStop: ['sh', `${SCRIPTS_PATH}/redis-stop.sh`],
    terminationGracePeriod: Duration.minutes(1),
    // Its sentinel votes while the server beside it catches up.
    unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET,
    sidecars: members.sidecars([primaryProxy(proxy, PRIMARY_PORT, variables, tlsMount(tlsSecret))], [sentinel(image, variables, scripts, tlsSecret)]),
  });
}

function sentinel(image: string, env: EnvVar[], scripts: readonly ConfigFile[], tlsSecret?: string): Container {
  const alive = { exec: { command: ['sh', `${SCRIPTS_PATH}/redis-alive.sh`, String(SENTINEL_PORT)] }, timeoutSeconds: 5 };
  return {
    name: 'sentinel',
    image,
    command: ['sh', `${SCRIPTS_PATH}/redis-sentinel.sh`],
    ports: [{ name: 'sentinel', containerPort: SENTINEL_PORT }],
    env,
    startupProbe: { ...alive, periodSeconds: 2, failureThreshold: 300 },
    readinessProbe: { exec: { command: ['sh', `${SCRIPTS_PATH}/redis-sentinel-ready.sh`] }, timeoutSeconds: 5, periodSeconds: 2, failureThreshold: 3 },
    livenessProbe: { ...alive, periodSeconds: 10, failureThreshold: 30 },
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'scratch-tmp', mountPath: '/tmp' },
      ...fileMounts(scripts),
      ...tlsMount(tlsSecret),
    ],
  };
}

function exporter(image: string, tlsSecret?: string): Exporter {
  const address = (host: string) => `${tlsSecret ? 'rediss' : 'redis'}://${host}:${PORT}`;
  return {
    image: EXPORTER_IMAGE,
    user: EXPORTER_USER,
    port: METRICS_PORT,
    login: { image, kind: 'redis', address },
    asking: (host, listen) => ({
      env: [
        { name: 'REDIS_ADDR', value: address(host) },
        { name: 'REDIS_EXPORTER_WEB_LISTEN_ADDRESS', value: listen },
        { name: 'REDIS_USER', value: 'metrics' },
        { name: 'REDIS_PASSWORD_FILE', value: '/login/passwords.json' },
        // The account may not read the configuration, in which the password stands.
        { name: 'REDIS_EXPORTER_CONFIG_COMMAND', value: '-' },
        ...tlsSecret ? [{ name: 'REDIS_EXPORTER_TLS_CA_CERT_FILE', value: '/tls/ca.crt' }] : [],
      ],
    }),
    secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls', keys: ['ca.crt'] }] : [],
  };
}

function dumpMethod(members: Members<RedisReplicationProps>): DumpMethod {
  return {
    image: imageOf(members),
    user: USER,
    files: members.scripts(['redis/redis-common.sh', 'scripts/choose-member.sh', 'redis/redis-dump.sh', 'redis/redis-restore-check.sh']),
    dumpCommand: ['sh', `${SCRIPTS_PATH}/redis-dump.sh`],
    restoreCommand: ['sh', `${SCRIPTS_PATH}/redis-restore-check.sh`],
    ...members.dumpAccess(members.login('REDISCLI_AUTH', 'REDIS_TLS')),
  };
}

function tlsMount(tlsSecret?: string) {
  return tlsSecret ? [{ name: 'secret-tls', mountPath: '/tls', readOnly: true }] : [];
}
