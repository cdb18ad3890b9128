import { existsSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, isAbsolute, relative, resolve, sep } from 'path';
import { Manifest } from '../kubernetes/manifest';
import type { LockBreak, LockedSystem } from '../lock/lock';
import { nearestLock } from '../lock/lock-name';
import type { LockPlace } from '../lock/lock-scope';

/** What a lock file says about a synthesis. */
export interface LockReport {
  /** Reasons to write nothing. */
  readonly problems: readonly string[];
  /** What should be known, and stops nothing. */
  readonly notes: readonly string[];
}

/** Where a synthesis is written to. */
interface Written extends LockPlace {
  /** The folder as the working directory knows it. */
  readonly written: string;
}

const NOTHING: LockReport = { problems: [], notes: [] };

/**
 * For synthesis: every way in which the manifests break the lock file, or what
 * is wrong with that file. Nothing but the file's existence is asked until
 * there is one.
 *
 * @param manifests what is about to be written
 * @param outdir the folder it is written to
 * @param file path of the lock file. @default the nearest `cdk8s-stateful.lock.yaml`, from the working directory up
 */
export function lockReport(manifests: readonly Manifest[], outdir: string, file: string = nearestLock()): LockReport {
  if (!existsSync(file)) { return NOTHING; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where there is a lock
  const { lockBreaks, namesIn, systemsOf } = require('../lock/lock') as typeof import('../lock/lock');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { LockFileError, readLock } = require('../lock/lock-file') as typeof import('../lock/lock-file');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { scopeOf } = require('../lock/lock-scope') as typeof import('../lock/lock-scope');
  try {
    const locked = readLock(readFileSync(file, 'utf8'), file).systems;
    const now = systemsOf(manifests);
    const place = placeOf(outdir, dirname(resolve(file)));
    const { systems, isWhole, isKnown } = scopeOf(locked, now, place);
    const breaks = lockBreaks(systems, now, { nameOf: namesIn(locked), isWhole });
    const isOther = !isKnown && !place.isTest && systems.length === 0 && now.length > 0;
    const others = isKnown && !place.isTest ? foldersBelow(systems, place) : [];
    return { problems: breaks.length > 0 ? [textOf(breaks, file, place, others)] : [], notes: isOther ? [noteOf(file, place)] : [] };
  } catch (error) {
    if (error instanceof LockFileError) { return { problems: error.problems, notes: [] }; }
    throw error;
  }
}

/** `cdk8s synth --stdout` writes to a temporary folder, and says so in the environment; `Testing.app()` takes one of its own. */
function placeOf(outdir: string, base: string): Written {
  const absolute = resolve(outdir);
  const isTemporary = isBelow(absolute, tmpdir()) && !isBelow(absolute, base);
  const { CDK8S_OUTDIR } = process.env;
  const isOfCli = CDK8S_OUTDIR !== undefined && resolve(CDK8S_OUTDIR) === absolute;
  return { folder: relative(base, absolute).split(sep).join('/') || '.', written: isBelow(absolute, process.cwd()) ? relative('', absolute) || '.' : outdir, isTemporary, isTest: isTemporary && !isOfCli };
}

/** Folders below the one that is written to: those of its charts, or of other apps. */
function foldersBelow(systems: readonly LockedSystem[], { folder }: LockPlace): string[] {
  return [...new Set(systems.flatMap(system => system.folder === undefined || system.folder === folder ? [] : [system.folder]))];
}

function isBelow(folder: string, parent: string): boolean {
  const inside = relative(parent, folder);
  return !inside.startsWith('..') && !isAbsolute(inside);
}

function noteOf(file: string, { written }: Written): string {
  return `${file} knows no app that is written to '${written}', so nothing was compared with it; lock this one too: npx cdk8s-stateful lock ${written}`;
}

function textOf(breaks: readonly LockBreak[], file: string, { written, isTemporary, isTest }: Written, others: readonly string[]): string {
  const ids = [...new Set(breaks.map(({ id }) => id))];
  const manifests = isTemporary ? '<manifests>' : written;
  return [
    `the names by which Kubernetes finds the data of ${ids.length === 1 ? 'a system' : `${ids.length} systems`} would change (${file})`,
    '',
    ...breaks.map(({ message, fix }) => `  ${message}: ${fix}`),
    '',
    ...others.length > 0 ? [`The lock knows ${listOf(others)}, and this app is written to '${written}'. If it is only one of these, write it there: cdk8s synth -o ${others[0]}`, ''] : [],
    ...isTest ? ['In a test of other props, use another name or namespace than the real one.'] : [
      'If it is meant, unlock it, synthesize, see what becomes of the data, and lock it anew:',
      `  npx cdk8s-stateful lock ${ids.map(id => `--accept ${id}`).join(' ')} --reason "<why>"`,
      '  npx cdk8s synth',
      `  npx cdk8s-stateful diff --plan ${isTemporary ? '<old manifests>' : `git:HEAD:${written}`} ${manifests}`,
      `  npx cdk8s-stateful lock ${manifests}`,
    ],
    '',
  ].join('\n');
}

function listOf(folders: readonly string[]): string {
  return folders.map(folder => `'${folder}'`).join(' and ');
}
