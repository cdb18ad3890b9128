import { RootFileSystem } from './root-file-system';

/** Commands of debian:trixie-slim, and near enough those of the Ubuntu and Temurin bases. */
const DEBIAN = [
  'base-files', 'coreutils', 'dash', 'bash', 'sed', 'grep', 'mawk', 'findutils', 'hostname', 'libc-bin', 'util-linux', 'procps', 'perl-base', 'diffutils', 'gzip',
];
/** Commands of oraclelinux:9-slim. */
const ORACLE_LINUX = ['base-files', 'coreutils', 'bash', 'sed', 'grep', 'gawk', 'gzip', 'libc-bin'];

/** Each holds the commands of the official image whose place it takes, and of Debian's packages only those that these need. */
const TABLE = {
  'busybox': { suite: 'sid', packages: ['base-files', 'busybox-static', 'ca-certificates'] },
  'haproxy': { suite: 'sid', packages: [...DEBIAN, 'haproxy'] },
  // Not a later suite, for the driver of cqlsh needs Python 3.11.
  'java': { suite: 'bookworm', packages: [...DEBIAN, 'openjdk-17-jre-headless', 'python3.11'] },
  'mariadb': { suite: 'sid', packages: [...DEBIAN, 'mariadb-server', 'mariadb-client', 'mariadb-backup', 'galera-4', 'socat', 'openssl'] },
  'mysql': { suite: 'sid', packages: [...ORACLE_LINUX, 'mysql-server-core', 'mysql-client-core'] },
  'mysqld-exporter': { suite: 'sid', packages: ['base-files', 'prometheus-mysqld-exporter'] },
  'pgbouncer': { suite: 'sid', packages: [...DEBIAN, 'pgbouncer'] },
  // Of the same series as this machine's own, whose servers the archive receives from.
  'postgresql': { suite: 'bookworm', packages: [...DEBIAN, 'postgresql-15', 'postgresql-client-15'] },
  'rabbitmq': { suite: 'sid', packages: [...DEBIAN, 'rabbitmq-server'] },
  'redis': { suite: 'sid', packages: [...DEBIAN, 'redis-server', 'redis-sentinel', 'redis-tools'] },
  'redis-exporter': { suite: 'sid', packages: ['base-files', 'prometheus-redis-exporter'] },
  'valkey': { suite: 'sid', packages: [...DEBIAN, 'valkey-server', 'valkey-sentinel', 'valkey-tools'] },
} satisfies Record<string, Omit<RootFileSystem, 'name'>>;

export type RootName = keyof typeof TABLE;

export const ROOTS: readonly RootFileSystem[] = Object.entries(TABLE).map(([name, root]) => ({ name, ...root }));

export function rootNamed(name: RootName): RootFileSystem {
  return { name, ...TABLE[name] };
}
