import { textOf } from '../../kubernetes/manifest';
import { UpgradeSteps, upgradeSteps } from '../../manifest/upgrade-steps';

/** Programs that keep files in a format of their own. Matched against the last part of an image's name. */
const DATABASES = [
  'postgres', 'postgresql', 'timescaledb', 'mysql', 'mysql-server', 'mariadb', 'percona-server', 'mongo', 'mongodb', 'redis', 'valkey', 'keydb',
  'cassandra', 'scylla', 'elasticsearch', 'opensearch', 'solr', 'zookeeper', 'kafka', 'rabbitmq', 'nats', 'etcd', 'neo4j', 'influxdb',
  'clickhouse', 'clickhouse-server', 'couchdb', 'cockroach', 'minio', 'consul', 'vault', 'prometheus', 'loki',
  'postgis', 'pgvector', 'mariadb-galera', 'percona-xtradb-cluster', 'percona-server-mongodb', 'mongodb-community-server', 'mongodb-enterprise-server',
  'redis-cluster', 'redis-stack', 'redis-stack-server', 'cp-kafka', 'cp-zookeeper', 'couchbase', 'arangodb', 'victoria-metrics', 'qdrant', 'weaviate',
] as const;

const NAMES: ReadonlySet<string> = new Set(DATABASES);

/** Images that are set up in the same way, by the last part of their names. */
export const FAMILIES = {
  mysql: /^(mysql|mariadb|percona)/,
  postgres: /^(postg|pgvector|timescaledb)/,
  mongo: /^(mongo|percona-server-mongodb)/,
  rabbitmq: /^rabbitmq/,
  influxdb: /^influxdb/,
} as const;

/** Images that add something to the program of another one, and read the same files. */
const EXTENDED: ReadonlyMap<string, string> = new Map([['postgis', 'postgres'], ['pgvector', 'postgres'], ['timescaledb', 'postgres']]);

/** These are numbered by themselves, and say the version of the program behind `pg`. */
const NAMES_PROGRAM_VERSION = /^(pgvector|timescaledb)$/;

/** The releases of Debian by which images are tagged. */
const DEBIAN = /\b(?:stretch|buster|bullseye|bookworm|trixie|debian-\d+)\b/;

/** The last Redis whose files Valkey reads: it was made from it. */
const READ_BY_VALKEY = [7, 2];

interface Image {
  readonly name: string;
  /** The name of the image that keeps its files in the same way. */
  readonly program: string;
  readonly version: readonly number[];
  /** True if no version is asked for. */
  readonly isFloating: boolean;
  readonly isAlpine: boolean;
  /** The release of Debian, if the tag says it. */
  readonly debian?: string;
}

