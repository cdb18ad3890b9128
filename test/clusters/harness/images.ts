import { basename, dirname, join } from 'path';
import { JavaProgram, jarsOf } from '../../../scripts/clusters/java-program';
import { pathOfCqlsh } from '../../../scripts/clusters/python-program';
import { rcloneProgram } from '../../../scripts/clusters/rclone';
import { pathOf } from '../../../scripts/clusters/root-file-system';
import { RootName, rootNamed } from '../../../scripts/clusters/root-file-systems';

/**
 * What stands in for an official image: a root file system of the same
 * series, and what the image has besides. A container sees nothing of the
 * machine, so a script that needs more than the image contains fails here.
 */
export interface ImageShim {
  readonly root: RootName;
  /** The program whose jars are in /jars. */
  readonly jars?: JavaProgram;
  /** Whether /go has rclone. */
  readonly rclone?: boolean;
  /** Folders with what the image has and the root file system does not, by where a container sees them. */
  readonly folders?: { readonly [destination: string]: string };
  /** Whether /python has the packages of cqlsh. */
  readonly python?: boolean;
  /** Directories of the root file system that the server needs besides /usr, read-only. */
  readonly mounts?: readonly string[];
  /** What the image runs when nobody says what. */
  readonly entrypoint?: readonly string[];
  /** Commands that a package makes when it is configured, or that the image knows under another name. */
  readonly aliases?: { readonly [name: string]: string };
}

/** What images on real nodes have besides Debian's packages. */
const NODE_IMAGES = join(__dirname, '../../../scripts/kubernetes/node/images');
const AWK = '/usr/bin/mawk';
const JAVA = { awk: AWK, java: '/usr/lib/jvm/java-17-openjdk-amd64/bin/java', python3: '/usr/bin/python3.11' };

/** Of busybox, which is all that Alpine has. */
const APPLETS = [
  'sh', 'sha256sum', 'date', 'sed', 'sort', 'grep', 'head', 'tail', 'wc', 'mv', 'rm', 'sleep', 'awk', 'basename', 'cat', 'cmp', 'cut', 'find', 'gzip', 'mkdir', 'od', 'stat', 'tar',
  'touch', 'tr',
];
const POSTGRESQL = ['postgres', 'psql', 'pg_isready', 'pg_receivewal', 'pg_basebackup', 'pg_verifybackup', 'pg_controldata', 'pg_checksums', 'pg_dump'];
const RABBITMQ = ['rabbitmq-server', 'rabbitmqctl', 'rabbitmq-diagnostics', 'rabbitmq-queues', 'rabbitmq-upgrade'];

const IMAGES: { readonly [repository: string]: ImageShim } = {
  'redis': { root: 'redis', aliases: { awk: AWK } },
  'valkey': { root: 'valkey', aliases: { awk: AWK } },
  'haproxy': { root: 'haproxy', aliases: { awk: AWK } },
  'redis_exporter': { root: 'redis-exporter', entrypoint: ['prometheus-redis-exporter'] },
  'mysqld-exporter': { root: 'mysqld-exporter', entrypoint: ['prometheus-mysqld-exporter'] },
  'mariadb': { root: 'mariadb', aliases: { awk: AWK, which: '/usr/bin/which.debianutils' } },
  // Oracle Linux has no dash.
  'mysql': { root: 'mysql', aliases: { sh: '/usr/bin/bash', awk: '/usr/bin/gawk' } },
  'postgres': { root: 'postgresql', aliases: { awk: AWK, ...Object.fromEntries(POSTGRESQL.map(command => [command, `/usr/lib/postgresql/15/bin/${command}`])) } },
  'rabbitmq': {
    root: 'rabbitmq',
    folders: { '/image/bin': join(NODE_IMAGES, 'rabbitmq/root/usr/local/bin') },
    aliases: { awk: AWK, ...Object.fromEntries(RABBITMQ.map(command => [command, '/image/bin/own-command.sh'])) },
  },
  'zookeeper': {
    root: 'java',
    jars: 'zookeeper',
    folders: { '/image/bin': join(__dirname, 'images/zookeeper/bin'), '/etc': join(__dirname, 'images/zookeeper/etc') },
    mounts: ['/etc/java-17-openjdk'],
    aliases: JAVA,
  },
  'rclone': {
    root: 'busybox',
    rclone: true,
    aliases: { rclone: '/go/rclone', ...Object.fromEntries(APPLETS.map(name => [name, '/usr/bin/busybox'])) },
  },
  'cassandra': {
    root: 'java',
    jars: 'cassandra',
    python: true,
    folders: { '/image/bin': join(NODE_IMAGES, 'cassandra/root/usr/local/bin'), '/etc': join(NODE_IMAGES, 'cassandra/root/etc') },
    mounts: ['/etc/java-17-openjdk'],
    aliases: JAVA,
  },
};

/** The shim of an image such as `redis:8.2.10-bookworm`. */
export function imageShim(image: string): ImageShim {
  const repository = basename(image.replace(/[:@].*$/, ''));
  const shim = IMAGES[repository];
  if (!shim) { throw new Error(`no stand-in for image '${image}'; add '${repository}' to harness/images.ts`); }
  return shim;
}

/** Directories of the machine by where a container of the shim sees them. */
export function imageMounts({ root, mounts = [], jars, python, rclone }: ImageShim): { readonly source: string; readonly destination: string }[] {
  const path = pathOf(rootNamed(root));
  return [
    ...['/usr', ...mounts].map(destination => ({ source: `${path}${destination}`, destination })),
    ...jars ? [{ source: jarsOf(jars), destination: '/jars' }] : [],
    ...rclone ? [{ source: dirname(rcloneProgram()), destination: '/go' }] : [],
    ...python ? [{ source: pathOfCqlsh(), destination: '/python' }] : [],
  ];
}

/** A client's command out of a root file system, so that it is of the same version as the server. */
export function inRoot(root: RootName, ...argv: string[]): string[] {
  return ['chroot', pathOf(rootNamed(root)), ...argv];
}
