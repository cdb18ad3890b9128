import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { MEMBER_FIELDS, METRICS, TLS_SECRET } from './member-fields';
import {
  PARALLEL, addMemberService, asEnvValues, asSidecar, askNamesBriefly, memberVariables, quorumProblems, secretVariable, startupBudget, tolerated,
} from './members';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { readProps, struct } from '../fields';
import { HealthCheck } from '../health-check';
import { Identity, dnsName } from '../identity';
import { refuse } from '../problems';
import { StatefulApp } from '../stateful-app';
import { Storage } from '../storage/storage';
import { SIZE } from '../value-fields';

/**
 * Properties of a MongoReplicaSet.
 */
export interface MongoReplicaSetProps {
  /**
   * Name of the StatefulSet, of the Service for clients and of the replica set.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Number of members: 3, 5, 7 or 9, of which seven vote. Every one holds all
   * data. Take away at most a minority of them at a time, for the others must
   * still outvote them.
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
   * Name of an existing Secret with the keys `password`, that of the user
   * `root`, and `key`, with which the members know each other: 6 to 1024
   * letters and digits. They cannot be changed here once the set exists.
   *
   * @default - a Job in the cluster creates `<name>-auth` with random ones, once
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
   * Memory for MongoDB's cache, at least 256 MiB. The container may use 1 GiB more.
   *
   * @default Size.gibibytes(1)
   */
  readonly cache?: Size;

  /**
   * Run an exporter for Prometheus in each pod, on port 9216.
   *
   * @default false
   */
  readonly metrics?: boolean;
}

const FIELDS = struct<MongoReplicaSetProps>({ ...MEMBER_FIELDS, tlsSecret: TLS_SECRET, cache: SIZE, metrics: METRICS }, '{ replicas: 3 }');
const IMAGE = 'mongo:8.0.13-noble';
const USER = 999;
const EXPORTER_IMAGE = 'percona/mongodb_exporter:0.47.1';
const EXPORTER_USER = 65535;
const PORT = 27017;
const METRICS_PORT = 9216;
const MOST_VOTERS = 7;
const LEAST_CACHE = Size.mebibytes(256);
const SCRIPTS = ['members.sh', 'mongo-common.sh', 'mongo-server.sh', 'mongo-member.sh', 'mongo-member.js', 'mongo-ready.sh', 'mongo-alive.sh'];

/**
 * A MongoDB replica set: the members vote for a primary, which takes the
 * writes, and for another one when it is lost. Drivers that know the name of
 * the set find the primary by themselves, from any member. Members are added
 * to and taken from the set when `replicas` changes.
 *
 * The scripts were run against stand-ins of MongoDB's commands, and not
 * against a real server. See docs/databases.md for this, limits and day-2 work.
 */
export class MongoReplicaSet extends Construct {
  /** Name of the StatefulSet, and of the replica set. */
  public readonly name: string;

  /** Host of any member that serves: a driver that is given the name of the set finds the primary from there. */
  public readonly primaryHost: string;

  /** The same host: drivers choose the member by their read preference. */
  public readonly readHost: string;

  /** Port of the hosts. */
  public readonly port: number = PORT;

  /** URI with all members and the name of the set, without user and password. */
  public readonly connectionString: string;

