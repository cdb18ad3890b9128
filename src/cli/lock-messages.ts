import * as path from 'path';
import { commandLine } from '../diff/plan/shell';
import { namesIn } from '../lock/lock';
import { Acceptance, Lock } from '../lock/lock-file';
import { nearestLock } from '../lock/lock-name';
import { LockUpdate, Unlocked } from '../lock/lock-update';
import { printable } from '../reports/printable';

/** What somebody wanted of `lock`. */
export interface LockRequest {
  /** The lock file. */
  readonly file: string;
  readonly accepted: readonly Acceptance[];
  /** Files and folders as they were typed. */
  readonly inputs: readonly string[];
}

/** The lock is broken, and nothing was written. */
export function brokenText(request: LockRequest, { refused }: LockUpdate): string {
  const accept = [...new Set(refused.map(({ id }) => id))].flatMap(id => ['--accept', id]);
  return printed([
    ...refused.map(({ message, fix }) => `${message}: ${fix}`),
    '',
    `${request.file} is as it was. If ${refused.length === 1 ? 'the change is' : 'all of it is'} meant, accept it by name:`,
    `  ${command(request, accept)} --reason "<why>" ${commandLine(request.inputs)}`,
    '',
  ]);
}

/** Nothing is broken, and something is not watched over yet. */
export function notLockedYet(request: LockRequest, { added, lock }: LockUpdate): string {
  const names = added.map(namesIn(lock.systems)).join(', ');
  return printed([
    `${names} ${added.length === 1 ? 'is' : 'are'} not locked in ${request.file} yet. Lock what is new, and commit the file:`,
    `  ${command(request)} ${commandLine(request.inputs)}`,
    '',
  ]);
}

export function writtenText({ file, accepted }: LockRequest, { lock: { systems }, added }: LockUpdate): string {
  return printed([
    ...added.length > 0 ? [`Locked ${added.map(namesIn(systems)).join(', ')}.`] : [],
    ...accepted.map(({ id }) => `Accepted the change of ${id}.`),
    `${systems.length} ${systems.length === 1 ? 'system is' : 'systems are'} locked in ${file}. Keep the file in version control.`,
    '',
  ]);
}

export function unlockedText(request: LockRequest, { systems }: Unlocked): string {
  const base = path.dirname(request.file);
  const folders = [...new Set(systems.flatMap(({ folder }) => folder === undefined ? [] : [path.relative('', path.resolve(base, folder)) || '.']))];
  const [manifests, old] = folders.length > 0 ? [commandLine(folders), commandLine([`git:HEAD:${folders[0]}`])] : ['<manifests>', '<old manifests>'];
  return printed([
    `Unlocked ${request.accepted.map(({ id }) => id).join(', ')}. Nothing watches over its identity until it is locked anew:`,
    '  npx cdk8s synth',
    `  npx cdk8s-stateful diff --plan ${old} ${folders.length > 0 ? commandLine([folders[0]]) : manifests}   # what becomes of the data, and how it is kept`,
    `  ${command(request)} ${manifests}`,
    '',
  ]);
}

/** Why an acceptance is refused although there are manifests. */
export function notBroken(id: string, { refused }: LockUpdate): string {
  const ids = [...new Set(refused.map(broken => broken.id))];
  return `'--accept ${id}': nothing about '${id}' breaks the lock; ${ids.length > 0 ? `what breaks it is ${ids.join(', ')}` : 'nothing at all does, so leave --accept out'}`;
}

/** Why an acceptance is refused where there are no manifests. */
export function notLocked(id: string, { systems }: Lock, { file }: LockRequest): string {
  const names = systems.map(namesIn(systems));
  return `'--accept ${id}': there is no '${id}' in ${file}; ${names.length > 0 ? `locked are ${names.join(', ')}` : 'nothing is locked there'}`;
}

/** Lines of a message: names come from manifests, from the lock file and from what was typed. */
function printed(lines: readonly string[]): string {
  return lines.map(printable).join('\n');
}

/** The same command again, with the same file. */
function command({ file }: LockRequest, options: readonly string[] = []): string {
  return commandLine(['npx', 'cdk8s-stateful', 'lock', ...file === nearestLock() ? [] : ['--file', file], ...options]);
}
