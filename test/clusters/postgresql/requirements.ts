import { spawnSync } from 'child_process';
import { existsSync, readdirSync } from 'fs';
import { join } from 'path';
import { FAKETIME } from './member';
import { missingForClusters as missingForKubernetes } from '../../../scripts/kubernetes/requirements';
import { missingForClusters } from '../harness/requirements';

/** Root file system with the server, where it is not this machine's own. jest refuses options that it does not know, so these are variables. */
export const ROOT_OF_SERVER = process.env.POSTGRESQL_ROOT || '/';

const VERSIONS = join(ROOT_OF_SERVER, 'usr/lib/postgresql');
const [VERSION_OF_SERVER] = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
export const VERSION = VERSION_OF_SERVER ?? '(none)';

export const TENTH = 0.1;

/** How many faults by chance, at a tenth of the timers and at the real ones. */
export const NUMBERS = {
  failovers: Number(process.env.FAILOVERS || 20),
  real: Number(process.env.REAL_FAILOVERS || 2),
  seed: Number(process.env.SEED || 1),
};

/** Why members of PostgreSQL cannot be run here, or nothing if they can. */
export function missingForPostgreSql(): string | undefined {
  const missing = missingForClusters([]);
  if (missing) { return missing; }
  const commands = ['curl', 'unshare', 'setpriv'].filter(command => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  if (commands.length > 0) { return `not there: ${commands.join(', ')}`; }
  if (!VERSION_OF_SERVER) { return `no PostgreSQL in ${ROOT_OF_SERVER}: install Debian's postgresql, or name a root file system that has it as POSTGRESQL_ROOT`; }
  if (spawnSync('chroot', [ROOT_OF_SERVER, 'perl', '-MJSON::PP', '-e', '1']).status !== 0) { return `no perl with JSON::PP in ${ROOT_OF_SERVER}`; }
  return missingForKubernetes('1.36')[0];
}

/** Why faults by chance cannot be made here, or nothing if they can. */
export function missingForFaults(): string | undefined {
  const missing = missingForPostgreSql();
  if (missing) { return missing; }
  return existsSync(join(ROOT_OF_SERVER, FAKETIME)) ? undefined : `no libfaketime in ${ROOT_OF_SERVER}, for clocks that jump`;
}
