import { spawnSync } from 'child_process';
import { join } from 'path';
import { needs } from '../../../support/needs';

export const FOLDER = join(__dirname, '../../../../src/constructs/databases/postgresql');
export const MODEL = join(__dirname, '../../../clusters/postgresql/model');

const MODULES = ['JSON::PP', 'Storable', 'Getopt::Long'];
const hasPerl = spawnSync('perl', [...MODULES.map(name => `-M${name}`), '-e', '1']).status === 0;

/** For tests that run the agent's own decisions. */
export const withPerl = needs(hasPerl, `no perl with ${MODULES.join(', ')} is installed`);

/** What the explorer says: what is broken, if anything is, and how much it has seen. */
export function explore(...args: string[]): any {
  const { stdout, stderr } = spawnSync('perl', [join(MODEL, 'explore.pl'), ...args], { encoding: 'utf8' });
  if (stdout === '') { throw new Error(stderr); }
  return JSON.parse(stdout);
}

/** The next step of a member that sees this. */
export function decide(view: object): any {
  const program = 'print encode_json(PostgresqlDecision::decide(decode_json(do { local $/; <STDIN> })))';
  const { stdout, stderr } = spawnSync('perl', ['-I', FOLDER, '-MJSON::PP', '-MPostgresqlDecision', '-e', program], { encoding: 'utf8', input: JSON.stringify(view) });
  if (stdout === '') { throw new Error(stderr); }
  return JSON.parse(stdout);
}
