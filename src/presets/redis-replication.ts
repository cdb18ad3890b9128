import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { DumpMethod, IDumpable } from './dump-method';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { MEMBER_FIELDS, METRICS, TLS_SECRET } from './member-fields';
import {
  PARALLEL, STARTUP_BUDGET, addMemberService, asEnvValues, asSidecar, askNamesBriefly, decidesByMajority, fileMounts, memberHosts, memberVariables,
  quorumProblems, secretVariable, tolerated,
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
 * Properties of a RedisReplication.
 */
export interface RedisReplicationProps {
  /**
   * Name of the StatefulSet and of the Service that follows the primary.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members, with a Sentinel each: 3, 5, 7 or 9.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * How much disk each member has. Redis also holds all of its data in memory.
   *
   * @default Size.gibibytes(8)
   */
  readonly size?: Size;

  /**
   * Where the data lives.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * Name of an existing Secret with the key `password`: letters and digits.
   *
   * @default - a Job in the cluster creates `<name>-auth` with a random one, once
   */
  readonly passwordSecret?: string;

  /**
   * Name of an existing Secret with `tls.crt`, `tls.key` and `ca.crt`, as
   * cert-manager writes it. Then servers and clients speak TLS only. The
   * certificate must be valid for `*.<name>-members.<namespace>.svc.cluster.local`,
   * for `<name>.<namespace>.svc.cluster.local` and for 127.0.0.1.
   *
   * @default - connections are not encrypted
   */
  readonly tlsSecret?: string;

  /**
   * Memory for data, in whole mebibytes. The container may use half as much
   * again, for copies of pages while Redis writes them to disk.
   *
   * @default - no limit
   */
  readonly memory?: Size;

  /**
   * Run an exporter for Prometheus in each pod, on port 9121.
   *
   * @default false
   */
  readonly metrics?: boolean;
}

const FIELDS = struct<RedisReplicationProps>({ ...MEMBER_FIELDS, tlsSecret: TLS_SECRET, memory: SIZE, metrics: METRICS }, '{ replicas: 3 }');
const IMAGE = 'redis:8.2.1-bookworm';
const USER = 999;
const EXPORTER_IMAGE = 'oliver006/redis_exporter:v1.74.0';
const EXPORTER_USER = 59000;
const PORT = 6379;
const SENTINEL_PORT = 26379;
const PRIMARY_PORT = 6380;
const METRICS_PORT = 9121;
const SCRIPTS = ['members.sh', 'redis-common.sh', 'redis-server.sh', 'redis-sentinel.sh', 'redis-ready.sh', 'redis-sentinel-ready.sh', 'redis-alive.sh', 'redis-stop.sh'];

/**
 * A Redis primary with replicas, and a Sentinel beside each that votes for
 * another primary when it is lost. A small proxy in each pod leads the Service
 * `<name>` to the member that is primary now, so that clients need not know
 * Sentinel.
 *
 * A write is safe against the loss of a member once `WAIT` has answered with
 * half of the replicas. See docs/databases.md for limits and day-2 work.
 */
export class RedisReplication extends Construct implements IDumpable {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Host that leads to the primary, for reading and writing. */
  public readonly primaryHost: string;

  /** Host that leads to any member, for reading what may be a moment old. */
  public readonly readHost: string;

  /** Port of both hosts. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` clients need. */
  public readonly connectionSecret: string;

  /** How `Backup` dumps it: all keys, with the functions. */
  public readonly dumpMethod: DumpMethod;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: RedisReplicationProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name });
    const { replicas = 3, passwordSecret } = usable;
    this.name = identity.name;
    this.primaryHost = dnsName(identity.name, identity.namespace);
    this.readHost = dnsName(identity.childName('read'), identity.namespace);
    this.connectionSecret = passwordSecret ?? identity.childName('auth');
    this.dumpMethod = dumpMethod(memberHosts(identity, identity.childName('members'), replicas), this.connectionSecret, usable.tlsSecret);
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(replicas),
      ...passwordSecret ? [] : generatedSecretProblems(identity),
    ])) { return; }

    if (!passwordSecret) { new GeneratedSecret(this, 'Password', identity, this.connectionSecret, ['password']); }
    const app = this.addMembers(identity, usable, replicas);
    askNamesBriefly(app);
    decidesByMajority(app);
    addMemberService(this, 'PrimaryService', identity, undefined, [{ name: 'redis', port: PORT, targetPort: 'primary' }]);
    addMemberService(this, 'ReadService', identity, 'read', [{ name: 'redis', port: PORT, targetPort: 'redis' }]);
    addMemberService(this, 'SentinelService', identity, 'sentinel', [{ name: 'sentinel', port: SENTINEL_PORT, targetPort: 'sentinel' }]);
  }

  private addMembers(identity: Identity, props: RedisReplicationProps, replicas: number): StatefulApp {
    const { size = Size.gibibytes(8), storage, tlsSecret, memory, metrics } = props;
    const serviceName = identity.childName('members');
    const scripts = scriptFiles(SCRIPTS);
    const [proxy] = scriptFiles([tlsSecret ? 'redis-proxy-tls.cfg' : 'redis-proxy.cfg']);
    const settings: ConfigFile[] = memory ? [{ path: `${SCRIPTS_PATH}/redis-extra.conf`, content: `maxmemory ${memory.toMebibytes()}mb\n` }] : [];
    const variables: EnvVar[] = [
      ...memberVariables(serviceName, replicas),
      secretVariable('REDISCLI_AUTH', this.connectionSecret, 'password'),
      ...tlsSecret ? [{ name: 'REDIS_TLS', value: 'yes' }] : [],
    ];
    return new StatefulApp(this, 'Default', {
      name: identity.name,
      serviceName,
      replicas,
      maxUnavailable: tolerated(replicas),
      podManagementPolicy: PARALLEL,
      image: IMAGE,
      user: USER,
      command: ['sh', `${SCRIPTS_PATH}/redis-server.sh`],
      ports: [{ name: 'redis', port: PORT }],
      envValues: asEnvValues(variables),
      files: [...scripts, proxy, ...settings],
      volumes: [{ name: 'data', mountPath: '/data', size, storage }],
      scratch: [{ mountPath: '/tmp' }],
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      resources: memory && { memory: { request: memory, limit: Size.mebibytes(Math.ceil(memory.toMebibytes() * 1.5)) } },
      readOnlyRootFilesystem: true,
      startupCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-alive.sh`], { interval: Duration.seconds(2), startupBudget: STARTUP_BUDGET }),
      readinessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-ready.sh`], { interval: Duration.seconds(2) }),
      livenessCheck: HealthCheck.exec(['sh', `${SCRIPTS_PATH}/redis-alive.sh`], { failureBudget: Duration.minutes(5) }),
      preStop: ['sh', `${SCRIPTS_PATH}/redis-stop.sh`],
      terminationGracePeriod: Duration.minutes(1),
      sidecars: [
        sentinel(variables, scripts, tlsSecret),
        primaryProxy(proxy, PRIMARY_PORT, variables, tlsMount(tlsSecret)),
        ...metrics ? [exporter(variables, tlsSecret)] : [],
      ].map(asSidecar),
    });
  }
}

