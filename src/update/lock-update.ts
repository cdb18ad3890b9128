import { LockBreak, idOf, lockBreaks, systemsOf } from './lock';
import { Acceptance, Lock } from './lock-file';
import { Manifest } from '../manifest/manifest';

/** What `lock` would write, and what stands against it. */
export interface LockUpdate {
  readonly lock: Lock;
  /** Changes of the identity that nobody accepted: nothing may be written while there are any. */
  readonly refused: readonly LockBreak[];
  /** Acceptances of systems that do not break the lock. */
  readonly unused: readonly Acceptance[];
}

/**
 * The lock of these manifests. New systems are added; a locked system changes
 * or goes only if it was accepted by name. Old acceptances are kept as the
 * record of why.
 */
export function updateLock(before: Lock, manifests: readonly Manifest[], accepted: readonly Acceptance[]): LockUpdate {
  const breaks = lockBreaks(before.systems, manifests);
  const wanted = new Set(accepted.map(({ id }) => id));
  const broken = new Set(breaks.map(({ id }) => id));
  return {
    lock: {
      systems: systemsOf(manifests),
      accepted: [...before.accepted.filter(({ id }) => !wanted.has(id)), ...accepted.filter(({ id }) => broken.has(id))],
    },
    refused: breaks.filter(({ id }) => !wanted.has(id)),
    unused: accepted.filter(({ id }) => !broken.has(id)),
  };
}

/**
 * The lock without some systems, for as long as their new identity is not
 * written: synthesis fails while they are locked, so there is nothing yet that
 * they could be locked as.
 */
export function unlock(before: Lock, accepted: readonly Acceptance[]): LockUpdate {
  const wanted = new Set(accepted.map(({ id }) => id));
  const locked = new Set(before.systems.map(idOf));
  return {
    lock: {
      systems: before.systems.filter(system => !wanted.has(idOf(system))),
      accepted: [...before.accepted.filter(({ id }) => !wanted.has(id)), ...accepted],
    },
    refused: [],
    unused: accepted.filter(({ id }) => !locked.has(id)),
  };
}

export const NO_LOCK: Lock = { systems: [], accepted: [] };

/** The systems of a lock by `namespace/name`, for messages. */
export function idsOf({ systems }: Lock): string[] {
  return systems.map(idOf);
}
