import * as fs from 'fs';
import { Arguments } from './arguments';
import { NAMESPACE } from './cluster-option';
import { Command, EXIT } from './command';
import { configurationFor, CLUSTERS_CONFIG } from './configuration-file';
import { contentOf } from './files';
import { LockInputs, readInputs, scopeOfInputs } from './lock-inputs';
import { LockRequest, brokenText, notBroken, notLocked, notLockedYet, unlockedText, writtenText } from './lock-messages';
import { lockReport } from './lock-report';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Acceptance, Lock, LockFileError, printLock, readLock } from '../lock/lock-file';
import { LOCK_FILE, nearestLock } from '../lock/lock-name';
import { NO_LOCK, unlock, updateLock } from '../lock/lock-update';
import { exclusively } from '../manifest/write/exclusive';
import { writeWholeFile } from '../manifest/write/whole-file';
import { MACHINE_FORMATS } from '../reports/formats';
import { Renderer } from '../reports/report';

export const lock: Command = {
  name: 'lock',
  usage: '[options] <file | folder | - | git:REV:path> ...',
  description: [
    'Writes down the names by which Kubernetes finds the data of each StatefulSet: name, namespace, Service,',
    'selector, claims. From then on cdk8s synth fails if a refactoring would change any of',
    'it. Keep the file in version control. Several apps may share it: they are distinguished',
    'by the folders that they are written to.',
  ].join('\n'),
  options: [
    { name: 'file', value: 'file', description: `the lock file; by default the nearest ${LOCK_FILE}, here or above in the repository` },
    { name: 'check', description: 'write nothing; exit code 1 if the manifests break the lock, or hold a system that is not locked yet' },
    { name: 'format', value: 'format', choices: ['text', ...MACHINE_FORMATS.keys()], default: 'text', description: 'how --check prints what it finds' },
    { name: 'accept', value: 'namespace/name', multiple: true, description: 'let the identity of this system change; needs --reason. Without files the system is unlocked until it is locked anew' },
    { name: 'reason', value: 'text', description: 'why it may change; it is kept in the file' },
    CLUSTERS_CONFIG,
    NAMESPACE,
  ],
  examples: [
    ['cdk8s-stateful lock dist', 'lock what cdk8s synth has written'],
    ['cdk8s-stateful lock --check dist', 'in a pipeline'],
    ['cdk8s-stateful lock --accept db/pg --reason "volumes re-bound on 3 May"', 'let synthesis write another identity; then lock it: cdk8s-stateful lock dist'],
  ],
  run: (args, terminal) => {
    const request = { file: args.value('file') ?? nearestLock(), accepted: acceptances(args), inputs: args.positionals };
    const configuration = configurationFor(args.value('config'), terminal);
    const render = MACHINE_FORMATS.get(args.value('format')!);
    if (render && !args.has('check')) { throw new UsageError(["'--format' says how findings are printed, and only '--check' has some; add --check"]); }
    if (request.inputs.length > 0) {
      const inputs = readInputs(request.inputs, request.file, configuration, args, terminal);
      if (args.has('check')) { return lockInputs(request, inputs, true, terminal, render); }
      // Read, changed and written in one go: another run may lock other systems at the same time.
      return exclusively(request.file, () => lockInputs(request, inputs, false, terminal));
    }
    if (request.accepted.length > 0) { return exclusively(request.file, () => unlockSystems(request, terminal)); }
    throw new UsageError(["nothing to lock; name files or folders, such as 'cdk8s-stateful lock dist'"]);
  },
};

function acceptances(args: Arguments): Acceptance[] {
  const [ids, reason] = [args.all('accept'), args.value('reason')];
  if (ids.length > 0 && args.has('check')) { throw new UsageError(["'--check' writes nothing, and '--accept' does; leave one of them out"]); }
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

function lockInputs(request: LockRequest, inputs: LockInputs, isCheck: boolean, terminal: Terminal, render?: Renderer): number {
  const before = lockIn(request.file, terminal);
  const scope = scopeOfInputs(before.systems, inputs, isCheck);
  const update = updateLock(before, scope, inputs.systems, request.accepted);
  if (update.unused.length > 0) { throw new UsageError(update.unused.map(({ id }) => notBroken(id, update))); }
  if (render) {
    const report = lockReport(request, inputs, update);
    terminal.out(render(report));
    return report.findings.length > 0 ? EXIT.findings : EXIT.clean;
  }
  if (update.refused.length > 0) {
    terminal.out(brokenText(request, update));
    return EXIT.findings;
  }
  if (isCheck && update.added.length > 0) {
    terminal.out(notLockedYet(request, update));
    return EXIT.findings;
  }
  if (!isCheck) { writeWholeFile(request.file, printLock(update.lock)); }
  terminal.out(isCheck ? `The lock holds for ${scope.length} ${scope.length === 1 ? 'system' : 'systems'}.\n` : writtenText(request, update));
  return EXIT.clean;
}

function unlockSystems(request: LockRequest, terminal: Terminal): number {
  const before = lockIn(request.file, terminal);
  const after = unlock(before, request.accepted);
  if (after.unused.length > 0) { throw new UsageError(after.unused.map(({ id }) => notLocked(id, before, request))); }
  writeWholeFile(request.file, printLock(after.lock));
  terminal.out(unlockedText(request, after));
  return EXIT.clean;
}
