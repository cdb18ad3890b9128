/** What is known of a container of such a chart, for what cannot be said without it. */
export interface ChartFacts {
  /** Value of a variable of the container, as text. */
  readonly variable: (name: string) => string | undefined;
  /** Whether a password for this variable was found. */
  readonly hasPassword: (variable: string) => boolean;
  /** Paths that are mounted from a ConfigMap and are still there. */
  readonly mounted: (path: string) => boolean;
}

/**
 * A database as the Bitnami chart runs it, whose image is not published any more, and as its official image runs it on the
 * same data. Facts of the charts and images alone: `moved-chart.ts` does the work.
 *
 * @see https://github.com/bitnami/charts/issues/35164
 */
export interface ChartProfile {
  /** Last part of the chart's image, and its `app.kubernetes.io/name`. */
  readonly name: string;
  /** The official image, and how many numbers of a version its tags have. */
  readonly image: string;
  readonly numbers: number;
  /** `app.kubernetes.io/component` of the pods that can move. @default - any */
  readonly components?: readonly string[];
  /** Why others cannot. */
  readonly otherwise?: string;
  /** Variables of setups that scripts of the chart's image make, with the values that do not, and why these cannot move. */
  readonly refused: readonly { readonly variable: string; readonly unless: readonly string[]; readonly why: string }[];
  /** Where the chart mounts the claim, and the directory of the data in it. Both stay: the official image is told. */
  readonly volume: string;
  readonly directory: string;
  /** Passwords: the variable of the official image, the chart's variable, and the keys of the chart's Secret, the first that is there. */
  readonly passwords: readonly { readonly variable: string; readonly was: string; readonly keys: readonly string[] }[];
  /** Variables that stay, by the chart's name. */
  readonly variables: Readonly<Record<string, string>>;
  /** More variables. */
  readonly settings?: (facts: ChartFacts) => Readonly<Record<string, string>>;
  readonly args: (facts: ChartFacts) => readonly string[];
  /** Mounts of the chart that stay, by the beginning of their path. */
  readonly mounts?: readonly string[];
  /** Directories that the image writes to besides. */
  readonly scratch: readonly string[];
  /** Files that it needs, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** How to ask whether it works. */
  readonly probe: { readonly command: readonly string[] } | { readonly port: number };
  /** What else changes, or does not. */
  readonly notes: readonly string[];
  /** Commands of the plan, to run in the old pod and in the new one. */
  readonly dump: string;
  readonly version: string;
  readonly look: string;
  /** Steps after the move. */
  readonly after?: readonly string[];
}

const YES = ['no', 'false', '0', ''];
const TLS = 'its TLS is set up by scripts of the old image';

