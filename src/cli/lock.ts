import * as fs from 'fs';
import { Command, EXIT } from './command';
import { contentOf } from './files';
import { manifestsOf } from './manifests';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Acceptance, Lock, LockFileError, printLock, readLock } from '../update/lock-file';
import { LOCK_FILE } from '../update/lock-name';
import { LockUpdate, NO_LOCK, unlock, updateLock } from '../update/lock-update';

export const lock: Command = {
  name: 'lock',
  usage: '[options] <file | folder | - | git:REV:path> ...',
  description: [
    'Writes down what the data of each StatefulSet is found by: name, namespace, Service,',
    'selector, claims. From then on cdk8s synth fails if a refactoring would change any of',
    'it. Keep the file in version control.',
  ].join('\n'),
  options: [
    { name: 'file', value: 'file', default: LOCK_FILE, description: 'the lock file' },
    { name: 'check', description: 'write nothing; exit code 1 if the manifests break the lock' },
    { name: 'accept', value: 'namespace/name', multiple: true, description: 'let the identity of this system change; needs --reason. Without files the system is unlocked until it is locked anew' },
    { name: 'reason', value: 'text', description: 'why it may change; it is kept in the file' },
  ],
  examples: [
    ['cdk8s-stateful lock dist', 'lock what cdk8s synth has written'],
    ['cdk8s-stateful lock --check dist', 'in a pipeline'],
    ['cdk8s-stateful lock --accept db/pg --reason "volumes re-bound on 3 May"', 'let synthesis write another identity; then lock it: cdk8s-stateful lock dist'],
  ],
  run: (args, terminal) => {
    const file = args.value('file')!;
    const accepted = acceptances(args.all('accept'), args.value('reason'));
    if (args.positionals.length === 0 && (accepted.length === 0 || args.has('check'))) {
      throw new UsageError(["nothing to lock; name files or folders, such as 'cdk8s-stateful lock dist'"]);
    }
    const update = args.positionals.length === 0
      ? unlock(lockIn(file, terminal), accepted)
      : updateLock(lockIn(file, terminal), args.positionals.flatMap(name => manifestsOf(name, terminal)), accepted);
    if (update.unused.length > 0) {
      throw new UsageError(update.unused.map(({ id }) => `'--accept ${id}': nothing about '${id}' breaks the lock; write namespace/name as the message names it`));
    }
    return args.has('check') || update.refused.length > 0 ? report(update, terminal) : write(file, update, terminal);
  },
};

function acceptances(ids: readonly string[], reason: string | undefined): Acceptance[] {
  if (ids.length > 0 && !reason?.trim()) { throw new UsageError(["'--accept' needs a reason: --reason \"<why>\""]); }
  if (ids.length === 0 && reason !== undefined) { throw new UsageError(["'--reason' says why something is accepted; add --accept <namespace/name>"]); }
  return ids.map(id => ({ id, reason: reason! }));
}

function lockIn(file: string, terminal: Terminal): Lock {
  if (!fs.existsSync(file)) { return NO_LOCK; }
  try {
    return readLock(contentOf(file, terminal), file);
  } catch (error) {
    throw error instanceof LockFileError ? new UsageError(error.problems) : error;
  }
}

function report({ refused, lock: { systems } }: LockUpdate, terminal: Terminal): number {
  if (refused.length === 0) {
    terminal.out(`The lock holds for ${systems.length} ${systems.length === 1 ? 'system' : 'systems'}.\n`);
    return EXIT.clean;
  }
  terminal.out([
    ...refused.map(({ message }) => message),
    '',
    'Nothing was written. If a change is meant: --accept <namespace/name> --reason "<why>".',
    '',
  ].join('\n'));
  return EXIT.findings;
}

/** Written beside it and moved there, so that there is always a whole file. */
function write(file: string, update: LockUpdate, terminal: Terminal): number {
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, printLock(update.lock));
  fs.renameSync(draft, file);
  const { systems } = update.lock;
  terminal.out(`${systems.length} ${systems.length === 1 ? 'system is' : 'systems are'} locked in ${file}.\n`);
  return EXIT.clean;
}
