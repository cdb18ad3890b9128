/**
 * Settings of the kernel that each group of containers has for itself; all others belong to the whole node.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
 */
const NAMESPACED = /^(?:kernel\.(?:shm|msg|sem$)|fs\.mqueue\.|net\.)/;

/** Those that the kubelet sets without being told to (pkg/kubelet/sysctl/safe_sysctls.go). */
export const SAFE_SYSCTLS: Readonly<Record<string, { readonly since?: string }>> = {
  'kernel.shm_rmid_forced': {},
  'net.ipv4.ip_local_port_range': {},
  'net.ipv4.ip_local_reserved_ports': {},
  'net.ipv4.ip_unprivileged_port_start': {},
  'net.ipv4.ping_group_range': {},
  'net.ipv4.tcp_syncookies': {},
  'net.ipv4.tcp_fin_timeout': { since: '1.29' },
  'net.ipv4.tcp_keepalive_intvl': { since: '1.29' },
  'net.ipv4.tcp_keepalive_probes': { since: '1.29' },
  'net.ipv4.tcp_keepalive_time': { since: '1.29' },
  'net.ipv4.tcp_rmem': { since: '1.32' },
  'net.ipv4.tcp_wmem': { since: '1.32' },
  'net.ipv4.tcp_notsent_lowat': { since: '1.37' },
  'net.ipv4.tcp_slow_start_after_idle': { since: '1.37' },
};

/** A setting with dots between its parts: it may be written with slashes, too. */
export function sysctlName(written: string): string {
  const [first] = /[./]/.exec(written) ?? [];
  return first === '/' ? written.replace(/[./]/g, separator => separator === '/' ? '.' : '/') : written;
}

/** True for a setting that a Pod can have for itself. */
export function isNamespaced(name: string): boolean {
  return NAMESPACED.test(name);
}
