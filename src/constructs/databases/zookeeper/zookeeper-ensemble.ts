import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { EnvVar } from '../../../kubernetes/api/types.generated';
import { HealthCheck } from '../../options/health-check';
import { DatabaseProps } from '../database-props';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { DATABASE_PORTS } from '../ports';
import { quorumProblems } from '../quorum';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { asEnvValues, secretVariable } from '../variables';

const SERVER: ServerImage = { image: 'zookeeper:3.9.5-jre-17', server: 'ZooKeeper', series: ['3.9'] };
const USER = 1000;
const PORT = 2181;
const SECURE_PORT = 2281;
const METRICS_PORT = 7000;
/** Memory beside the heap, in mebibytes. */
const OVERHEAD = 512;
const LEAST_HEAP = 128;
const SCRIPTS = [
  'scripts/members.sh', 'scripts/passwords.sh', 'zookeeper/zookeeper-common.sh', 'zookeeper/zookeeper-server.sh', 'zookeeper/zookeeper-members.sh', 'zookeeper/zookeeper-ready.sh', 'zookeeper/zookeeper-alive.sh', 'zookeeper/zookeeper.cfg',
];

/**
 * A ZooKeeper ensemble. Members are added to and taken from it by themselves
 * when `replicas` changes. A member that lost its volume has no vote until it
 * holds the data of the others again.
 *
 * - `size` is 8 GiB by default.
 * - `memory` is 1 GiB by default: 512 MiB are for the JVM itself, the rest is
 *   the heap, which must hold all data. At least 640 MiB.
 * - `passwordSecret` needs the key `password`: that of ZooKeeper's user `super`,
 *   with which members change the membership. No blanks, no quotes.
 * - With `tlsSecret` clients can speak TLS on port 2281. The key must be PKCS#8
 *   (`privateKey.encoding: PKCS8` of cert-manager).
 * - `metrics` are on port 7000 of each pod.
 *
 * A write is acknowledged when a majority has it on disk, so it survives the
 * loss of a minority. See docs/databases/zookeeper.md for limits and day-2 work.
 */
export class ZooKeeperEnsemble extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that is ready. Every member takes reads and writes, and sends writes to the leader. */
  public readonly host: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Name of the Secret with the password of the user `super`, which ordinary clients do not need. */
  public readonly passwordSecret: string;

  private readonly members: Members;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: DatabaseProps = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const members = this.members = new Members(this, props);
    this.name = members.name;
    this.claimNames = members.claimNames();
    this.host = members.host();
    this.passwordSecret = members.passwordSecret;
    if (members.refused([
      ...imageProblems(members.props.image, SERVER),
      ...quorumProblems(members.replicas),
      ...memoryProblems(members.props.memory, OVERHEAD + LEAST_HEAP, `ZooKeeper needs a heap of ${LEAST_HEAP} MiB and ${OVERHEAD} MiB beside it`),
    ])) { return; }

    members.addPassword('password');
    addServers(members);
    members.addNetworkPolicies(DATABASE_PORTS.ZooKeeperEnsemble);
    members.addPodMonitor(DATABASE_PORTS.ZooKeeperEnsemble);
    members.addService('ClientService', undefined, [
      { name: 'client', port: PORT, targetPort: 'client' },
      ...members.tls ? [{ name: 'secure-client', port: SECURE_PORT, targetPort: 'secure-client' }] : [],
    ]);
  }

  /** Hosts and ports of all members, separated by commas, as clients of ZooKeeper want them. */
  public connectionString(): string {
    return this.members.addresses(PORT);
  }
}

function addServers(members: Members): void {
  const { size = Size.gibibytes(8), storage, tlsSecret, metrics, memory = Size.gibibytes(1) } = members.props;
  const variables: EnvVar[] = [
    ...members.variables(),
    secretVariable('ZOO_SUPER_PASSWORD', members.passwordSecret, 'password'),
    { name: 'ZOO_JVM_FLAGS', value: `-Xmx${mebibytes(memory) - OVERHEAD}m` },
    ...tlsSecret ? [{ name: 'ZOO_TLS', value: 'yes' }] : [],
    ...metrics ? [{ name: 'ZOO_METRICS_PORT', value: String(METRICS_PORT) }] : [],
  ];
  const alive = ['bash', `${SCRIPTS_PATH}/zookeeper-alive.sh`];
  members.add({
    image: members.image(SERVER),
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
    files: members.scripts([...SCRIPTS, ...tlsSecret ? ['zookeeper/zookeeper-tls.cfg'] : []]),
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    scratch: [{ mountPath: '/tmp' }, { mountPath: '/logs' }],
    resources: { memory: { request: memory, limit: memory } },
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/zookeeper-ready.sh`], { interval: Duration.seconds(5) }),
    livenessCheck: HealthCheck.exec(alive, { failureBudget: Duration.minutes(5) }),
    terminationGracePeriod: Duration.minutes(1),
  });
}
