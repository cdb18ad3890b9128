/** Programs that keep files in a format of their own. Matched against the last part of an image's name. */
const DATABASES = [
  'postgres', 'postgresql', 'timescaledb', 'mysql', 'mysql-server', 'mariadb', 'percona-server', 'mongo', 'mongodb', 'redis', 'valkey', 'keydb',
  'cassandra', 'scylla', 'elasticsearch', 'opensearch', 'solr', 'zookeeper', 'kafka', 'rabbitmq', 'nats', 'etcd', 'neo4j', 'influxdb',
  'clickhouse', 'clickhouse-server', 'couchdb', 'cockroach', 'minio', 'consul', 'vault', 'prometheus', 'loki',
] as const;

const NAMES: ReadonlySet<string> = new Set(DATABASES);

interface Image {
  readonly name: string;
  readonly version: readonly number[];
}

function parse(image: unknown): Image | undefined {
  const [reference] = String(image ?? '').split('@');
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  const [name, tag = ''] = last.split(':');
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(tag);
  if (!NAMES.has(name)) { return undefined; }
  return { name, version: match ? match.slice(1).filter(part => part !== undefined).map(Number) : [] };
}

/** What is dangerous about running the second image on the data of the first; undefined if nothing is known to be. */
export function databaseUpgrade(before: unknown, after: unknown): string | undefined {
  if (before === after) { return undefined; }
  const [old, next] = [parse(before), parse(after)];
  if (!old || !next) { return undefined; }
  if (old.name !== next.name) { return `${old.name} is replaced by ${next.name}, which reads other files`; }
  if (old.version.length === 0 || next.version.length === 0) { return undefined; }
  const [from, to] = [old.version.join('.'), next.version.join('.')];
  if (major(old) !== major(next)) { return `${old.name} ${from} → ${to} is a major version: it may refuse the files of the old one, or change them for good`; }
  return compare(old.version, next.version) > 0 ? `${old.name} ${from} → ${to} goes back: an older version may not read what a newer one wrote` : undefined;
}

/** Up to 9 the second number of PostgreSQL belongs to the major version; MySQL's and MariaDB's series are two numbers as well. */
function major({ name, version: [first, second] }: Image): string {
  const twoNumbers = name.startsWith('mysql') || (name.startsWith('postgres') && first < 10);
  return twoNumbers && second !== undefined ? `${first}.${second}` : String(first);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a[index] !== b[index]) { return a[index] - b[index]; }
  }
  return 0;
}
