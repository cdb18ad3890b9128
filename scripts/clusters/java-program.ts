import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './root-file-system';
import { makeOnce } from '../kubernetes/make-once';

/** A program that is published as a Maven artifact: maven/NAME.xml names its version, and artifacts name the versions of what they need. */
export type JavaProgram = 'cassandra' | 'zookeeper';

export const JAVA_PROGRAMS: readonly JavaProgram[] = ['cassandra', 'zookeeper'];

const pom = (program: JavaProgram) => join(__dirname, 'maven', `${program}.xml`);

/** The folder with its jars, whether they were fetched or not. The name is another one when the versions have changed. */
export function jarsOf(program: JavaProgram): string {
  return join(CACHE, `${program}-jars-${createHash('sha256').update(readFileSync(pom(program))).digest('hex').slice(0, 12)}`);
}

export const isFetched = (program: JavaProgram) => existsSync(jarsOf(program));

/** Fetches them if that was never done, in about 20 seconds. */
export function fetchJars(program: JavaProgram): string {
  return makeOnce(jarsOf(program), target => {
    process.stderr.write(`Fetching the jars of ${program} …\n`);
    const argv = ['--batch-mode', '--quiet', '--file', pom(program), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${target}`];
    const { status, stdout } = spawnSync('mvn', argv, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
    if (status !== 0) { throw new Error(`mvn ${argv.join(' ')}: ${stdout}`); }
  });
}
