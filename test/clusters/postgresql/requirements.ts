import { spawnSync } from 'child_process';
import { existsSync, readdirSync } from 'fs';
import { join } from 'path';
import { missingForClusters as missingForKubernetes } from '../../../scripts/kubernetes/requirements';
import { missingForClusters } from '../harness/requirements';

/** Root file system with the server, where it is not this machine's own: `--root /srv/trixie`. */
export const ROOT_OF_SERVER = option('root') ?? '/';

const [VERSION_OF_SERVER] = existsSync(join(ROOT_OF_SERVER, 'usr/lib/postgresql')) ? readdirSync(join(ROOT_OF_SERVER, 'usr/lib/postgresql')) : [];
export const VERSION = VERSION_OF_SERVER ?? '(none)';

export const TENTH = 0.1;

/** `-- --all --failovers 1000 --real 50 --seed 3`. */
export const NUMBERS = { failovers: Number(option('failovers') ?? 20), real: Number(option('real') ?? 2), seed: Number(option('seed') ?? 1) };

/** Why members of PostgreSQL cannot be run here, or nothing if they can. */
export function missingForPostgreSql(): string | undefined {
  const missing = missingForClusters([]);
  if (missing) { return missing; }
  const commands = ['curl', 'unshare', 'setpriv'].filter(command => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  if (commands.length > 0) { return `not there: ${commands.join(', ')}`; }
  if (!VERSION_OF_SERVER) { return `no PostgreSQL in ${ROOT_OF_SERVER}: install Debian's postgresql, or name a root file system that has it by --root`; }
  if (spawnSync('chroot', [ROOT_OF_SERVER, 'perl', '-MJSON::PP', '-e', '1']).status !== 0) { return `no perl with JSON::PP in ${ROOT_OF_SERVER}`; }
  return missingForKubernetes('1.36')[0];
}

function option(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}
