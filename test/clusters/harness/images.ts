import { execFileSync } from 'child_process';
import { basename } from 'path';

/**
 * What stands in for an official image: the commands that it has, and where
 * Debian's packages keep what it keeps elsewhere. A container sees no other
 * command, so a script that needs more than the image contains fails here.
 */
interface ImageShim {
  /** Debian packages whose commands the image has. */
  readonly packages: readonly string[];
  /** Files that the image has and Debian keeps elsewhere, as scripts by path. */
  readonly files?: { readonly [path: string]: string };
  /** Directories of the machine that the server needs besides /usr, read-only. */
  readonly mounts?: readonly string[];
  /** What the image runs when nobody says what. */
  readonly entrypoint?: readonly string[];
  /** Other names under which the image knows a command. */
  readonly aliases?: { readonly [name: string]: string };
}

// debian:bookworm-slim, and near enough the Ubuntu and Temurin bases.
const BASE = ['coreutils', 'dash', 'bash', 'sed', 'grep', 'mawk', 'findutils', 'hostname', 'libc-bin', 'util-linux', 'procps', 'perl-base', 'diffutils', 'gzip'];

// The jar names those that it needs, but for some of Netty, which speaks TLS.
const ZOOKEEPER_JARS = ['zookeeper', 'slf4j-simple', 'netty-codec', 'netty-resolver', 'netty-transport-native-unix-common']
  .map(name => `/usr/share/java/${name}.jar`).join(':');

const IMAGES: { readonly [repository: string]: ImageShim } = {
  redis: { packages: ['redis-server', 'redis-tools', 'redis-sentinel'] },
  haproxy: { packages: ['haproxy'] },
  redis_exporter: { packages: ['prometheus-redis-exporter'], entrypoint: ['prometheus-redis-exporter'] },
  mariadb: {
    packages: ['mariadb-server', 'mariadb-server-core', 'mariadb-client', 'mariadb-client-core', 'mariadb-backup', 'socat', 'galera-4', 'rsync', 'lsof', 'iproute2'],
  },
  zookeeper: {
    packages: [],
    mounts: ['/etc/java-17-openjdk', '/etc/alternatives'],
    aliases: { java: '/usr/bin/java' },
    files: {
      // The image keeps its jars and zkServer.sh under /apache-zookeeper-*; Debian runs the same main class.
      '/usr/local/bin/zkServer.sh': `#!/bin/bash\nexec java $SERVER_JVMFLAGS -cp ${ZOOKEEPER_JARS} org.apache.zookeeper.server.quorum.QuorumPeerMain "$2"\n`,
      '/usr/local/bin/zkCli.sh': `#!/bin/bash\nexec java $CLIENT_JVMFLAGS -cp ${ZOOKEEPER_JARS} org.apache.zookeeper.ZooKeeperMain "$@"\n`,
    },
  },
};

/** The shim of an image such as `redis:8.2.1-bookworm`. */
export function imageShim(image: string): ImageShim {
  const repository = basename(image.replace(/[:@].*$/, ''));
  const shim = IMAGES[repository];
  if (!shim) { throw new Error(`no stand-in for image '${image}'; add '${repository}' to harness/images.ts`); }
  return shim;
}

/** Paths of all commands of an image. */
export function imageCommands(shim: ImageShim): string[] {
  return [...BASE, ...shim.packages].flatMap(commandsOf);
}

const known = new Map<string, string[]>();

function commandsOf(debianPackage: string): string[] {
  const cached = known.get(debianPackage);
  if (cached) { return cached; }
  const listing = execFileSync('dpkg', ['-L', debianPackage], { encoding: 'utf8' });
  const commands = listing.split('\n').filter(path => /^(\/usr)?\/s?bin\/[^/]+$/.test(path));
  known.set(debianPackage, commands);
  return commands;
}