/** `redis:7.2` of `registry:5000/lib/redis:7.2@sha256:...`. */
export function lastSegment(image: unknown): string {
  const [reference] = textOf(image).split('@');
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** True for an image of a program that keeps files in a format of its own. */
export function isDatabase(image: unknown): boolean {
  return parse(image) !== undefined;
}

function parse(image: unknown): Image | undefined {
  const [, digest] = textOf(image).split('@');
  const last = lastSegment(image);
  const [name, tag = ''] = last.split(':');
  const match = (NAMES_PROGRAM_VERSION.test(name) ? /pg(\d+)(?:\.(\d+))?/ : /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/).exec(tag);
  if (!NAMES.has(name)) { return undefined; }
  return {
    name,
    program: EXTENDED.get(name) ?? name,
    version: match ? match.slice(1).filter(part => part !== undefined).map(Number) : [],
    isFloating: digest === undefined && (tag === '' || tag.startsWith('latest')),
    isAlpine: tag.includes('alpine') || name === 'timescaledb',
    debian: DEBIAN.exec(tag)?.[0],
  };
}

/** What is dangerous about an image on the data of another. */
export interface ImageDanger {
  readonly message: string;
  /** @default - that of the rule */
  readonly fix?: string;
}

/** What is dangerous about running the second image on the data of the first; undefined if nothing is known to be. */
export function databaseUpgrade(before: unknown, after: unknown): ImageDanger | undefined {
  if (before === after) { return undefined; }
  const [old, next] = [parse(before), parse(after)];
  if (!old || !next) { return undefined; }
  if (old.program !== next.program) { return otherProgramDanger(old, next); }
  if (old.name !== next.name && EXTENDED.has(old.name)) {
    return { message: `${old.name} is replaced by ${next.name}, which does not have its extension: tables and functions that use it fail`, fix: 'stay; or take the extension out of every database first (DROP EXTENSION)' };
  }
  if (old.version.length > 0 && next.version.length === 0 && next.isFloating) {
    return { message: `${old.name} ${old.version.join('.')} → whatever version is the latest: it may be another major version, which refuses the files or changes them for good` };
  }
  if (old.version.length === 0 || next.version.length === 0) { return undefined; }
  if (old.program === 'postgres' && old.isAlpine !== next.isAlpine) {
    return { message: `${old.name} on another system: Alpine sorts text in another way and runs as another user, so indexes are wrong and files may not be read` };
  }
  return versionDanger(old, next) ?? collationDanger(old, next);
}

function otherProgramDanger(old: Image, next: Image): ImageDanger | undefined {
  if (old.name !== 'redis' || next.name !== 'valkey' || old.version.length < 2) { return { message: `${old.name} is replaced by ${next.name}, which reads other files` }; }
  if (compare(old.version, READ_BY_VALKEY) <= 0) { return undefined; }
  return {
    message: `valkey reads the files of Redis up to ${READ_BY_VALKEY.join('.')}, and not those that redis ${old.version.join('.')} wrote`,
    fix: 'stay; or start an empty valkey beside it and copy the keys over the network (RedisShake, or the application)',
  };
}

/** PostgreSQL sorts text as the C library of its system does, and its indexes are in that order. */
function collationDanger(old: Image, next: Image): ImageDanger | undefined {
  if (!/^postgres(ql)?$/.test(old.program) || !old.debian || !next.debian || old.debian === next.debian) { return undefined; }
  return {
    message: `${old.name} on another Debian (${old.debian} → ${next.debian}): its C library may sort text in another way, and indexes on text that were made before may be wrong (collation version mismatch)`,
    fix: 'stay on the release of Debian; or run REINDEX DATABASE and ALTER DATABASE ... REFRESH COLLATION VERSION in every database right after it',
  };
}

function versionDanger(old: Image, next: Image): ImageDanger | undefined {
  const change = `${old.name} ${old.version.join('.')} → ${next.version.join('.')}`;
  const steps = upgradeSteps(old.program, old.version, next.version);
  if (steps) { return stepDanger(change, next, steps); }
  const isBack = compare(old.version, next.version) > 0;
  if (major(old) !== major(next) && !isBack) { return { message: `${change} is a major version: it may refuse the files of the old one, or change them for good` }; }
  return isBack ? { message: `${change} goes back: an older version may not read what a newer one wrote`, fix: 'stay, or restore a backup that the older version made' } : undefined;
}

function stepDanger(change: string, next: Image, { between, first, converted }: UpgradeSteps): ImageDanger {
  if (converted !== undefined) { return { message: `${change} is a major version: the server refuses the files of another one`, fix: `back up; then ${converted}` }; }
  if (between.length === 0) { return { message: `${change} does not come up unless something is done before: ${first}`, fix: 'back up, and do it while the old version runs' }; }
  const releases = between.join(', ');
  return {
    message: `${change} skips ${releases}: the files are read only by a release that follows the one that wrote them`,
    fix: `back up; then update to ${releases.replaceAll(', ', ', then ')}, then ${next.version.join('.')}, each when all members run the one before${first ? `. Before each step, ${first}` : ''}`,
  };
}

/** Programs whose major versions have two numbers, such as MySQL 8.0 and 8.4. */
const SERIES: ReadonlySet<string> = new Set([
  'mysql', 'mysql-server', 'percona-server', 'percona-xtradb-cluster', 'mariadb', 'mariadb-galera',
  'mongo', 'mongodb', 'mongodb-community-server', 'mongodb-enterprise-server', 'percona-server-mongodb', 'cassandra', 'cockroach',
]);

/** Up to 9 the second number of PostgreSQL belongs to the major version as well. */
function major({ name, version: [first, second] }: Image): string {
  const twoNumbers = SERIES.has(name) || (name.startsWith('postg') && first < 10);
  return twoNumbers && second !== undefined ? `${first}.${second}` : String(first);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a[index] !== b[index]) { return a[index] - b[index]; }
  }
  return 0;
}
