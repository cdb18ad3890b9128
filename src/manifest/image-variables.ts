import { isTagSince } from './official-tag';
import { repositoryOf } from '../kubernetes/image';
import { textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** A value that the entry point of an image takes, and what it wants in words. */
export interface WantedValue {
  readonly variable: string;
  readonly fits: RegExp;
  readonly wants: string;
  /** With another value. @default - it ends with an error */
  readonly otherwise?: string;
  /** A variable that may say the same. */
  readonly unless?: string;
}

/** What the entry point of an image does with environment variables. */
export interface ImageVariables {
  /** Of each group it wants one before it makes its first, empty data. Without it, it ends with an error. */
  readonly needs?: readonly (readonly string[])[];
  /** It wants them only if one of these is set. @default - always */
  readonly needsIf?: readonly string[];
  /** Files that say the same, by where they are mounted. */
  readonly orFile?: RegExp;
  /** What to write for them. @default - their names */
  readonly as?: string;
  /** With both the variable and that of the same name with `_FILE` it ends with an error. */
  readonly exclusive?: readonly string[];
  /** With one of these it ends with an error; what to write in its place. */
  readonly refused?: Readonly<Record<string, string>>;
  /** With another value it ends with an error. */
  readonly values?: readonly WantedValue[];
  /** Names that people write and it does not read, and what to write. */
  readonly unread?: Readonly<Record<string, string>>;
}

interface Row extends ImageVariables {
  /** The whole name of the image, without its tag. */
  readonly image: RegExp;
  /** First version that does so. @default - all */
  readonly since?: string;
}

const FILE = (name: string) => [name, `${name}_FILE`];
const NOT_READ_BY_RABBITMQ = 'remove it, and write it in a file below /etc/rabbitmq/conf.d';

const A_NUMBER = 'a number; the ordinal is cut out of the name of the pod by a script: ${HOSTNAME##*-}';

const POSTGRES = { POSTGRES_USERNAME: 'POSTGRES_USER', POSTGRES_DATABASE: 'POSTGRES_DB', POSTGRES_DB_NAME: 'POSTGRES_DB', POSTGRES_DBNAME: 'POSTGRES_DB', POSTGRES_PASS: 'POSTGRES_PASSWORD' };
const MYSQL = {
  MYSQL_USERNAME: 'MYSQL_USER',
  MYSQL_DB: 'MYSQL_DATABASE',
  MYSQL_DB_NAME: 'MYSQL_DATABASE',
  MYSQL_DATABASE_NAME: 'MYSQL_DATABASE',
  MYSQL_PASS: 'MYSQL_PASSWORD',
  MYSQL_ROOT_PASS: 'MYSQL_ROOT_PASSWORD',
};
const MYSQL_FILES = ['MYSQL_ROOT_HOST', 'MYSQL_DATABASE', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_ROOT_PASSWORD'];

/** By the entry points and the pages of the images. */
const ROWS: readonly Row[] = [
  // @see https://github.com/docker-library/postgres
  {
    image: /^(docker\.io\/)?(library\/)?postgres$/,
    exclusive: ['POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_INITDB_ARGS'],
    unread: { ...POSTGRES, POSTGRESQL_USERNAME: 'POSTGRES_USER', POSTGRESQL_DATABASE: 'POSTGRES_DB', POSTGRESQL_PASSWORD: 'POSTGRES_PASSWORD' },
  },
  // @see https://github.com/docker-library/mysql, https://github.com/MariaDB/mariadb-docker
  { image: /^(docker\.io\/)?(library\/)?mysql$/, exclusive: MYSQL_FILES, unread: MYSQL },
  {
    image: /^(docker\.io\/)?(library\/)?mariadb$/,
    exclusive: [...MYSQL_FILES, ...MYSQL_FILES.map(name => name.replace('MYSQL', 'MARIADB'))],
    unread: { ...MYSQL, ...Object.fromEntries(Object.entries(MYSQL).map(([wrong, right]) => [wrong.replace('MYSQL', 'MARIADB'), right.replace('MYSQL', 'MARIADB')])) },
  },
  // @see https://github.com/docker-library/mongo
  {
    image: /^(docker\.io\/)?(library\/)?mongo$/,
    needs: [FILE('MONGO_INITDB_ROOT_USERNAME'), FILE('MONGO_INITDB_ROOT_PASSWORD')],
    needsIf: [...FILE('MONGO_INITDB_ROOT_USERNAME'), ...FILE('MONGO_INITDB_ROOT_PASSWORD')],
    exclusive: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD'],
    unread: {
      MONGO_INITDB_USERNAME: 'MONGO_INITDB_ROOT_USERNAME',
      MONGO_INITDB_ROOT_USER: 'MONGO_INITDB_ROOT_USERNAME',
      MONGO_ROOT_USERNAME: 'MONGO_INITDB_ROOT_USERNAME',
      MONGO_INITDB_PASSWORD: 'MONGO_INITDB_ROOT_PASSWORD',
      MONGO_INITDB_ROOT_PASS: 'MONGO_INITDB_ROOT_PASSWORD',
      MONGO_ROOT_PASSWORD: 'MONGO_INITDB_ROOT_PASSWORD',
      MONGODB_ROOT_PASSWORD: 'MONGO_INITDB_ROOT_PASSWORD',
      MONGO_INITDB_DB: 'MONGO_INITDB_DATABASE',
    },
  },
  {
    image: /^(docker\.io\/)?(library\/)?(redis|valkey)$|^(docker\.io\/)?valkey\/valkey$/,
    unread: Object.fromEntries(['REDIS_PASSWORD', 'REDIS_PASS', 'VALKEY_PASSWORD'].map(name => [name, `args: [--requirepass, $(${name})], for the server has no password yet`])),
  },
  // @see https://github.com/docker-library/rabbitmq
  {
    image: /^(docker\.io\/)?(library\/)?rabbitmq$/,
    since: '3.9',
    refused: Object.fromEntries([
      'DEFAULT_PASS_FILE', 'DEFAULT_USER_FILE', 'VM_MEMORY_HIGH_WATERMARK',
      ...['CACERTFILE', 'CERTFILE', 'DEPTH', 'FAIL_IF_NO_PEER_CERT', 'KEYFILE', 'VERIFY'].flatMap(name => [`SSL_${name}`, `MANAGEMENT_SSL_${name}`]),
    ].map(name => [`RABBITMQ_${name}`, NOT_READ_BY_RABBITMQ])),
    unread: { RABBITMQ_DEFAULT_PASSWORD: 'RABBITMQ_DEFAULT_PASS', RABBITMQ_DEFAULT_USERNAME: 'RABBITMQ_DEFAULT_USER' },
  },
  {
    image: /^(docker\.io\/)?(library\/)?rabbitmq$/,
    // A file there may say the same: USE_LONGNAME=true.
    orFile: /^\/etc\/rabbitmq(\/rabbitmq-env\.conf)?\/?$/,
    values: [{
      variable: 'RABBITMQ_NODENAME',
      fits: /^[^.]*$/,
      wants: 'a name without dots; for one with dots write the variable RABBITMQ_USE_LONGNAME: "true" beside it',
      unless: 'RABBITMQ_USE_LONGNAME',
    }],
  },
  // @see https://github.com/docker-library/docs/tree/master/zookeeper
  { image: /^(docker\.io\/)?(library\/)?zookeeper$/, values: [{ variable: 'ZOO_MY_ID', fits: /^\d+$|\$\(/, wants: A_NUMBER }] },
  {
    image: /^(docker\.io\/)?(library\/)?zookeeper$/,
    since: '3.5',
    orFile: /^\/conf/,
    values: [{
      variable: 'ZOO_SERVERS',
      fits: /^(?!.*server\.\d+=[^;\s]+(\s|$))/s,
      wants: 'server.1=<host>:2888:3888;2181 for each server, with the port for clients',
      otherwise: 'opens no port for clients',
      unless: 'ZOO_CFG_EXTRA',
    }],
  },
  // @see https://github.com/apache/couchdb-docker
  { image: /^(docker\.io\/)?(library\/)?couchdb$/, since: '3.0', needs: [FILE('COUCHDB_USER'), FILE('COUCHDB_PASSWORD')], orFile: /^\/opt\/couchdb\/etc/ },
  // @see https://github.com/influxdata/influxdata-docker
  {
    image: /^(docker\.io\/)?(library\/)?influxdb$/,
    since: '2.0',
    needs: [FILE('DOCKER_INFLUXDB_INIT_USERNAME'), FILE('DOCKER_INFLUXDB_INIT_PASSWORD'), ['DOCKER_INFLUXDB_INIT_ORG'], ['DOCKER_INFLUXDB_INIT_BUCKET']],
    needsIf: ['DOCKER_INFLUXDB_INIT_MODE'],
    unread: {
      INFLUXDB_DB: 'DOCKER_INFLUXDB_INIT_BUCKET, with DOCKER_INFLUXDB_INIT_MODE: setup',
      INFLUXDB_ADMIN_USER: 'DOCKER_INFLUXDB_INIT_USERNAME',
      INFLUXDB_ADMIN_PASSWORD: 'DOCKER_INFLUXDB_INIT_PASSWORD',
      INFLUXDB_USER: 'DOCKER_INFLUXDB_INIT_USERNAME',
      INFLUXDB_USER_PASSWORD: 'DOCKER_INFLUXDB_INIT_PASSWORD',
    },
  },
  // @see https://neo4j.com/docs/operations-manual/current/docker/introduction/#docker-auth
  {
    image: /^(docker\.io\/)?(library\/)?neo4j$/,
    values: [
      { variable: 'NEO4J_AUTH', fits: /^(none$|neo4j\/)|\$\(/, wants: 'neo4j/<password>, for the first user has the name neo4j; or none' },
      { variable: 'NEO4J_AUTH', fits: /^(?!neo4j\/neo4j$)/, wants: 'neo4j/<password> with another password than neo4j' },
    ],
  },
  // @see https://min.io/docs/minio/linux/reference/minio-server/settings/root-credentials.html
  {
    image: /(^|\/)minio\/minio$/,
    values: [
      { variable: 'MINIO_ROOT_USER', fits: /^.{3}|\$\(/s, wants: 'at least 3 characters' },
      { variable: 'MINIO_ROOT_PASSWORD', fits: /^.{8}|\$\(/s, wants: 'at least 8 characters' },
    ],
  },
  // @see https://www.pgadmin.org/docs/pgadmin4/latest/container_deployment.html
  {
    image: /(^|\/)dpage\/pgadmin4$/,
    needs: [['PGADMIN_DEFAULT_EMAIL'], FILE('PGADMIN_DEFAULT_PASSWORD')],
    unread: { PGADMIN_DEFAULT_USER: 'PGADMIN_DEFAULT_EMAIL', PGADMIN_EMAIL: 'PGADMIN_DEFAULT_EMAIL', PGADMIN_PASSWORD: 'PGADMIN_DEFAULT_PASSWORD' },
  },
  { image: /(^|\/)dpage\/pgadmin4$/, since: '7.0', values: [{ variable: 'PGADMIN_DEFAULT_EMAIL', fits: /@|\$\(/, wants: 'an e-mail address, such as admin@example.com' }] },
  // @see https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-configure-environment-variables
  { image: /(^|\/)mssql\/server$/, needs: [['ACCEPT_EULA']], as: 'ACCEPT_EULA: "Y", by which you accept its licence', orFile: /^\/var\/opt\/mssql\/mssql\.conf$/ },
  // @see https://docs.confluent.io/platform/current/installation/docker/config-reference.html
  { image: /(^|\/)confluentinc\/cp-kafka$/, since: '7.4', needs: [['CLUSTER_ID']], as: 'CLUSTER_ID with what kafka-storage random-uuid prints, the same for all pods', needsIf: ['KAFKA_PROCESS_ROLES'] },
  { image: /(^|\/)(confluentinc\/cp-kafka|apache\/kafka(-native)?)$/, values: ['KAFKA_NODE_ID', 'KAFKA_BROKER_ID'].map(variable => ({ variable, fits: /^-?\d+$|\$\(/, wants: A_NUMBER })) },
  // @see https://kafka.apache.org/40/documentation/zk2kraft.html
  ...[{ image: /(^|\/)confluentinc\/cp-kafka$/, since: '8.0' }, { image: /(^|\/)apache\/kafka(-native)?$/, since: '4.0' }].map(row => ({
    ...row,
    needs: [['KAFKA_PROCESS_ROLES']],
    needsIf: ['KAFKA_ZOOKEEPER_CONNECT'],
    as: 'KAFKA_PROCESS_ROLES, KAFKA_NODE_ID and KAFKA_CONTROLLER_QUORUM_VOTERS in place of KAFKA_ZOOKEEPER_CONNECT, for this version has no mode with ZooKeeper',
  })),
  // @see https://www.keycloak.org/migration/migrating-to-quarkus
  {
    image: /(^|\/)keycloak\/keycloak$/,
    since: '17.0',
    unread: {
      KEYCLOAK_USER: 'KEYCLOAK_ADMIN, or KC_BOOTSTRAP_ADMIN_USERNAME since 26',
      KEYCLOAK_PASSWORD: 'KEYCLOAK_ADMIN_PASSWORD, or KC_BOOTSTRAP_ADMIN_PASSWORD since 26',
      DB_VENDOR: 'KC_DB',
      DB_ADDR: 'KC_DB_URL_HOST',
      DB_DATABASE: 'KC_DB_URL_DATABASE',
      DB_USER: 'KC_DB_USERNAME',
      DB_PASSWORD: 'KC_DB_PASSWORD',
      PROXY_ADDRESS_FORWARDING: 'KC_PROXY_HEADERS: xforwarded',
    },
  },
];

/** What is known of the variables of an image, row by row. */
export const imageVariables = oncePerKey((image: string): readonly ImageVariables[] => {
  const repository = repositoryOf(image);
  const [, tag] = /:([^/:@]+)(?:@|$)/.exec(textOf(image)) ?? [];
  return ROWS.filter(row => row.image.test(repository) && (row.since === undefined || isTagSince(tag?.replace(/^v/, ''), row.since)));
});
