import { LockedSystem, idOf, isSameIdentity } from './lock';

/** Where manifests are written to, or were read from. */
export interface LockPlace {
  /** The folder, from the folder of the lock file, such as `dist`. @default - none: standard input */
  readonly folder?: string;
  /** True if everything below the folder was read too; an app that is written elsewhere below it is another one. @default false */
  readonly isDeep?: boolean;
  /** True for a folder that says nothing about which app this is, such as that of `cdk8s synth --stdout`. @default false */
  readonly isTemporary?: boolean;
  /** True for a test, which may synthesize a part of an app. @default false */
  readonly isTest?: boolean;
}

/** What of a lock some manifests are held against. */
export interface LockScope {
  /** What must be as it is locked. */
  readonly systems: readonly LockedSystem[];
  /** Whether one of these that is missing is gone; otherwise it may be somewhere else. */
  readonly isWhole: boolean;
  /** Whether the lock knows the folder, so that nothing had to be guessed. */
  readonly isKnown: boolean;
}

/**
 * The part of a lock that manifests are held against. Several apps may share a
 * lock; they are distinguished by the folders they are written to. If the lock
 * does not know the folder, the manifests are held against the apps that they
 * may be:
 *
 * - written to another folder: the only app of the lock, if it has a system of
 *   the same name; otherwise this is another app
 * - without a folder to go by: the apps that have systems of the same name, or
 *   the only app of the lock
 * - in a test: the systems of the same name
 */
export function scopeOf(locked: readonly LockedSystem[], now: readonly LockedSystem[], place: LockPlace): LockScope {
  const { folder, isDeep, isTemporary, isTest = false } = place;
  const anywhere = locked.filter(system => system.folder === undefined);
  const below = locked.filter(system => folder !== undefined && system.folder !== undefined && isWithin(system.folder, folder));
  const direct = below.filter(system => system.folder === folder);
  // Below the folder are the charts of this app, if it gives each one a folder; else other apps.
  const here = direct.length > 0 && !isDeep ? direct : below;
  if (here.length > 0 || anywhere.length === locked.length) { return { systems: [...anywhere, ...here], isWhole: !isTest, isKnown: true }; }

  const ids = new Set(now.map(idOf));
  const apps = appsIn(locked);
  const namesakes = apps.filter(app => app.some(system => ids.has(idOf(system))));
  const onlyApp = apps.length === 1 ? apps : [];
  const fromNowhere = namesakes.length > 0 ? namesakes : onlyApp;
  const candidates = isTest || folder === undefined || isTemporary ? fromNowhere : onlyApp.filter(app => namesakes.includes(app));
  return { systems: [...anywhere, ...likeliest(candidates, now).flat()], isWhole: !isTest, isKnown: false };
}

/** True for the folder itself, and for what is below it. */
function isWithin(folder: string, parent: string): boolean {
  return parent === '.' ? !folder.startsWith('..') : folder === parent || folder.startsWith(`${parent}/`);
}

/** Locked systems folder by folder. */
function appsIn(locked: readonly LockedSystem[]): LockedSystem[][] {
  const apps = new Map<string, LockedSystem[]>();
  for (const system of locked) {
    if (system.folder === undefined) { continue; }
    apps.set(system.folder, [...apps.get(system.folder) ?? [], system]);
  }
  return [...apps.values()];
}

/** Folders with systems of the same name are for different clusters: of those the one that is most like what is there now. */
function likeliest(apps: readonly LockedSystem[][], now: readonly LockedSystem[]): LockedSystem[][] {
  const current = new Map(now.map(system => [idOf(system), system]));
  const likeness = (app: readonly LockedSystem[]) => app.filter(system => {
    const other = current.get(idOf(system));
    return other && isSameIdentity(system, other);
  }).length;
  const taken = new Set<string>();
  return apps.map(app => ({ app, likeness: likeness(app) })).sort((a, b) => b.likeness - a.likeness).flatMap(({ app }) => {
    const ids = app.map(idOf);
    if (ids.some(id => taken.has(id))) { return []; }
    for (const id of ids) { taken.add(id); }
    return [app];
  });
}
