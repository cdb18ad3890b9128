/** Who connects to a port of a database. `members` and `exporters` are its own pods. */
export type Actor = 'members' | 'clients' | 'backups' | 'poolers' | 'exporters' | 'scrapers';

/** A port of a database: NetworkPolicies are built of these, and docs/database-ports.md. */
export interface DatabasePort {
  readonly port: number;
  /** What it is for, in words. */
  readonly use: string;
  /** Who may connect; nobody else may. */
  readonly from: readonly Actor[];
  /** Whose pods listen on it, where they are not the members. */
  readonly of?: 'exporters';
  /** Which prop opens it, if it is not always open. */
  readonly with?: 'tlsSecret' | 'metrics';
  /** True if the engine itself asks nobody who connects there, but for a certificate with `tlsSecret`. */
  readonly trusting?: true;
}

const exporter = (port: number): DatabasePort => ({ port, use: 'metrics', from: ['scrapers'], of: 'exporters', with: 'metrics' });

/** The ports of every preset, by the name of its class. */
export const DATABASE_PORTS = {
  RedisReplication: [
    { port: 6379, use: 'the server itself: copies, reading, and commands of Sentinels', from: ['members', 'clients', 'backups', 'exporters'] },
    { port: 6380, use: 'the proxy that leads to the primary', from: ['clients'] },
    { port: 26379, use: 'Sentinel', from: ['members', 'clients'] },
    exporter(9121),
  ],
  ZooKeeperEnsemble: [
    { port: 2180, use: 'a member says that it is empty', from: ['members'] },
    { port: 2181, use: 'clients; members ask what others know', from: ['members', 'clients'] },
    { port: 2281, use: 'clients with TLS', from: ['clients'], with: 'tlsSecret' },
    { port: 2888, use: 'followers of the leader', from: ['members'] },
    { port: 3888, use: 'votes', from: ['members'] },
    { port: 7000, use: 'metrics', from: ['scrapers'], with: 'metrics' },
  ],
  MariaDbReplication: [
    { port: 3306, use: 'the server itself', from: ['clients', 'backups', 'exporters'] },
    { port: 4444, use: 'Galera: a copy of all data', from: ['members'], trusting: true },
    { port: 4567, use: 'Galera: transactions', from: ['members'], trusting: true },
    { port: 4568, use: 'Galera: what a member missed', from: ['members'], trusting: true },
    { port: 4569, use: 'members tell where they stand', from: ['members'] },
    exporter(9104),
  ],
  MySqlReplication: [
    { port: 3306, use: 'the server itself, and all that members tell each other', from: ['members', 'clients', 'backups', 'exporters'] },
    { port: 3307, use: 'the proxy that leads to the primary', from: ['clients'] },
    exporter(9104),
  ],
  MongoReplicaSet: [
    { port: 27017, use: 'the server itself, and all that members tell each other', from: ['members', 'clients', 'backups', 'exporters'] },
    exporter(9216),
  ],
  PostgreSqlCluster: [
    { port: 5432, use: 'the server itself: clients of one member, and those that follow it', from: ['members', 'clients', 'backups', 'exporters'] },
    { port: 5433, use: 'the proxy that leads to the primary', from: ['clients', 'backups', 'poolers'] },
    { port: 5434, use: 'the proxy that leads to members that only read', from: ['clients', 'poolers'] },
    { port: 8008, use: 'members, proxies and backups ask where a member stands', from: ['members', 'backups'] },
    exporter(9187),
  ],
  CassandraRing: [
    { port: 7000, use: 'all that members tell each other', from: ['members'], trusting: true },
    { port: 7070, use: 'members tell what they know of the ring', from: ['members'] },
    { port: 8080, use: 'metrics', from: ['scrapers'], with: 'metrics' },
    { port: 9042, use: 'the server itself', from: ['clients'] },
  ],
  RabbitMqCluster: [
    { port: 4369, use: 'Erlang: on which port a member listens', from: ['members'] },
    { port: 5671, use: 'clients with TLS', from: ['clients'], with: 'tlsSecret' },
    { port: 5672, use: 'clients, without TLS', from: ['clients'] },
    { port: 15692, use: 'metrics', from: ['scrapers'], with: 'metrics' },
    { port: 25672, use: 'all that members tell each other', from: ['members'] },
  ],
} as const satisfies Readonly<Record<string, readonly DatabasePort[]>>;

/** The name of a preset's class. */
export type PresetName = keyof typeof DATABASE_PORTS;
