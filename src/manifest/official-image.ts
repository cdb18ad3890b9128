import { textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** A directory that an image writes its data to. */
export interface DataDirectory {
  /** First major version that does. @default - the first one */
  readonly since?: number;
  readonly directory: string;
  /** Where a volume for it is mounted. @default - at the directory */
  readonly volume?: string;
  /** The image declares no volume there. @default - it does, so a container without a mount at that very place gets an empty one of its own */
  readonly undeclared?: true;
  /** Variables and flags that name another directory. */
  readonly settings?: readonly string[];
}

/** What an official image of Docker Hub does if nobody says otherwise. Left out is what differs between its versions or tags. */
export interface OfficialImage {
  readonly data?: DataDirectory;
  /** More directories that settings name. */
  readonly others?: readonly DataDirectory[];
  /** Who its first process is: root, or a name of its own, which the kubelet cannot tell from root. */
  readonly user?: string;
  /** It begins as root, and goes on as another user. */
  readonly changesUser?: true;
  /** Directories besides its data that it must be able to write to. */
  readonly writes?: readonly string[];
  /** The image of the same program for another user than root: as such a user this one may not write where it must. */
  readonly unprivileged?: string;
  /** Where a configuration of one's own is mounted, which may say that it writes elsewhere. */
  readonly configuration?: string;
  /** Variables that name one more user of a database. Root is there already: with this name the image ends with an error. */
  readonly moreUsers?: readonly string[];
  /** TCP ports that it listens on. */
  readonly ports?: readonly number[];
  /** Directory of what it serves. Files there change no port. */
  readonly content?: string;
  /** Variables of which it wants one before it makes its first, empty database. Without any of them it ends with an error. */
  readonly setup?: readonly string[];
}

interface Row extends Omit<OfficialImage, 'data'> {
  /** The last one that holds counts. */
  readonly data?: readonly DataDirectory[];
}

const MYSQL_SETUP = ['MYSQL_ROOT_PASSWORD', 'MYSQL_ROOT_PASSWORD_FILE', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD'];
const MYSQL_DATA = [{ directory: '/var/lib/mysql', settings: ['MYSQL_DATADIR', '--datadir'] }];
const REDIS: Row = { data: [{ directory: '/data', settings: ['--dir'] }], user: 'root', ports: [6379] };
const SYSTEM: Row = { user: 'root' };

/** @see https://github.com/docker-library/official-images, which names the Dockerfile of each */
const ROWS: Readonly<Record<string, Row>> = {
  alpine: SYSTEM,
  busybox: SYSTEM,
  debian: SYSTEM,
  golang: SYSTEM,
  node: SYSTEM,
  python: SYSTEM,
  ubuntu: SYSTEM,
  cassandra: { data: [{ directory: '/var/lib/cassandra' }], user: 'root', changesUser: true, ports: [7000, 7001, 7199, 9042, 9160] },
  couchdb: { data: [{ directory: '/opt/couchdb/data' }], user: 'root', changesUser: true, ports: [4369, 5984, 9100] },
  elasticsearch: { data: [{ directory: '/usr/share/elasticsearch/data', undeclared: true }], ports: [9200, 9300] },
  httpd: { user: 'root', changesUser: true, writes: ['/usr/local/apache2/logs'], configuration: '/usr/local/apache2/conf', ports: [80], content: '/usr/local/apache2/htdocs' },
  influxdb: { data: [{ directory: '/var/lib/influxdb' }, { since: 2, directory: '/var/lib/influxdb2' }], user: 'root', ports: [8086, 8088] },
  // @see https://github.com/apache/kafka/tree/trunk/docker
  kafka: { data: [{ directory: '/tmp/kraft-combined-logs', undeclared: true, settings: ['KAFKA_LOG_DIRS'] }] },
  mariadb: {
    data: MYSQL_DATA,
    user: 'root',
    changesUser: true,
    writes: ['/run/mysqld', '/tmp'],
    configuration: '/etc/mysql',
    moreUsers: ['MARIADB_USER', 'MYSQL_USER'],
    ports: [3306],
    setup: [
      'MARIADB_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD_FILE', 'MARIADB_ROOT_PASSWORD_HASH', 'MARIADB_ROOT_PASSWORD_HASH_FILE',
      'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_RANDOM_ROOT_PASSWORD', ...MYSQL_SETUP,
    ],
  },
  memcached: { user: 'memcache', ports: [11211] },
  mongo: { data: [{ directory: '/data/db', settings: ['--dbpath'] }], user: 'root', changesUser: true, writes: ['/tmp'], ports: [27017] },
  mysql: { data: MYSQL_DATA, user: 'root', changesUser: true, writes: ['/var/run/mysqld', '/tmp'], configuration: '/etc/my.cnf', moreUsers: ['MYSQL_USER'], ports: [3306, 33060], setup: MYSQL_SETUP },
  neo4j: { data: [{ directory: '/data' }], user: 'root', changesUser: true, ports: [7473, 7474, 7687] },
  nginx: {
    user: 'root',
    changesUser: true,
    writes: ['/var/cache/nginx', '/var/run'],
    unprivileged: 'nginxinc/nginx-unprivileged',
    configuration: '/etc/nginx/nginx.conf',
    ports: [80],
    content: '/usr/share/nginx/html',
  },
  postgres: {
    data: [
      { directory: '/var/lib/postgresql/data', settings: ['PGDATA'] },
      // A directory for each version, and the volume of the image one level up.
      { since: 18, directory: '/var/lib/postgresql/18/docker', volume: '/var/lib/postgresql', settings: ['PGDATA'] },
    ],
    user: 'root',
    changesUser: true,
    writes: ['/var/run/postgresql'],
    ports: [5432],
    setup: ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', 'POSTGRES_HOST_AUTH_METHOD'],
  },
  rabbitmq: {
    data: [{ directory: '/var/lib/rabbitmq/mnesia', volume: '/var/lib/rabbitmq', settings: ['RABBITMQ_MNESIA_BASE'] }],
    user: 'root',
    changesUser: true,
    ports: [4369, 5671, 5672, 15671, 15672, 15691, 15692, 25672],
  },
  redis: REDIS,
  valkey: REDIS,
  zookeeper: {
    data: [{ directory: '/data', settings: ['ZOO_DATA_DIR'] }],
    others: [{ directory: '/datalog', settings: ['ZOO_DATA_LOG_DIR'] }],
    user: 'root',
    changesUser: true,
    ports: [2181, 2888, 3888, 8080],
  },
};

/** Images of Bitnami keep their data elsewhere. That of Redis is told `/data` by the chart. */
const BITNAMI: Readonly<Record<string, readonly DataDirectory[]>> = {
  mariadb: [{ directory: '/bitnami/mariadb/data', volume: '/bitnami/mariadb', settings: ['--datadir'] }],
  mongodb: [{ directory: '/bitnami/mongodb/data/db', volume: '/bitnami/mongodb', settings: ['--dbpath'] }],
  postgresql: [{ directory: '/bitnami/postgresql/data', volume: '/bitnami/postgresql', settings: ['PGDATA'] }],
  redis: [{ directory: '/bitnami/redis/data', settings: ['--dir'] }, { directory: '/data', settings: ['--dir'] }],
  zookeeper: [{ directory: '/bitnami/zookeeper/data', volume: '/bitnami/zookeeper', settings: ['ZOO_DATA_DIR', 'ZOO_DATA_LOG_DIR'] }],
};

const FROM_DOCKER_HUB = /^(?:docker\.io\/)?(?:library\/|valkey\/|apache\/(?=kafka\b))?([a-z0-9]+)(?::(\d+)?[^@]*)?(?:@|$)/;
const FROM_ANYWHERE = /(?:^|\/)([a-z0-9]+)(?::(\d+)?[^@/]*)?(?:@|$)/;

/** What is known of an image of Docker Hub; undefined for all others. */
export function officialImage(image: unknown): OfficialImage | undefined {
  return fromDockerHub(image);
}

// Several checks ask for the image of each container, and many containers have the same.
const fromDockerHub = oncePerKey((image: unknown) => lookedUp(image, FROM_DOCKER_HUB));

/** True if an image uses this directory anyway, by the variable or flag that names it. An image that is not known may be a copy of any that is. */
export function usesAnyway(image: unknown, setting: string, directory: string): boolean {
  return directoriesOf(image).some(usual => usual.directory === directory && usual.settings?.includes(setting));
}

/** The directories that an image of Bitnami writes its data to, of which any may be the one; undefined for all others. */
export function bitnamiData(image: unknown): readonly DataDirectory[] | undefined {
  const [, name] = /(?:^|\/)bitnami(?:legacy|secure)?\/([a-z]+)(?=[:@]|$)/.exec(textOf(image)) ?? [];
  return name !== undefined && Object.hasOwn(BITNAMI, name) ? BITNAMI[name] : undefined;
}

function directoriesOf(image: unknown): readonly DataDirectory[] {
  const ofBitnami = bitnamiData(image);
  if (ofBitnami) { return ofBitnami; }
  const known = lookedUp(image, FROM_ANYWHERE);
  return known ? [known.data ?? [], known.others ?? []].flat() : Object.values(ROWS).flatMap(({ data = [], others = [] }) => [...data, ...others]);
}

function lookedUp(image: unknown, pattern: RegExp): OfficialImage | undefined {
  const [, name, version] = typeof image === 'string' ? pattern.exec(image) ?? [] : [];
  if (name === undefined || !Object.hasOwn(ROWS, name)) { return undefined; }
  const { data = [], ...row } = ROWS[name];
  // Without a version it may be any.
  const known = version === undefined && data.length > 1 ? [] : data.filter(({ since = 0 }) => Number(version ?? 0) >= since);
  return { ...row, data: known.at(-1) };
}
