import { existsSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, isAbsolute, relative, resolve, sep } from 'path';
import { Manifest } from '../kubernetes/manifest';
import type { LockBreak, LockedSystem } from '../lock/lock';
import { nearestLock } from '../lock/lock-name';
import type { LockPlace } from '../lock/lock-scope';
import { foundInEach, inTheseClusters } from '../reports/clusters';

/** What a lock file says about a synthesis. */
export interface LockReport {
  /** Reasons to write nothing. */
  readonly problems: readonly string[];
  /** What should be known, and stops nothing. */
  readonly notes: readonly string[];
}

/** What of an app goes to one cluster. */
export interface PartOfApp {
  /** @default - there is one, which has no name */
  readonly cluster?: string;
  readonly manifests: readonly Manifest[];
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
 * @param parts what is about to be written, for each cluster
 * @param outdir the folder it is written to
 * @param file path of the lock file. @default the nearest `cdk8s-stateful.lock.yaml`, from the working directory up
 */
export function lockReport(parts: readonly PartOfApp[], outdir: string, file: string = nearestLock()): LockReport {
  if (!existsSync(file)) { return NOTHING; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where there is a lock
  const { lockBreaks, namesIn, systemsOf } = require('../lock/lock') as typeof import('../lock/lock');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { LockFileError, readLock } = require('../lock/lock-file') as typeof import('../lock/lock-file');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { scopeOf } = require('../lock/lock-scope') as typeof import('../lock/lock-scope');
  try {
    const locked = readLock(readFileSync(file, 'utf8'), file).systems;
    const place = placeOf(outdir, dirname(resolve(file)));
    const nameOf = namesIn(locked);
    const all = withGoneClusters(parts, locked);
    const compared = all.map(({ cluster, manifests }) => {
      const now = systemsOf(manifests, undefined, cluster);
      const { systems, isWhole, isKnown } = scopeOf(lockedIn(cluster, locked, all), now, place);
      return { cluster: cluster ?? '', isKnown, systems, now, breaks: lockBreaks(systems, now, { nameOf, isWhole }) };
    });
    const breaks = foundInEach(new Map(compared.map(one => [one.cluster, one.breaks])));
    const isUnknown = compared.every(({ isKnown, systems }) => !isKnown && systems.length === 0);
    const isOther = !place.isTest && isUnknown && compared.some(({ now }) => now.length > 0);
    const known = compared.filter(({ isKnown }) => isKnown).flatMap(({ systems }) => systems);
    const others = place.isTest || parts.length > 1 ? [] : foldersBelow(known, place);
    return { problems: breaks.length > 0 ? [textOf(breaks, file, place, others)] : [], notes: isOther ? [noteOf(file, place)] : [] };
  } catch (error) {
    if (error instanceof LockFileError) { return { problems: error.problems, notes: [] }; }
    throw error;
  }
}

/** A cluster that is gone from the code: its systems are, too. */
function withGoneClusters(parts: readonly PartOfApp[], locked: readonly LockedSystem[]): PartOfApp[] {
  const known = new Set(parts.map(({ cluster }) => cluster));
  const gone = new Set(locked.map(({ cluster }) => cluster).filter(cluster => cluster !== undefined && !known.has(cluster)));
  return known.has(undefined) ? [...parts] : [...parts, ...[...gone].map(cluster => ({ cluster, manifests: [] }))];
}

/** What is locked for a cluster: under its name, or in a folder of its name. What says nothing of a cluster holds in each. */
function lockedIn(cluster: string | undefined, locked: readonly LockedSystem[], parts: readonly PartOfApp[]): LockedSystem[] {
  if (cluster === undefined) { return [...locked]; }
  const names = parts.map(part => part.cluster!);
  const clusterOf = (system: LockedSystem) => system.cluster ?? names.find(name => `/${system.folder ?? ''}/`.includes(`/${name}/`)) ?? cluster;
  return locked.filter(system => clusterOf(system) === cluster);
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
    ...breaks.map(found => `  ${found.message}${inTheseClusters(found)}: ${found.fix}`),
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
