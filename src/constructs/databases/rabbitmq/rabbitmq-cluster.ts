import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { EnvVar } from '../../../kubernetes/api/types.generated';
import { HealthCheck } from '../../options/health-check';
import { DatabaseProps } from '../database-props';
import { Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { DATABASE_PORTS } from '../ports';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { asEnvValues, secretVariable } from '../variables';

const SERVER: ServerImage = { image: 'rabbitmq:4.3.3', server: 'RabbitMQ', series: ['4.3'] };
const USER = 999;
const PORT = 5672;
const SECURE_PORT = 5671;
const METRICS_PORT = 15692;
const MOST = 9;
/** Queues have no more copies than this, for each one more makes them slower. */
const MOST_COPIES = 5;
/** In mebibytes. */
const LEAST_MEMORY = 512;
const SCRIPTS = [
  'scripts/members.sh', 'scripts/passwords.sh', 'rabbitmq/rabbitmq-common.sh', 'rabbitmq/rabbitmq-server.sh', 'rabbitmq/rabbitmq-member.sh', 'rabbitmq/rabbitmq-ready.sh', 'rabbitmq/rabbitmq-stop.sh', 'rabbitmq/rabbitmq-leave.sh',
  'rabbitmq/rabbitmq-decide.escript', 'rabbitmq/rabbitmq-env.conf', 'rabbitmq/rabbitmq.conf',
];

/**
 * A RabbitMQ cluster, whose queues are quorum queues where clients do not ask
 * for others. A member that lost its volume is forgotten by the others, and
 * joins them as a new one.
 *
 * **Experimental**: see docs/databases/rabbitmq.md for what was run with a real server.
 *
 * - `replicas`: 1, or 3 to 9; a single one survives nothing, and an even number
 *   no more than one less. Before it is lowered, the last member must leave the
 *   cluster: see docs/databases/rabbitmq.md.
 * - `size` is 20 GiB by default. Publishers are stopped when less is free than
 *   the server's memory, or than a quarter of it where that is less.
 * - `memory` is 2 GiB by default, and at least 512 MiB. Publishers are stopped
 *   when the server uses half of it.
 * - `passwordSecret` needs the keys `password`, that of the user `admin`, and
 *   `cookie`, letters and digits, with which members and `rabbitmqctl` trust
 *   each other. There is no user `guest`.
 * - With `tlsSecret` clients speak TLS only, on port 5671.
 * - `metrics` are on port 15692 of each pod.
 *
 * A message in a quorum queue that was confirmed is on the disks of a majority.
 * See docs/databases/rabbitmq.md for limits and day-2 work.
 */
export class RabbitMqCluster extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that is ready. Every member takes connections, and knows where each queue is led. */
  public readonly host: string;

  /** Port of the host: 5672, or 5671 with `tlsSecret`. */
  public readonly port: number;

  /** Name of the Secret whose key `password` is that of the user `admin`. */
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
    this.port = members.tls ? SECURE_PORT : PORT;
    this.passwordSecret = members.passwordSecret;
    if (members.refused([
      ...imageProblems(members.props.image, SERVER),
      ...replicaProblems(members.replicas),
      ...memoryProblems(members.props.memory, LEAST_MEMORY, 'RabbitMQ stops its publishers when it uses half of it'),
    ])) { return; }

    members.addPassword('password', 'cookie');
    addServers(members, this.port);
    members.addNetworkPolicies(DATABASE_PORTS.RabbitMqCluster);
    members.addPodMonitor(DATABASE_PORTS.RabbitMqCluster);
    members.addService('ClientService', undefined, [{ name: members.tls ? 'amqps' : 'amqp', port: this.port, targetPort: 'client' }]);
  }

  /** Hosts and ports of all members, separated by commas, for clients that try one after the other. */
  public connectionString(): string {
    return this.members.addresses(this.port);
  }
}

function addServers(members: Members, port: number): void {
  const { size = Size.gibibytes(20), storage, tlsSecret, metrics, memory = Size.gibibytes(2) } = members.props;
  const variables: EnvVar[] = [
    ...members.variables(),
    // For `rabbitmqctl` in the container, too.
    { name: 'HOME', value: '/home/rabbitmq' },
    { name: 'RABBITMQ_CONF_ENV_FILE', value: `${SCRIPTS_PATH}/rabbitmq-env.conf` },
    { name: 'CLIENT_PORT', value: String(port) },
    { name: 'RABBITMQ_SETTINGS', value: settings(members.replicas, mebibytes(memory), mebibytes(size)) },
    secretVariable('RABBITMQ_PASSWORD', members.passwordSecret, 'password'),
    secretVariable('RABBITMQ_COOKIE', members.passwordSecret, 'cookie'),
    ...tlsSecret ? [{ name: 'RABBITMQ_TLS', value: 'yes' }] : [],
    ...metrics ? [{ name: 'RABBITMQ_PLUGINS', value: 'rabbitmq_prometheus' }] : [],
  ];
  const ready = ['bash', `${SCRIPTS_PATH}/rabbitmq-ready.sh`];
  members.add({
    image: members.image(SERVER),
    user: USER,
    command: ['bash', `${SCRIPTS_PATH}/rabbitmq-server.sh`],
    preStop: ['bash', `${SCRIPTS_PATH}/rabbitmq-stop.sh`],
    ports: [
      { name: 'client', port },
      { name: 'epmd', port: 4369 },
      { name: 'peer', port: 25672 },
      ...metrics ? [{ name: 'metrics', port: METRICS_PORT }] : [],
    ],
    envValues: asEnvValues(variables),
    files: members.scripts([...SCRIPTS, ...tlsSecret ? ['rabbitmq/rabbitmq-tls.config'] : []]),
    volumes: [{ name: 'data', mountPath: '/data', size, storage }],
    scratch: ['/tmp', '/config', '/home/rabbitmq'].map(mountPath => ({ mountPath })),
    resources: { memory: { request: memory, limit: memory } },
    maxUnavailable: 1,
    // No liveness: a server that recovers, or waits for the others, would be killed while it does so.
    startupCheck: HealthCheck.exec(ready, { interval: Duration.seconds(5), startupBudget: startupBudget(size) }),
    readinessCheck: HealthCheck.exec(ready, { interval: Duration.seconds(5) }),
    terminationGracePeriod: Duration.minutes(3),
  }, `bash ${SCRIPTS_PATH}/rabbitmq-leave.sh`);
}

function replicaProblems(replicas: number): string[] {
  return Number.isInteger(replicas) && (replicas === 1 || replicas >= 3 && replicas <= MOST) ? [] : [
    `'replicas' must be 1, or a whole number from 3 to ${MOST}, for two members survive the loss of none, got ${replicas}; write 'replicas: 3'`,
  ];
}

/** Lines of rabbitmq.conf that depend on the props. The server knows neither the limit of its container nor how many members there will be. */
function settings(replicas: number, memory: number, size: number): string {
  return [
    `cluster_formation.target_cluster_size_hint = ${replicas}`,
    `quorum_queue.continuous_membership_reconciliation.target_group_size = ${Math.min(replicas, MOST_COPIES)}`,
    `quorum_queue.initial_cluster_size = ${Math.min(replicas, MOST_COPIES)}`,
    `vm_memory_high_watermark.absolute = ${Math.floor(memory / 2)}MiB`,
    `disk_free_limit.absolute = ${Math.min(memory, Math.floor(size / 4))}MiB`,
    `raft.wal_max_size_bytes = ${Math.floor(memory / 32) * 1024 * 1024}`,
  ].join('\n');
}
