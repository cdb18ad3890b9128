import { LockInputs } from './lock-inputs';
import { LockRequest } from './lock-messages';
import { fileInRepository } from './workspace';
import { LOCK_RULES, LockedSystem, namesIn, notLockedYet } from '../lock/lock';
import { LockUpdate } from '../lock/lock-update';
import { Place } from '../reports/finding';
import { Report } from '../reports/report';

/** What `lock --check` finds: what breaks the lock, and what is not locked yet; each in its manifest, or in the lock file if there is none. */
export function lockReport({ file }: LockRequest, inputs: LockInputs, { refused, added, now, lock }: LockUpdate): Report {
  const { documents, systems, documentOf, clusters } = inputs;
  const nameOf = namesIn(lock.systems);
  const placeOf = (system: LockedSystem | undefined, path: string): Place => {
    // What is gone here may be there in another folder or cluster, by the same name.
    const document = system && documentOf.get(system);
    return document ? { file: inRepository(document.file), ...document.positionOf(path) } : { file: inRepository(file), line: 1, column: 1 };
  };
  return {
    command: 'lock',
    files: [...new Set(documents.map(document => inRepository(document.file)))],
    objects: systems.length,
    clusters,
    findings: [
      ...refused.map(broken => ({ ...broken, place: placeOf(now.get(broken.id), broken.path) })),
      ...added.map(system => ({ ...notLockedYet(system, nameOf(system)), place: placeOf(system, '') })),
    ],
    acknowledged: 0,
    failOn: 'error',
    rules: new Map(Object.values(LOCK_RULES).map(rule => [rule.id, rule])),
  };
}

function inRepository(file: string): string {
  return fileInRepository(file) ?? file;
}
