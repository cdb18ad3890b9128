import { spawnSync } from 'child_process';
import { existsSync } from 'fs';
import { imageShim } from './images';
import { isFetched } from '../../../scripts/clusters/java-program';
import { pathOfCqlsh } from '../../../scripts/clusters/python-program';
import { isRcloneBuilt } from '../../../scripts/clusters/rclone';
import { isMade } from '../../../scripts/clusters/root-file-system';
import { rootNamed } from '../../../scripts/clusters/root-file-systems';

const COMMANDS = ['runc', 'ip', 'dnsmasq', 'openssl'];

/** Why containers of these images cannot be run here, or nothing if they can. */
export function missingForClusters(images: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0) { return 'network namespaces need root'; }
  const commands = COMMANDS.filter(command => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  const shims = images.map(imageShim);
  const roots = shims.map(({ root }) => rootNamed(root)).filter(root => !isMade(root)).map(({ name }) => `the root file system ${name}`);
  const jars = shims.flatMap(({ jars: program }) => program && !isFetched(program) ? [`the jars of ${program}`] : []);
  const packages = shims.some(({ python }) => python) && !existsSync(pathOfCqlsh()) ? ['cqlsh'] : [];
  const programs = shims.some(({ rclone }) => rclone) && !isRcloneBuilt() ? ['rclone'] : [];
  const missing = [...commands, ...roots, ...jars, ...packages, ...programs];
  if (missing.length > 0) { return `not there: ${missing.join(', ')}; run scripts/install-cluster-servers.sh`; }
  const probe = `cs-probe-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', probe]).status !== 0) { return 'this machine does not let root make network namespaces'; }
  spawnSync('ip', ['netns', 'del', probe]);
  return undefined;
}
