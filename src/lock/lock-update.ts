import { LockBreak, LockedSystem, inOrder, lockBreaks, matched, namesIn } from './lock';
import { Acceptance, Lock } from './lock-file';

/** What `lock` would write, and what stands against it. */
export interface LockUpdate {
  readonly lock: Lock;
  /** Systems that were not locked before. */
  readonly added: readonly LockedSystem[];
  /** Changes of the identity that nobody accepted: nothing may be written while there are any. */
  readonly refused: readonly LockBreak[];
  /** Acceptances of systems that do not break the lock. */
  readonly unused: readonly Acceptance[];
  /** What each locked system is now, by what it is called; without those that are gone. */
  readonly now: ReadonlyMap<string, LockedSystem>;
}

/**
 * The lock with these systems. New ones are added; a locked system changes or
 * goes only if it was accepted by name. Old acceptances are kept as the record
 * of why.
 *
 * @param scope what of the lock the systems are held against and take the place of; the rest stays
 */
export function updateLock(
  before: Lock, scope: readonly LockedSystem[], systems: readonly LockedSystem[], accepted: readonly Acceptance[],
): LockUpdate {
  const nameOf = namesIn(before.systems);
  const breaks = lockBreaks(scope, systems, { nameOf });
  const wanted = new Set(accepted.map(({ id }) => id));
  const broken = new Set(breaks.map(({ id }) => id));
  const replaced = new Set(scope);
  const matches = matched(scope, systems);
  const known = new Map([...matches].map(([locked, system]) => [system, locked]));
  // What came through a pipe is still what is written to its folder.
  const placed = systems.map(system => system.folder === undefined ? { ...known.get(system), ...system } : system);
  return {
    lock: {
      systems: inOrder([...before.systems.filter(system => !replaced.has(system)), ...placed]),
      accepted: [...before.accepted.filter(({ id }) => !wanted.has(id)), ...accepted.filter(({ id }) => broken.has(id))],
    },
    added: systems.filter(system => !known.has(system)),
    refused: breaks.filter(({ id }) => !wanted.has(id)),
    unused: accepted.filter(({ id }) => !broken.has(id)),
    now: new Map([...matches].map(([locked, system]) => [nameOf(locked), system])),
  };
}

/** A lock without some systems, and what of it could not be done. */
export interface Unlocked {
  readonly lock: Lock;
  readonly systems: readonly LockedSystem[];
  /** Acceptances of systems that are not locked. */
  readonly unused: readonly Acceptance[];
}

/**
 * The lock without some systems, for as long as their new identity is not
 * written: synthesis fails while they are locked, so there is nothing yet that
 * they could be locked as.
 */
export function unlock(before: Lock, accepted: readonly Acceptance[]): Unlocked {
  const nameOf = namesIn(before.systems);
  const wanted = new Set(accepted.map(({ id }) => id));
  const systems = before.systems.filter(system => wanted.has(nameOf(system)));
  const found = new Set(systems.map(nameOf));
  return {
    lock: {
      systems: before.systems.filter(system => !systems.includes(system)),
      accepted: [...before.accepted.filter(({ id }) => !found.has(id)), ...accepted.filter(({ id }) => found.has(id))],
    },
    systems,
    unused: accepted.filter(({ id }) => !found.has(id)),
  };
}

export const NO_LOCK: Lock = { systems: [], accepted: [] };
