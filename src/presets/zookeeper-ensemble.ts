import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { EnvVar } from 'kubernetes-types/core/v1';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { MEMBER_FIELDS, METRICS, TLS_SECRET } from './member-fields';
import { PARALLEL, STARTUP_BUDGET, addMemberService, asEnvValues, askNamesBriefly, memberHosts, memberVariables, quorumProblems, secretVariable, tolerated } from './members';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { readProps, struct } from '../fields';
import { HealthCheck } from '../health-check';
import { Identity, dnsName } from '../identity';
import { refuse } from '../problems';
import { StatefulApp } from '../stateful-app';
import { Storage } from '../storage/storage';
import { SIZE } from '../value-fields';

/**
 * Properties of a ZooKeeperEnsemble.
 */
export interface ZooKeeperEnsembleProps {
  /**
   * Name of the StatefulSet and of the client Service.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members: 3, 5, 7 or 9. Take away at most a minority of them at
   * a time, for the others must still outvote them.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * How much disk each member has.
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
   * Name of an existing Secret with the key `password`: that of ZooKeeper's
   * user `super`, with which members change the membership.
   *
   * @default - a Job in the cluster creates `<name>-auth` with a random one, once
   */
  readonly passwordSecret?: string;

  /**
   * Name of an existing Secret with `tls.crt`, `tls.key` and `ca.crt`, as
   * cert-manager writes it, valid for
   * `*.<name>-members.<namespace>.svc.cluster.local`. Then members speak TLS
   * with each other, and clients can on port 2281. The key must be PKCS#8
   * (`privateKey.encoding: PKCS8` of cert-manager).
   *
   * @default - connections are not encrypted
   */
  readonly tlsSecret?: string;

  /**
   * Memory of the server's heap. The container may use 512 MiB more.
   *
   * @default Size.mebibytes(512)
   */
  readonly heap?: Size;

  /**
   * Offer metrics for Prometheus on port 7000 of each pod.
   *
   * @default false
   */
  readonly metrics?: boolean;
}

const FIELDS = struct<ZooKeeperEnsembleProps>({ ...MEMBER_FIELDS, tlsSecret: TLS_SECRET, heap: SIZE, metrics: METRICS }, '{ replicas: 3 }');
const IMAGE = 'zookeeper:3.9.4-jre-17';
const USER = 1000;
const PORT = 2181;
const SECURE_PORT = 2281;
const METRICS_PORT = 7000;
const SCRIPTS = [
  'members.sh', 'zookeeper-common.sh', 'zookeeper-server.sh', 'zookeeper-members.sh', 'zookeeper-ready.sh', 'zookeeper-alive.sh', 'zookeeper.cfg',
];

/**
 * A ZooKeeper ensemble. Members are added to and taken from it by themselves
 * when `replicas` changes. A member that lost its volume has no vote until it
 * holds the data of the others again.
 *
 * A write is acknowledged when a majority has it on disk, so it survives the
 * loss of a minority. See docs/databases.md for limits and day-2 work.
 */
export class ZooKeeperEnsemble extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Host of any member that serves; ZooKeeper itself hands writes to its leader. */
  public readonly primaryHost: string;

  /** The same host: every member answers reads. */
  public readonly readHost: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Hosts and ports of all members, separated by commas, as clients of ZooKeeper want them. */
  public readonly connectString: string;

  /** Name of the Secret with the password of the user `super`, which ordinary clients do not need. */
  public readonly connectionSecret: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: ZooKeeperEnsembleProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name });
    const { replicas = 3, passwordSecret, tlsSecret } = usable;
    const serviceName = identity.childName('members');
    this.name = identity.name;
    this.primaryHost = dnsName(identity.name, identity.namespace);
    this.readHost = this.primaryHost;
    this.connectionSecret = passwordSecret ?? identity.childName('auth');
    this.connectString = memberHosts(identity, serviceName, replicas).map(host => `${host}:${PORT}`).join(',');
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(replicas),
      ...passwordSecret ? [] : generatedSecretProblems(identity),
    ])) { return; }

    if (!passwordSecret) { new GeneratedSecret(this, 'Password', identity, this.connectionSecret, ['password']); }
    askNamesBriefly(this.addMembers(identity, usable, serviceName, replicas));
    addMemberService(this, 'ClientService', identity, undefined, [
      { name: 'client', port: PORT, targetPort: 'client' },
      ...tlsSecret ? [{ name: 'secure-client', port: SECURE_PORT, targetPort: 'secure-client' }] : [],
    ]);
  }

  private addMembers(identity: Identity, props: ZooKeeperEnsembleProps, serviceName: string, replicas: number): StatefulApp {
    const { size = Size.gibibytes(8), storage, tlsSecret, metrics, heap = Size.mebibytes(512) } = props;
    const memory = Size.mebibytes(heap.toMebibytes() + 512);
    const variables: EnvVar[] = [
      ...memberVariables(serviceName, replicas),
      secretVariable('ZOO_SUPER_PASSWORD', this.connectionSecret, 'password'),
      { name: 'ZOO_JVM_FLAGS', value: `-Xmx${heap.toMebibytes()}m` },
      ...tlsSecret ? [{ name: 'ZOO_TLS', value: 'yes' }] : [],
      ...metrics ? [{ name: 'ZOO_METRICS_PORT', value: String(METRICS_PORT) }] : [],
    ];
    const alive = ['bash', `${SCRIPTS_PATH}/zookeeper-alive.sh`];
    return new StatefulApp(this, 'Default', {
      name: identity.name,
      serviceName,
      replicas,
      maxUnavailable: tolerated(replicas),
      podManagementPolicy: PARALLEL,
      image: IMAGE,
      user: USER,
      command: ['bash', `${SCRIPTS_PATH}/zookeeper-server.sh`],
      ports: [
        { name: 'client', port: PORT },
        { name: 'peer', port: 2888 },
        { name: 'election', port: 3888 },
        ...tlsSecret ? [{ name: 'secure-client', port: SECURE_PORT }] : [],
        ...metrics ? [{ name: 'metrics', port: METRICS_PORT }] : [],
      ],
      envValues: asEnvValues(variables),
      files: scriptFiles([...SCRIPTS, ...tlsSecret ? ['zookeeper-tls.cfg'] : []]),
      volumes: [{ name: 'data', mountPath: '/data', size, storage }],
      scratch: [{ mountPath: '/tmp' }, { mountPath: '/logs' }],
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      resources: { memory: { request: memory, limit: memory } },
      startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), startupBudget: STARTUP_BUDGET }),
      readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/zookeeper-ready.sh`], { interval: Duration.seconds(5) }),
      livenessCheck: HealthCheck.exec(alive, { failureBudget: Duration.minutes(5) }),
      terminationGracePeriod: Duration.minutes(1),
    });
  }
}
