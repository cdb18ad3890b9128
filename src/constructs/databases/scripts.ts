import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CLUSTER_DOMAIN } from '../../cdk8s/identity';
import type { ConfigFile } from '../options/config-file';

/** Where a container finds the scripts of its preset. */
export const SCRIPTS_PATH = '/scripts';

/**
 * The shell scripts of a preset, as files of its pods. They are real files of
 * this package: `redis/redis-server.sh` stands in the folder of its engine, and
 * `scripts/members.sh` serves them all.
 *
 * @param domain what the names of members in them end in
 */
export function scriptFiles(paths: readonly string[], domain = CLUSTER_DOMAIN): ConfigFile[] {
  return paths.map(path => ({ path: `${SCRIPTS_PATH}/${basename(path)}`, content: inDomain(script(path), domain), executable: path.endsWith('.sh') }));
}

/**
 * The paths of the scripts in the folder of an engine that have such names. Published, all constructs are in one
 * file, and these folders stand beside it: no other file of constructs may look for what stands beside itself.
 */
export function scriptsIn(folder: string, names: RegExp): string[] {
  return readdirSync(join(__dirname, folder)).filter(name => names.test(name)).sort().map(name => `${folder}/${name}`);
}

/** The text of one script, by its path from this folder. */
export function script(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}

/** Also where the domain is a part of an expression, with backslashes before its dots. */
function inDomain(text: string, domain: string): string {
  const dot = '\\\\.';
  return domain === CLUSTER_DOMAIN ? text : text.replaceAll(CLUSTER_DOMAIN, domain).replaceAll(CLUSTER_DOMAIN.replaceAll('.', dot), domain.replaceAll('.', dot));
}
