import { readFileSync } from 'node:fs';
import { Cgroup } from './cgroup';
import { succeeds } from './command';

/** Where Debian puts the programs that make networks of pods. */
export const CNI_PROGRAMS = '/usr/lib/cni';

/** Programs of which nodes are made, and the Debian package of each. */
const PROGRAMS: Readonly<Record<string, string>> = {
  containerd: 'containerd',
  ctr: 'containerd',
  runc: 'runc',
  [`${CNI_PROGRAMS}/ptp`]: 'containernetworking-plugins',
  iptables: 'iptables',
  ipset: 'ipset',
  conntrack: 'conntrack',
  ip: 'iproute2',
  unshare: 'util-linux',
  setpriv: 'util-linux',
  openssl: 'openssl',
  mmdebstrap: 'mmdebstrap',
};

/** What the kernel must do, and how that shows. Each is tried in namespaces that are gone afterwards. */
const KERNEL: Readonly<Record<string, () => boolean>> = {
  'namespaces for mounts, networks, names and processes (unshare)': () => succeeds('unshare', ['-m', '-n', '-u', '-p', '-f', 'true']),
  'the overlay file system': () => succeeds('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs none /mnt && mkdir /mnt/a /mnt/b /mnt/c '
    + '&& mount -t overlay none -o lowerdir=/mnt/a,upperdir=/mnt/b,workdir=/mnt/c /mnt/a']),
  'bridges and veth pairs': () => succeeds('unshare', ['-n', 'sh', '-c', 'ip link add br0 type bridge && ip link add veth0 type veth peer name veth1 && ip link set veth0 master br0']),
  'iptables with NAT, comments, marks and probabilities': () => succeeds('unshare', ['-n', 'iptables', '-t', 'nat', '-A', 'OUTPUT',
    '-m', 'comment', '--comment', 'a', '-m', 'statistic', '--mode', 'random', '--probability', '0.5', '-j', 'MARK', '--set-xmark', '0x1/0x1']),
  'groups of processes of its own (/sys/fs/cgroup)': canMakeCgroups,
};

/** In many containers they are there and cannot be changed. */
function canMakeCgroups(): boolean {
  const group = new Cgroup(`kubernetes-probe-${process.pid}`);
  try {
    group.create();
    group.remove();
    return readFileSync('/proc/self/mountinfo', 'utf8').includes(' /sys/fs/cgroup');
  } catch {
    return false;
  }
}

/** What this machine lacks for real nodes; empty if nothing. */
export function missingForNodes(): string[] {
  if (process.platform !== 'linux') { return ['Linux: real nodes run on no other system']; }
  if (process.getuid?.() !== 0) { return ['root: run this command with sudo; only simulated nodes, of `up` without --nodes, need none']; }
  const missing = Object.entries(PROGRAMS).filter(([program]) => !succeeds('sh', ['-c', `command -v ${program}`]));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map(([, name]) => name))];
    const programs = missing.map(([program]) => program).join(', ');
    return [succeeds('sh', ['-c', 'command -v apt-get'])
      ? `${programs}: run scripts/install-node-packages.sh, which installs Debian's ${packages.join(', ')}`
      : `Debian: images of servers are made of its packages, and there is no apt-get here; nor ${programs}`];
  }
  return Object.entries(KERNEL).filter(([, isThere]) => !isThere()).map(([feature]) => `a kernel that lets root use ${feature}`);
}
