import { DebianImage } from './debian-image';

const ENTRYPOINT = { Entrypoint: ['docker-entrypoint.sh'] };
const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What every image needs that is no official one, besides its server: scripts ask for these. */
const TOOLS = ['procps', 'hostname'];

/** The images that pods on real nodes can have. */
export const IMAGES: readonly DebianImage[] = [{
  folder: 'httpd',
  names: ['docker.io/library/httpd:2.4.62'],
  suite: 'bookworm',
  packages: ['apache2-bin', 'media-types'],
  config: {
    Env: ['PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'HTTPD_PREFIX=/usr/local/apache2'],
    WorkingDir: '/usr/local/apache2',
    Cmd: ['httpd-foreground'],
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGWINCH',
  },
  differs: ['`httpd` is a script that runs Debian\'s `apache2`.', 'Fewer modules are loaded.', 'There is no `conf/extra`.'],
}, {
  folder: 'nginx',
  names: ['docker.io/library/nginx:1.27.3'],
  suite: 'trixie',
  packages: ['nginx-light'],
  config: { Env: [PATH], Cmd: ['nginx', '-g', 'daemon off;'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGQUIT' },
  differs: ['Version 1.26.3.', 'No `/docker-entrypoint.sh`, so no templates of configuration files.'],
}, {
  folder: 'busybox',
  names: ['docker.io/library/busybox:1.36.1', 'docker.io/library/busybox:1.36'],
  suite: 'bookworm',
  packages: ['busybox-static'],
  config: { Env: [PATH], Cmd: ['sh'] },
  differs: ['Version 1.35.', 'Debian\'s own commands are there as well.'],
}, {
  folder: 'curl',
  names: ['docker.io/curlimages/curl:8.16.0'],
  suite: 'trixie',
  packages: ['curl', 'ca-certificates'],
  config: { Env: [PATH], User: 'curl_user', Entrypoint: ['curl'], WorkingDir: '/home/curl_user' },
  differs: ['Version 8.14.', 'Debian\'s shell and commands instead of busybox\'.'],
}, {
  folder: 'node',
  names: ['docker.io/library/node:24.21.0-alpine3.24'],
  suite: 'trixie',
  packages: ['nodejs'],
  config: { Env: [PATH], Cmd: ['node'] },
  differs: ['Version 20.19.', 'Debian\'s shell and commands instead of busybox\'.', 'No npm, and no entry point.'],
}, {
  folder: 'redis',
  names: ['docker.io/library/redis:8.2.10-bookworm', 'docker.io/library/redis:7.2.4'],
  suite: 'trixie',
  packages: ['redis-server', 'redis-sentinel', 'redis-tools', ...TOOLS],
  config: { ...ENTRYPOINT, Env: [PATH], WorkingDir: '/data', Cmd: ['redis-server'], ExposedPorts: { '6379/tcp': {} }, Volumes: { '/data': {} } },
  differs: ['Version 8.0.2 for both names.', 'No modules.', 'Programs are in /usr/bin.'],
}, {
  folder: 'redis-exporter',
  names: ['docker.io/oliver006/redis_exporter:v1.74.0'],
  suite: 'trixie',
  packages: ['prometheus-redis-exporter'],
  config: { Entrypoint: ['/redis_exporter'], ExposedPorts: { '9121/tcp': {} }, User: '59000:59000' },
  differs: ['Version 1.69.', 'The official image holds nothing besides the program.'],
}, {
  folder: 'haproxy',
  names: ['docker.io/library/haproxy:3.2.4-bookworm'],
  suite: 'trixie',
  packages: ['haproxy', ...TOOLS],
  config: {
    ...ENTRYPOINT,
    Env: [PATH],
    User: 'haproxy',
    WorkingDir: '/var/lib/haproxy',
    Cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'],
    StopSignal: 'SIGUSR1',
  },
  differs: ['Version 3.0.11.'],
}, {
  folder: 'mariadb',
  names: ['docker.io/library/mariadb:11.8.9-noble'],
  suite: 'trixie',
  packages: ['mariadb-server', 'mariadb-backup', 'galera-4', 'socat', 'rsync', 'lsof', 'iproute2', ...TOOLS],
  config: {
    ...ENTRYPOINT, Env: [PATH], Cmd: ['mariadbd'], ExposedPorts: { '3306/tcp': {} }, Volumes: { '/var/lib/mysql': {} },
  },
  differs: ['Debian\'s 11.8 instead of the vendor\'s 11.8.9 for Ubuntu.', 'Of the variables only MARIADB_ROOT_PASSWORD does something.'],
}, {
  folder: 'mysql',
  names: ['docker.io/library/mysql:9.7.2'],
  suite: 'sid',
  packages: ['mysql-server-core', 'mysql-client-core', 'gawk'],
  config: { Env: [PATH], Cmd: ['mysqld'], ExposedPorts: { '3306/tcp': {}, '33060/tcp': {} }, Volumes: { '/var/lib/mysql': {} } },
  differs: ['Debian\'s 9.7 instead of the vendor\'s for Oracle Linux.', 'No entry point: none of the variables does something.'],
}, {
  folder: 'mysqld-exporter',
  names: ['docker.io/prom/mysqld-exporter:v0.17.2'],
  suite: 'trixie',
  packages: ['prometheus-mysqld-exporter'],
  config: { Entrypoint: ['/bin/mysqld_exporter'], ExposedPorts: { '9104/tcp': {} }, User: 'nobody' },
  differs: ['The official image holds nothing besides the program and busybox.'],
}, {
  folder: 'postgresql',
  names: ['docker.io/library/postgres:17.11-bookworm'],
  suite: 'trixie',
  packages: ['postgresql-17', 'perl', 'openssl', ...TOOLS],
  config: {
    Env: [`${PATH}:/usr/lib/postgresql/17/bin`], Cmd: ['postgres'], ExposedPorts: { '5432/tcp': {} }, StopSignal: 'SIGINT', Volumes: { '/var/lib/postgresql/data': {} },
  },
  differs: ['Version 17.12 of Debian 13.', 'No entry point: none of the variables does something.'],
}, {
  folder: 'pgbouncer',
  names: ['ghcr.io/cloudnative-pg/pgbouncer:1.25.1'],
  suite: 'sid',
  packages: ['pgbouncer', 'passwd'],
  config: { Env: [PATH], User: '998', Cmd: ['pgbouncer'], ExposedPorts: { '6432/tcp': {} } },
  differs: ['Version of Debian sid.', 'No entry point: none of the variables does something.'],
}, {
  folder: 'postgres-exporter',
  names: ['docker.io/prometheuscommunity/postgres-exporter:v0.17.1'],
  suite: 'trixie',
  packages: ['prometheus-postgres-exporter'],
  config: { Entrypoint: ['/bin/postgres_exporter'], ExposedPorts: { '9187/tcp': {} }, User: 'nobody' },
  differs: ['The official image holds nothing besides the program and busybox.'],
}, {
  folder: 'rabbitmq',
  names: ['docker.io/library/rabbitmq:4.3.3'],
  suite: 'sid',
  packages: ['rabbitmq-server', ...TOOLS],
  config: {
    Env: [PATH, 'HOME=/var/lib/rabbitmq', 'LANG=C.UTF-8'],
    Cmd: ['rabbitmq-server'],
    ExposedPorts: { '4369/tcp': {}, '5671/tcp': {}, '5672/tcp': {}, '15692/tcp': {}, '25672/tcp': {} },
    Volumes: { '/var/lib/rabbitmq': {} },
  },
  differs: ['Debian\'s 4.3 and its Erlang.', 'No entry point: none of the variables does something.'],
}, {
  folder: 'cassandra',
  names: ['docker.io/library/cassandra:5.0.7'],
  suite: 'bookworm',
  packages: ['openjdk-17-jre-headless', 'python3', ...TOOLS],
  jars: 'cassandra',
  python: true,
  config: {
    ...ENTRYPOINT,
    Env: [PATH, 'CASSANDRA_CONF=/etc/cassandra'],
    Cmd: ['cassandra', '-f'],
    ExposedPorts: { '7000/tcp': {}, '7001/tcp': {}, '7199/tcp': {}, '9042/tcp': {}, '9160/tcp': {} },
    Volumes: { '/var/lib/cassandra': {} },
  },
  differs: ['The published jars, with short commands and a short `cassandra.yaml`.', 'It waits 5 instead of 30 seconds for a change of the ring.'],
}, {
  folder: 'zookeeper',
  names: ['docker.io/library/zookeeper:3.9.5-jre-17'],
  suite: 'trixie',
  packages: ['zookeeper', 'default-jre-headless', 'libslf4j-java', 'libnetty-java', ...TOOLS],
  config: {
    ...ENTRYPOINT,
    Env: [PATH, 'ZOO_CONF_DIR=/conf', 'ZOO_DATA_DIR=/data', 'ZOO_DATA_LOG_DIR=/datalog', 'ZOO_LOG_DIR=/logs'],
    Cmd: ['zkServer.sh', 'start-foreground'],
    ExposedPorts: { '2181/tcp': {}, '2888/tcp': {}, '3888/tcp': {}, '8080/tcp': {} },
    Volumes: { '/data': {}, '/datalog': {}, '/logs': {} },
  },
  differs: [
    'Version 3.9.3, with Java 21.', '`zkServer.sh` and `zkCli.sh` are two lines each.',
    'No metrics for Prometheus: Debian leaves that part out.', 'No /conf/zoo.cfg: the entry point writes none.',
  ],
}];

/** The image that stands for a name in a manifest, such as `redis:8.2.10-bookworm`. */
export function imageNamed(name: string): DebianImage {
  const image = IMAGES.find(({ names }) => names.includes(fullName(name)));
  if (!image) { throw new Error(`There is no image ${name} for real nodes; add it to scripts/kubernetes/node/images/images.ts. There are:\n${allNames().join('\n')}`); }
  return image;
}

const allNames = () => IMAGES.flatMap(({ names }) => names);

/** As container runtimes complete it. */
function fullName(name: string): string {
  if (/^[^/]*[.:][^/]*\//.test(name)) { return name; }
  return name.includes('/') ? `docker.io/${name}` : `docker.io/library/${name}`;
}
