import { App, Chart, Size } from 'cdk8s';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { Namespace } from '../../../src/constructs/namespace';
import { LiveObject } from '../live-object';

/** What a client says to it, in a shell. */
export interface Line {
  readonly what: string;
  readonly shell: string;
}

/** Where clients find a database. */
export interface Access {
  readonly host: string;
  readonly passwordSecret: string;
}

/** A database that `npm run kubernetes -- try` starts, in a namespace of its own name. */
export interface TrialDatabase {
  readonly name: string;
  /** The variable in which its client looks for the password. */
  readonly password: string;
  /** Other variables of the client. */
  readonly env?: Readonly<Record<string, string>>;
  /** Each reaches it by its Service, whose name is `$DATABASE`. The last one reads. They may be said again. */
  readonly lines: readonly Line[];
  /** Writes it down, as a program of one's own does, and says where clients find it. */
  declare(chart: Chart): Access;
}

/** Of the StatefulSet, and of the Service for clients. */
export const SET = 'db';
export const MEMBERS = 3;

/** All fit on a laptop. */
const small = (mebibytes: number) => ({ replicas: MEMBERS, memory: Size.mebibytes(mebibytes), size: Size.gibibytes(4) });

/** In this order they are shown. */
export const TRIAL_DATABASES: readonly TrialDatabase[] = [{
  name: 'postgresql',
  declare: chart => {
    const { primaryHost, passwordSecret } = new PostgreSqlCluster(chart, SET, small(512));
    return { host: primaryHost, passwordSecret };
  },
  password: 'PGPASSWORD',
  env: { PGUSER: 'postgres', PGCONNECT_TIMEOUT: '5' },
  lines: [
    { what: 'creates a table', shell: 'psql --quiet --host="$DATABASE" --command="CREATE TABLE IF NOT EXISTS visits (at timestamptz PRIMARY KEY)"' },
    { what: 'writes a row', shell: 'psql --host="$DATABASE" --command="INSERT INTO visits VALUES (now())"' },
    { what: 'reads all rows', shell: 'psql --host="$DATABASE" --command="SELECT * FROM visits"' },
  ],
}, {
  name: 'mariadb',
  declare: chart => new MariaDbReplication(chart, SET, small(1152)),
  password: 'MYSQL_PWD',
  lines: [
    { what: 'creates a database', shell: 'mariadb --user=root --host="$DATABASE" --execute="CREATE DATABASE IF NOT EXISTS shop"' },
    { what: 'creates a table', shell: 'mariadb --user=root --host="$DATABASE" --execute="CREATE TABLE IF NOT EXISTS shop.visits (at TIMESTAMP(6) PRIMARY KEY)"' },
    { what: 'writes a row', shell: 'mariadb --user=root --host="$DATABASE" --verbose --execute="INSERT INTO shop.visits VALUES (NOW(6))"' },
    { what: 'reads all rows', shell: 'mariadb --user=root --host="$DATABASE" --table --execute="SELECT * FROM shop.visits"' },
  ],
}, {
  name: 'redis',
  declare: chart => {
    const { primaryHost, passwordSecret } = new RedisReplication(chart, SET, small(256));
    return { host: primaryHost, passwordSecret };
  },
  password: 'REDISCLI_AUTH',
  lines: [
    { what: 'writes an entry', shell: 'redis-cli -h "$DATABASE" RPUSH visits "$(date -u +%FT%TZ)"' },
    { what: 'reads all entries', shell: 'redis-cli -h "$DATABASE" LRANGE visits 0 -1' },
  ],
}];

/** The objects of a database, with its namespace, and where clients find it. */
export function trialOf({ name, declare }: TrialDatabase): Access & { readonly manifests: LiveObject[] } {
  const chart = new Chart(new App(), name, { namespace: name });
  new Namespace(chart, name);
  const { host, passwordSecret } = declare(chart);
  return { manifests: chart.toJson(), host, passwordSecret };
}

export function trialDatabase(name = TRIAL_DATABASES[0].name): TrialDatabase {
  const database = TRIAL_DATABASES.find(one => one.name === name);
  if (!database) { throw new Error(`There is no '${name}' to try, but these: ${TRIAL_DATABASES.map(one => one.name).join(', ')}`); }
  return database;
}
