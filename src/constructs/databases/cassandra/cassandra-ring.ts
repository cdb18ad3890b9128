import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../../cdk8s/free-id';
import type { Container, EnvVar } from '../../../kubernetes/api/types.generated';
import { HealthCheck } from '../../options/health-check';
import { DatabaseProps } from '../database-props';
import { MOST_MEMBERS, Members } from '../members';
import { mebibytes, memoryProblems } from '../memory';
import { DATABASE_PORTS } from '../ports';
import { SCRIPTS_PATH } from '../scripts';
import { ServerImage, imageProblems } from '../server-image';
import { startupBudget } from '../startup-budget';
import { asEnvValues, secretVariable } from '../variables';

const SERVER: ServerImage = { image: 'cassandra:5.0.7', server: 'Cassandra', series: ['5.0'] };
const USER = 999;
const EXPORTER_IMAGE = 'criteord/cassandra_exporter:2.3.8';
const EXPORTER_USER = 1000;
const PORT = 9042;
const METRICS_PORT = 8080;
/** Memory beside the heap and beside as much outside of it, in mebibytes. */
const OVERHEAD = 1024;
const LEAST_HEAP = 512;
const SCRIPTS = [
  'scripts/members.sh', 'scripts/passwords.sh', 'cassandra/cassandra-common.sh', 'cassandra/cassandra-server.sh', 'cassandra/cassandra-member.sh', 'cassandra/cassandra-answer.sh', 'cassandra/cassandra-alive.sh',
  'cassandra/cassandra-ready.sh', 'cassandra/cassandra-stop.sh', 'cassandra/cassandra-leave.sh', 'cassandra/cassandra-ask.py', 'cassandra/cassandra-answers.py',
];

/**
 * A ring of Cassandra servers. Members join one after the other, each with
 * its share of the data; one that lost its volume takes its own place again
 * and is sent the data by the others.
 *
 * - `name` is also that of the ring.
 * - `replicas`: any number from 3. Before it is lowered, the last member must
 *   leave the ring: see docs/databases/cassandra.md.
 * - `size` is 50 GiB by default. Compaction needs about half of it.
 * - `memory` is 5 GiB by default: half of what is left after 1 GiB is the heap,
 *   the rest is for data outside of the heap and for the JVM itself. At least
 *   2 GiB.
 * - `passwordSecret` needs the key `password`, letters, digits and `. _ ~ -`: that
 *   of the role `admin`, which the ring gets when it begins.
 * - With `tlsSecret` the key must be PKCS#8 (`privateKey.encoding: PKCS8` of
 *   cert-manager). Whoever has a certificate of its authority may be a member.
 * - `metrics` is an exporter on port 8080 of each pod.
 *
 * See docs/databases/cassandra.md for what was run with real servers, limits and
 * day-2 work.
 */
export class CassandraRing extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Names of the members' claims, of which `SnapshotBackup` takes snapshots. */
  public readonly claimNames: string[];

  /** Host of any member that is ready; every member takes reads and writes. */
  public readonly host: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the role `admin`. */
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
      ...replicaProblems(members.replicas),
      ...memoryProblems(members.props.memory, OVERHEAD + 2 * LEAST_HEAP, `Cassandra needs a heap of ${LEAST_HEAP} MiB, and as much outside of it and 1 GiB more`),
    ])) { return; }

    members.addPassword('password');
    addServers(members);
    members.addNetworkPolicies(DATABASE_PORTS.CassandraRing);
    members.addPodMonitor(DATABASE_PORTS.CassandraRing);
    members.addService('ClientService', undefined, [{ name: 'cql', port: PORT, targetPort: 'cql' }]);
  }

  /** The contact points of drivers: hosts and ports of all members, separated by commas. The data center is `dc1`. */
  public connectionString(): string {
    return this.members.addresses(PORT);
  }
}

function addServers(members: Members): void {
  const { size = Size.gibibytes(50), storage, tlsSecret, metrics, memory = Size.gibibytes(5) } = members.props;
  const heap = Math.floor((mebibytes(memory) - OVERHEAD) / 2);
  const budget = startupBudget(size);
  const variables: EnvVar[] = [
    ...members.variables(),
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    secretVariable('CASSANDRA_PASSWORD', members.passwordSecret, 'password'),
    { name: 'CASSANDRA_CLUSTER_NAME', value: members.name },
    { name: 'CASSANDRA_ENDPOINT_SNITCH', value: 'GossipingPropertyFileSnitch' },
    { name: 'CASSANDRA_DC', value: 'dc1' },
    { name: 'CASSANDRA_RACK', value: 'rack1' },
    { name: 'MAX_HEAP_SIZE', value: `${heap}M` },
    { name: 'START_SECONDS', value: String(budget.toSeconds()) },
    ...tlsSecret ? [{ name: 'CASSANDRA_TLS', value: 'yes' }] : [],
  ];
  const alive = ['bash', `${SCRIPTS_PATH}/cassandra-alive.sh`];
  members.add({
    // Of three copies of the data, two must be there.
    maxUnavailable: 1,
    image: members.image(SERVER),
    user: USER,
    command: ['bash', `${SCRIPTS_PATH}/cassandra-server.sh`],
    ports: [
      { name: 'cql', port: PORT },
      { name: 'gossip', port: 7000 },
      { name: 'answers', port: 7070 },
    ],
    envValues: asEnvValues(variables),
    files: members.scripts([...SCRIPTS, ...tlsSecret ? ['cassandra/cassandra-tls.yaml'] : []]),
    volumes: [{ name: 'data', mountPath: '/var/lib/cassandra', size, storage }],
    scratch: [{ mountPath: '/tmp' }, { mountPath: '/var/log/cassandra' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(5), startupBudget: budget }),
    readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/cassandra-ready.sh`], { interval: Duration.seconds(5), timeout: Duration.seconds(6) }),
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(5), failureBudget: Duration.minutes(5) }),
    preStop: ['bash', `${SCRIPTS_PATH}/cassandra-stop.sh`],
    terminationGracePeriod: Duration.minutes(5),
    // No native sidecar: the server starts even if the exporter cannot.
    sidecars: members.sidecars([], metrics ? [exporter()] : []),
  }, `bash ${SCRIPTS_PATH}/cassandra-leave.sh`);
}

/** Asks the server over JMX, which answers within the pod only. */
function exporter(): Container {
  return {
    name: 'metrics',
    image: EXPORTER_IMAGE,
    command: ['java', '-Xmx256m', '-XX:-UsePerfData', '-jar', '/opt/cassandra_exporter/cassandra_exporter.jar', '/etc/cassandra_exporter/config.yml'],
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    securityContext: { runAsUser: EXPORTER_USER, runAsGroup: EXPORTER_USER, readOnlyRootFilesystem: true },
  };
}

/** Why so many members cannot keep three copies of the data; an empty list means that they can. */
function replicaProblems(replicas: number): string[] {
  return Number.isInteger(replicas) && replicas >= 3 && replicas <= MOST_MEMBERS ? [] : [
    `'replicas' must be a whole number from 3 to ${MOST_MEMBERS}, for the data has three copies and two of them must agree, got ${replicas}; write 'replicas: 3'`,
  ];
}