  /** Name of the Secret whose key `password` is that of the user `root`. */
  public readonly connectionSecret: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: MongoReplicaSetProps = {}) {
    super(scope, id);
    const { usable, wrong } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name });
    const { replicas = 3, passwordSecret, tlsSecret, cache = Size.gibibytes(1) } = usable;
    const serviceName = identity.childName('members');
    this.name = identity.name;
    this.primaryHost = dnsName(identity.name, identity.namespace);
    this.readHost = this.primaryHost;
    this.connectionSecret = passwordSecret ?? identity.childName('auth');
    const hosts = Array.from({ length: replicas }, (_, ordinal) => dnsName(serviceName, identity.namespace, identity.podName(ordinal)));
    this.connectionString = `mongodb://${hosts.map(host => `${host}:${PORT}`).join(',')}/?replicaSet=${this.name}${tlsSecret ? '&tls=true' : ''}`;
    if (refuse(this, wrong) || refuse(this, [
      ...quorumProblems(replicas),
      ...cacheProblems(cache),
      ...passwordSecret ? [] : generatedSecretProblems(identity),
    ])) { return; }

    if (!passwordSecret) { new GeneratedSecret(this, 'Password', identity, this.connectionSecret, ['password', 'key']); }
    askNamesBriefly(this.addMembers(identity, usable, serviceName, replicas, cache));
    addMemberService(this, 'ClientService', identity, undefined, [{ name: 'mongodb', port: PORT, targetPort: 'mongodb' }]);
  }

  private addMembers(identity: Identity, props: MongoReplicaSetProps, serviceName: string, replicas: number, cache: Size): StatefulApp {
    const { size = Size.gibibytes(20), storage, tlsSecret, metrics } = props;
    const memory = Size.mebibytes(cache.toMebibytes() + 1024);
    const variables: EnvVar[] = [
      ...memberVariables(serviceName, replicas),
      secretVariable('MONGO_PASSWORD', this.connectionSecret, 'password'),
      secretVariable('MONGO_KEY', this.connectionSecret, 'key'),
      { name: 'MONGO_CACHE_GB', value: String(cache.toMebibytes() / 1024) },
      ...tlsSecret ? [{ name: 'MONGO_TLS', value: 'yes' }] : [],
    ];
    const alive = ['bash', `${SCRIPTS_PATH}/mongo-alive.sh`];
    return new StatefulApp(this, 'Default', {
      name: identity.name,
      serviceName,
      replicas,
      maxUnavailable: tolerated(Math.min(replicas, MOST_VOTERS)),
      podManagementPolicy: PARALLEL,
      image: IMAGE,
      user: USER,
      command: ['bash', `${SCRIPTS_PATH}/mongo-server.sh`],
      ports: [{ name: 'mongodb', port: PORT }],
      envValues: asEnvValues(variables),
      files: scriptFiles(SCRIPTS),
      // Exactly where the image declares a volume: mounted above it, the data would lie in one that goes with the container.
      volumes: [{ name: 'data', mountPath: '/data/db', size, storage }],
      scratch: [{ mountPath: '/tmp' }],
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      resources: { memory: { request: memory, limit: memory } },
      readOnlyRootFilesystem: true,
      startupCheck: HealthCheck.exec(alive, { interval: Duration.seconds(5), timeout: Duration.seconds(5), startupBudget: startupBudget(size) }),
      readinessCheck: HealthCheck.exec(['bash', `${SCRIPTS_PATH}/mongo-ready.sh`], { interval: Duration.seconds(5), timeout: Duration.seconds(5) }),
      livenessCheck: HealthCheck.exec(alive, { timeout: Duration.seconds(5), failureBudget: Duration.minutes(10) }),
      // The server itself hands over when it is told to stop.
      terminationGracePeriod: Duration.minutes(2),
      sidecars: (metrics ? [exporter(this.connectionSecret)] : []).map(asSidecar),
    });
  }
}

/** Why MongoDB does not start with such a cache; an empty list means that it does. */
function cacheProblems(cache: Size): string[] {
  return cache.toMebibytes() >= LEAST_CACHE.toMebibytes() ? [] : [
    `'cache' must be at least 256 MiB, for MongoDB does not start with less, got ${cache.toMebibytes()} MiB; write 'cache: Size.mebibytes(256)'`,
  ];
}

function exporter(passwordSecret: string): Container {
  return {
    name: 'metrics',
    image: EXPORTER_IMAGE,
    args: ['--mongodb.direct-connect', '--collector.diagnosticdata', '--collector.replicasetstatus', '--collector.dbstats'],
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
    env: [
      { name: 'MONGODB_URI', value: `mongodb://127.0.0.1:${PORT}/admin` },
      { name: 'MONGODB_USER', value: 'root' },
      secretVariable('MONGODB_PASSWORD', passwordSecret, 'password'),
    ],
    securityContext: { runAsUser: EXPORTER_USER, runAsGroup: EXPORTER_USER, readOnlyRootFilesystem: true },
  };
}