function sentinel(env: EnvVar[], scripts: readonly ConfigFile[], tlsSecret?: string): Container {
  const alive = { exec: { command: ['sh', `${SCRIPTS_PATH}/redis-alive.sh`, String(SENTINEL_PORT)] }, timeoutSeconds: 5 };
  return {
    name: 'sentinel',
    image: IMAGE,
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

function exporter(env: EnvVar[], tlsSecret?: string): Container {
  const tls = tlsSecret ? [
    { name: 'REDIS_EXPORTER_TLS_CA_CERT_FILE', value: '/tls/ca.crt' },
  ] : [];
  const password = env.find(({ name }) => name === 'REDISCLI_AUTH')!;
  return {
    name: 'metrics',
    image: EXPORTER_IMAGE,
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    env: [
      { name: 'REDIS_ADDR', value: `${tlsSecret ? 'rediss' : 'redis'}://127.0.0.1:${PORT}` },
      { name: 'REDIS_PASSWORD', valueFrom: password.valueFrom },
      ...tls,
    ],
    securityContext: { runAsUser: EXPORTER_USER, runAsGroup: EXPORTER_USER, readOnlyRootFilesystem: true },
    volumeMounts: tlsMount(tlsSecret),
  };
}

function dumpMethod(hosts: string[], passwordSecret: string, tlsSecret?: string): DumpMethod {
  return {
    image: IMAGE,
    user: USER,
    files: scriptFiles(['redis-common.sh', 'redis-dump.sh', 'redis-restore-check.sh']),
    dumpCommand: ['sh', `${SCRIPTS_PATH}/redis-dump.sh`],
    restoreCommand: ['sh', `${SCRIPTS_PATH}/redis-restore-check.sh`],
    envValues: asEnvValues([
      { name: 'HOSTS', value: hosts.join(' ') },
      secretVariable('REDISCLI_AUTH', passwordSecret, 'password'),
      ...tlsSecret ? [{ name: 'REDIS_TLS', value: 'yes' }] : [],
    ]),
    secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
  };
}

function tlsMount(tlsSecret?: string) {
  return tlsSecret ? [{ name: 'secret-tls', mountPath: '/tls', readOnly: true }] : [];
}
