import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkPod } from './network-pod';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { Backup } from '../../../src/constructs/databases/backup';
import { CassandraRing } from '../../../src/constructs/databases/cassandra/cassandra-ring';
import { DatabaseNetworkPolicy } from '../../../src/constructs/databases/database-network-policy';
import { DatabaseProps } from '../../../src/constructs/databases/database-props';
import { IDumpable } from '../../../src/constructs/databases/dump-method';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { MongoReplicaSet } from '../../../src/constructs/databases/mongo/mongo-replica-set';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { Actor, DATABASE_PORTS, DatabasePort, PresetName } from '../../../src/constructs/databases/ports';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { RabbitMqCluster } from '../../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { podTemplateOf } from '../../../src/kubernetes/workload';

type Preset = new (scope: Construct, id: string, props?: DatabaseProps) => Construct & { readonly name: string };
const PRESETS: Readonly<Record<PresetName, Preset>> = {
  RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet, PostgreSqlCluster, RabbitMqCluster, CassandraRing,
};

/** Each listens there, and nobody may connect. */
const OF_NO_PRESET = 10250;
const CONTAINER = 'network';

/** Which kind of object makes the pods of an actor, of those that are the database's own. */
const KINDS = { members: 'StatefulSet', exporters: 'Deployment', backups: 'CronJob' } as const;
type OwnActor = keyof typeof KINDS;
export type Listener = NonNullable<DatabasePort['of']> | 'members';
const LISTENERS: readonly Listener[] = ['members', 'exporters'];

/** A pod in the place of one of a database: it has the same labels. */
export interface StandIn<Who> {
  readonly who: Who;
  readonly pod: NetworkPod;
  readonly manifest: object;
}

/**
 * A preset with TLS and metrics, and pods in the place of its own, which listen at all ports that stand in docs/database-ports.md. Policies look
 * at labels and ports alone, and the images of some engines cannot be had on these nodes.
 */
export class PresetPods {
  /** The members that are asked and, where there are any, the exporters. */
  public readonly listeners: ReadonlyArray<StandIn<Listener>>;

  /** Pods of the database that ask. */
  public readonly askers: ReadonlyArray<StandIn<Actor>>;

  private readonly ports: readonly DatabasePort[];

  constructor(private readonly kubectl: Kubectl, private readonly namespace: string, private readonly preset: PresetName) {
    this.ports = DATABASE_PORTS[preset];
    this.askers = (Object.keys(KINDS) as OwnActor[]).flatMap(actor => this.standIn(actor, `${actor}-ask`));
    this.listeners = LISTENERS.flatMap(who => this.standIn(who, who, [...this.portsOf(who).map(({ port }) => port), OF_NO_PRESET]));
  }

  public policies(networkPolicy?: DatabaseNetworkPolicy): LiveObject[] {
    return this.synth(networkPolicy).filter(({ kind }) => kind === 'NetworkPolicy');
  }

  /** Ports at which any of these gets an answer, by the table. */
  public open(listener: Listener, actors: readonly string[]): number[] {
    return this.portsOf(listener).filter(({ from }) => from.some(actor => actors.includes(actor))).map(({ port }) => port);
  }

  private portsOf(listener: Listener): DatabasePort[] {
    return this.ports.filter(({ of = 'members' }) => of === listener);
  }

  /** None where the preset has no pods of this kind. */
  private standIn<Who extends OwnActor>(who: Who, suffix: string, ports?: readonly number[]): StandIn<Who>[] {
    const manifest = this.synth().find(({ kind }) => kind === KINDS[who]);
    if (!manifest) { return []; }
    const pod = new NetworkPod(this.kubectl, this.namespace, `${this.preset.toLowerCase()}-${suffix}`, CONTAINER, ports);
    return [{ who, pod, manifest: pod.manifest(podTemplateOf(manifest)!.metadata!.labels as Record<string, string>) }];
  }

  private synth(networkPolicy?: DatabaseNetworkPolicy): LiveObject[] {
    const chart = new Chart(Testing.app(), 'chart', { namespace: this.namespace });
    const database = new PRESETS[this.preset](chart, this.preset.toLowerCase(), { tlsSecret: 'tls', metrics: true, networkPolicy });
    if (isDumpable(database)) { new Backup(chart, `${database.name}-backup`, { database }); }
    return Testing.synth(chart);
  }
}

function isDumpable(database: object): database is IDumpable {
  return 'dumpMethod' in database;
}
