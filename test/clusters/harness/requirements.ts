import { spawnSync } from 'child_process';

/** Why real servers cannot be run here, or nothing if they can. */
export function missingForClusters(commands: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0) { return 'network namespaces need root'; }
  const missing = ['runc', 'ip', 'dnsmasq', ...commands].filter(command => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  if (missing.length > 0) { return `${missing.join(', ')} not installed; run scripts/install-cluster-servers.sh`; }
  const probe = `cs-probe-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', probe]).status !== 0) { return 'this machine does not let root make network namespaces'; }
  spawnSync('ip', ['netns', 'del', probe]);
  return undefined;
}
