import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { EnvVar } from 'kubernetes-types/core/v1';
import { DATABASE_FIELDS } from './database-fields';
import { Members } from './members';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { startupBudget } from './startup-budget';
import { asEnvValues, secretVariable } from './variables';
import { readProps, struct } from '../fields';
import { HealthCheck } from '../health-check';
import { refuse } from '../problems';
import { Storage } from '../storage/storage';
import { SIZE } from '../value-fields';

/**
 * Properties of a CassandraRing.
 */
export interface CassandraRingProps {
  /**
   * Name of the StatefulSet, of the Service for clients, and of the ring.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members, from 3. Before it is lowered, the last member must
   * leave the ring: see docs/databases.md.
   *
   * @default 3
   */
  readonly replicas?: number;

  /**
   * How much disk each member has. Compaction needs about half of it.
   *
   * @default Size.gibibytes(50)
   */
  readonly size?: Size;

  /**
   * Where the data lives.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storage?: Storage;

  /**
   * Name of an existing Secret with the key `password`, letters and digits:
   * that of the role `admin`, which the ring gets when it begins.
   *
   * @default - a Job in the cluster creates `<name>-auth` with a random one, once
   */
  readonly passwordSecret?: string;

  /**
   * Memory of the server's heap, in whole mebibytes. The container may use
   * as much again, and 1 GiB more.
   *
   * @default Size.gibibytes(2)
   */
  readonly heap?: Size;
}

const FIELDS = struct<CassandraRingProps>({
  name: DATABASE_FIELDS.name,
  replicas: DATABASE_FIELDS.replicas,
  size: DATABASE_FIELDS.size,
  storage: DATABASE_FIELDS.storage,
  passwordSecret: DATABASE_FIELDS.passwordSecret,
  heap: SIZE,
}, '{ replicas: 3 }');
const IMAGE = 'cassandra:5.0.5';
const USER = 999;
const PORT = 9042;
const SCRIPTS = [
  'members.sh', 'cassandra-common.sh', 'cassandra-server.sh', 'cassandra-member.sh', 'cassandra-answer.sh', 'cassandra-alive.sh',
  'cassandra-ready.sh', 'cassandra-stop.sh', 'cassandra-leave.sh', 'cassandra-ask.py', 'cassandra-answers.py',
];

/**
 * A ring of Cassandra servers. Members join one after the other, each with
 * its share of the data; one that lost its volume takes its own place again
 * and is sent the data by the others.
 *
 * The scripts were run against stand-ins of Cassandra's commands, and not
 * against a real server. See docs/databases.md for this, limits and day-2 work.
 */
export class CassandraRing extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;

  /** Host of any member that serves; every member takes reads and writes. */
  public readonly primaryHost: string;

  /** The same host. */
  public readonly readHost: string;

  /** Port of the host. */
  public readonly port: number = PORT;

  /** Name of the Secret whose key `password` is that of the role `admin`. */
  public readonly connectionSecret: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: CassandraRingProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const members = new Members(this, usable);
    this.name = members.name;
    this.primaryHost = members.host();
    this.readHost = this.primaryHost;
    this.connectionSecret = members.passwordSecret;
    if (refuse(this, wrong) || refuse(this, [
      ...replicaProblems(members.replicas),
      ...members.problems(),
    ])) { return; }

    members.addPassword('password');
    addServers(members, usable);
    members.addService('ClientService', undefined, [{ name: 'cql', port: PORT, targetPort: 'cql' }]);
  }
}

function addServers(members: Members, props: CassandraRingProps): void {
  const { size = Size.gibibytes(50), storage, heap = Size.gibibytes(2) } = props;
  const memory = Size.mebibytes(heap.toMebibytes() * 2 + 1024);
  const budget = startupBudget(size);
  const variables: EnvVar[] = [
    ...members.variables(),
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    secretVariable('CASSANDRA_PASSWORD', members.passwordSecret, 'password'),
    { name: 'CASSANDRA_CLUSTER_NAME', value: members.name },
    { name: 'CASSANDRA_ENDPOINT_SNITCH', value: 'GossipingPropertyFileSnitch' },
    { name: 'CASSANDRA_DC', value: 'dc1' },
    { name: 'CASSANDRA_RACK', value: 'rack1' },
    { name: 'MAX_HEAP_SIZE', value: `${heap.toMebibytes()}M` },
    { name: 'START_SECONDS', value: String(budget.toSeconds()) },
  ];
  const alive = ['bash', `${SCRIPTS_PATH}/cassandra-alive.sh`];
  members.add({
    // Of three copies of the data, two must be there.
    maxUnavailable: 1,
    image: IMAGE,
    user: USER,
    command: ['bash', `${SCRIPTS_PATH}/cassandra-server.sh`],
    ports: [
      { name: 'cql', port: PORT },
      { name: 'gossip', port: 7000 },
      { name: 'answers', port: 7070 },
    ],
    envValues: asEnvValues(variables),
    files: scriptFiles(SCRIPTS),
    volumes: [{ name: 'data', mountPath: '/var/lib/cassandra', size, storage }],
    scratch: [{ mountPath: '/tmp' }, { mountPath: '/var/log/cassandra' }],
    resources: { memory: { request: memory, limit: memory } },
    readOnlyRootFilesystem: true,
    startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(5), startupBudget: budget }),
    readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/cassandra-ready.sh`], { interval: Duration.seconds(5), timeout: Duration.seconds(6) }),
    livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(5), failureBudget: Duration.minutes(5) }),
    preStop: ['bash', `${SCRIPTS_PATH}/cassandra-stop.sh`],
    terminationGracePeriod: Duration.minutes(5),
  });
}

/** Why so many members cannot keep three copies of the data; an empty list means that they can. */
function replicaProblems(replicas: number): string[] {
  return Number.isInteger(replicas) && replicas >= 3 ? [] : [
    `'replicas' must be a whole number from 3, for the data has three copies and two of them must agree, got ${replicas}; write 'replicas: 3'`,
  ];
}