export const CHART_PROFILES: readonly ChartProfile[] = [
  {
    name: 'postgresql',
    image: 'postgres',
    numbers: 2,
    components: ['primary'],
    otherwise: 'scripts of the old image make it follow its primary; remove the read replicas first, and set up replication anew afterwards',
    refused: [
      { variable: 'POSTGRESQL_ENABLE_TLS', unless: YES, why: TLS },
      { variable: 'POSTGRESQL_ENABLE_LDAP', unless: YES, why: 'its LDAP is set up by scripts of the old image' },
      { variable: 'POSTGRES_REPLICATION_MODE', unless: [], why: 'scripts of the old image make it the primary of a replication' },
    ],
    volume: '/bitnami/postgresql',
    directory: '/bitnami/postgresql/data',
    passwords: [{ variable: 'POSTGRES_PASSWORD', was: 'POSTGRES_PASSWORD', keys: ['password', 'postgres-password', 'postgresql-password'] }],
    variables: { POSTGRES_USER: 'POSTGRES_USER', POSTGRESQL_USERNAME: 'POSTGRES_USER', POSTGRES_DATABASE: 'POSTGRES_DB', POSTGRES_DB: 'POSTGRES_DB', POSTGRESQL_DATABASE: 'POSTGRES_DB' },
    settings: () => ({ PGDATA: '/bitnami/postgresql/data' }),
    args: () => ['-c', 'config_file=/usr/share/postgresql/postgresql.conf.sample', '-c', 'hba_file=/etc/postgresql/pg_hba.conf', '-c', 'ident_file=/etc/postgresql/pg_ident.conf'],
    scratch: ['/var/run/postgresql', '/tmp'],
    files: {
      '/etc/postgresql/pg_hba.conf': 'local all all md5\nhost all all all md5\nlocal replication all md5\nhost replication all all md5\n',
      '/etc/postgresql/pg_ident.conf': '# No names are mapped.\n',
    },
    probe: { command: ['pg_isready', '--host', '127.0.0.1', '--port', '5432'] },
    notes: [
      'postgresql.conf and pg_hba.conf are not among the data of the old image: the sample of the official image is used, and a pg_hba.conf that asks everybody for a password. Settings of your own, in values of the chart or ALTER SYSTEM, stand in postgresql.auto.conf or have to be given as arguments: -c max_connections=200',
      'pgaudit and other extensions of the old image are not in the official one: DROP EXTENSION those that SELECT * FROM pg_extension shows, before',
    ],
    dump: 'sh -c \'PGPASSWORD="${POSTGRES_POSTGRES_PASSWORD:-${POSTGRES_PASSWORD:-$(cat "${POSTGRES_POSTGRES_PASSWORD_FILE:-$POSTGRES_PASSWORD_FILE}")}}" pg_dumpall --username postgres --file /tmp/dump.sql\'',
    version: 'postgres --version',
    look: 'sh -c \'PGPASSWORD="$POSTGRES_PASSWORD" psql --username "${POSTGRES_USER:-postgres}" --list\'',
    after: ['The C library of the images differs, and with it the order of texts. In each database: REINDEX DATABASE <name>; ALTER DATABASE <name> REFRESH COLLATION VERSION;'],
  },
  {
    name: 'redis',
    image: 'redis',
    numbers: 3,
    components: ['master', 'replica'],
    otherwise: 'Sentinel and the scripts of the old image decide which pod is the primary; make a RedisReplication beside it, and copy the keys',
    refused: [{ variable: 'REDIS_TLS_ENABLED', unless: YES, why: TLS }],
    volume: '/data',
    directory: '/data',
    passwords: [
      { variable: 'REDIS_PASSWORD', was: 'REDIS_PASSWORD', keys: ['redis-password'] },
      { variable: 'REDIS_MASTER_PASSWORD', was: 'REDIS_MASTER_PASSWORD', keys: ['redis-password'] },
    ],
    variables: {},
    args: ({ variable, hasPassword, mounted }) => [
      '--dir', '/data', '--port', variable('REDIS_PORT') ?? '6379',
      ...hasPassword('REDIS_PASSWORD') ? ['--requirepass', '$(REDIS_PASSWORD)', '--masterauth', hasPassword('REDIS_MASTER_PASSWORD') ? '$(REDIS_MASTER_PASSWORD)' : '$(REDIS_PASSWORD)'] : ['--protected-mode', 'no'],
      ...variable('REDIS_MASTER_HOST') ? ['--replicaof', variable('REDIS_MASTER_HOST')!, variable('REDIS_MASTER_PORT_NUMBER') ?? '6379'] : [],
      // How the data is written, a log or dumps, must stay: the other one would be loaded instead, and is empty.
      ...mounted('/opt/bitnami/redis/mounted-etc') ? ['--include', '/opt/bitnami/redis/mounted-etc/redis.conf'] : ['--appendonly', 'yes', '--save', ''],
    ],
    mounts: ['/opt/bitnami/redis/mounted-etc'],
    scratch: ['/tmp'],
    probe: { port: 6379 },
    notes: ['the configuration of the chart is read as before, so the data is written and read in the same form; commands that master.conf or replica.conf disabled are there again'],
    dump: 'sh -c \'REDISCLI_AUTH="${REDIS_PASSWORD:-$(cat "$REDIS_PASSWORD_FILE")}" redis-cli --rdb /tmp/dump.rdb\'',
    version: 'redis-server --version',
    look: 'sh -c \'REDISCLI_AUTH="$REDIS_PASSWORD" redis-cli info keyspace\'',
  },
  {
    name: 'mariadb',
    image: 'mariadb',
    numbers: 3,
    components: ['primary'],
    otherwise: 'scripts of the old image make it follow its primary; remove the secondaries first, and set up replication anew afterwards',
    refused: [
      { variable: 'MARIADB_ENABLE_SSL', unless: YES, why: TLS },
      { variable: 'MARIADB_REPLICATION_MODE', unless: [], why: 'scripts of the old image make it the primary of a replication' },
    ],
    volume: '/bitnami/mariadb',
    directory: '/bitnami/mariadb/data',
    passwords: [
      { variable: 'MARIADB_ROOT_PASSWORD', was: 'MARIADB_ROOT_PASSWORD', keys: ['mariadb-root-password'] },
      { variable: 'MARIADB_PASSWORD', was: 'MARIADB_PASSWORD', keys: ['mariadb-password'] },
    ],
    variables: { MARIADB_USER: 'MARIADB_USER', MARIADB_DATABASE: 'MARIADB_DATABASE' },
    args: () => ['--datadir=/bitnami/mariadb/data', '--character-set-server=utf8mb3', '--collation-server=utf8mb3_general_ci', '--max-allowed-packet=16M', '--skip-name-resolve'],
    scratch: ['/run/mysqld', '/tmp'],
    probe: { port: 3306 },
    notes: ['the my.cnf of the chart names directories of the old image and is not read; its usual settings are arguments, others have to be added there'],
    dump: 'sh -c \'mariadb-dump --user root --password="${MARIADB_ROOT_PASSWORD:-$(cat "$MARIADB_ROOT_PASSWORD_FILE")}" --all-databases --single-transaction --result-file /tmp/dump.sql\'',
    version: 'mariadbd --version',
    look: 'sh -c \'mariadb --user root --password="$MARIADB_ROOT_PASSWORD" --execute "SHOW DATABASES"\'',
  },
  {
    name: 'mongodb',
    image: 'mongo',
    numbers: 3,
    components: ['mongodb'],
    otherwise: 'it is a part of a replica set',
    refused: [
      { variable: 'MONGODB_REPLICA_SET_MODE', unless: [], why: 'scripts of the old image write the key by which members of a replica set know each other' },
      { variable: 'MONGODB_EXTRA_FLAGS', unless: [''], why: 'only scripts of the old image read MONGODB_EXTRA_FLAGS' },
    ],
    volume: '/bitnami/mongodb',
    directory: '/bitnami/mongodb/data/db',
    passwords: [{ variable: 'MONGO_INITDB_ROOT_PASSWORD', was: 'MONGODB_ROOT_PASSWORD', keys: ['mongodb-root-password'] }],
    variables: { MONGODB_DATABASE: 'MONGO_INITDB_DATABASE' },
    settings: ({ variable, hasPassword }): Record<string, string> => hasPassword('MONGO_INITDB_ROOT_PASSWORD') ? { MONGO_INITDB_ROOT_USERNAME: variable('MONGODB_ROOT_USER') ?? 'root' } : {},
    args: ({ variable, hasPassword }) => [
      '--dbpath', '/bitnami/mongodb/data/db', '--bind_ip_all', ...hasPassword('MONGO_INITDB_ROOT_PASSWORD') ? ['--auth'] : [],
      // A server refuses data that was written otherwise.
      ...YES.includes(variable('MONGODB_ENABLE_DIRECTORY_PER_DB') ?? '') ? [] : ['--directoryperdb'],
    ],
    scratch: ['/data/configdb', '/tmp'],
    probe: { port: 27017 },
    notes: ['a mongodb.conf of your own names directories of the old image and is not read; its settings have to be arguments'],
    dump: 'sh -c \'mongodump --username "${MONGODB_ROOT_USER:-root}" --password "${MONGODB_ROOT_PASSWORD:-$(cat "$MONGODB_ROOT_PASSWORD_FILE")}" --authenticationDatabase admin --archive=/tmp/dump\'',
    version: 'mongod --version',
    look: 'sh -c \'mongosh --quiet --username "$MONGO_INITDB_ROOT_USERNAME" --password "$MONGO_INITDB_ROOT_PASSWORD" --eval "show dbs"\'',
  },
  {
    name: 'zookeeper',
    image: 'zookeeper',
    numbers: 3,
    refused: [
      { variable: 'ZOO_ENABLE_AUTH', unless: YES, why: 'its passwords are written into files by scripts of the old image' },
      { variable: 'ZOO_ENABLE_QUORUM_AUTH', unless: YES, why: 'its passwords are written into files by scripts of the old image' },
      { variable: 'ZOO_TLS_CLIENT_ENABLE', unless: YES, why: TLS },
      { variable: 'ZOO_TLS_QUORUM_ENABLE', unless: YES, why: TLS },
      { variable: 'ZOO_DATA_LOG_DIR', unless: [''], why: 'its transaction logs have a directory of their own' },
    ],
    volume: '/bitnami/zookeeper',
    directory: '/bitnami/zookeeper/data',
    passwords: [],
    variables: {
      ZOO_TICK_TIME: 'ZOO_TICK_TIME',
      ZOO_INIT_LIMIT: 'ZOO_INIT_LIMIT',
      ZOO_SYNC_LIMIT: 'ZOO_SYNC_LIMIT',
      ZOO_MAX_CLIENT_CNXNS: 'ZOO_MAX_CLIENT_CNXNS',
      ZOO_4LW_COMMANDS_WHITELIST: 'ZOO_4LW_COMMANDS_WHITELIST',
      ZOO_AUTOPURGE_INTERVAL: 'ZOO_AUTOPURGE_PURGEINTERVAL',
      ZOO_AUTOPURGE_RETAIN_COUNT: 'ZOO_AUTOPURGE_SNAPRETAINCOUNT',
      JVMFLAGS: 'JVMFLAGS',
    },
    settings: ({ variable }) => ({
      ZOO_DATA_DIR: '/bitnami/zookeeper/data',
      ZOO_DATA_LOG_DIR: '/bitnami/zookeeper/data',
      ...serversOf(variable('ZOO_SERVERS') ?? '', variable('ZOO_PORT_NUMBER') ?? '2181'),
    }),
    args: () => [],
    scratch: ['/conf', '/logs', '/tmp'],
    files: {
      '/conf/logback.xml': '<configuration>\n  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">\n    <encoder><pattern>%d{ISO8601} %-5p [%t] %c{1}: %m%n</pattern></encoder>\n  </appender>\n  <root level="INFO"><appender-ref ref="CONSOLE"/></root>\n</configuration>\n',
    },
    probe: { port: 2181 },
    notes: ['each member keeps its id, which is in the file myid of its claim; a member that is added needs one in its claim before it starts'],
    dump: 'sh -c "tar -cf /tmp/dump.tar /bitnami/zookeeper/data"',
    version: 'sh -c "ls /opt/bitnami/zookeeper/lib | grep ^zookeeper-[0-9]"',
    look: 'zkServer.sh status',
  },
];

/** `a:2888:3888::1 b:2888:3888::2` is `server.1=a:2888:3888;2181 server.2=b:2888:3888;2181` for the official image. */
function serversOf(servers: string, port: string): Record<string, string> {
  const found = [...servers.matchAll(/([^\s,;]+:\d+:\d+)::(\d+)/g)];
  return found.length > 1 ? { ZOO_SERVERS: found.map(([, address, id]) => `server.${id}=${address};${port}`).join(' ') } : {};
}
