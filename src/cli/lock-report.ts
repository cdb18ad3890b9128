import { LockInputs } from './lock-inputs';
import { LockRequest } from './lock-messages';
import { fileInRepository } from './workspace';
import { LOCK_RULES, LockBreak, namesIn, notLockedYet } from '../lock/lock';
import { LockUpdate } from '../lock/lock-update';
import { identityOf } from '../manifest/inventory';
import { Place } from '../reports/finding';
import { Report } from '../reports/report';

/** What `lock --check` finds: what breaks the lock, and what is not locked yet; each in its manifest, or in the lock file if there is none. */
export function lockReport({ file }: LockRequest, { documents, systems, clusters }: LockInputs, { refused, added, lock }: LockUpdate): Report {
  const nameOf = namesIn(lock.systems);
  const byIdentity = new Map(documents.map(document => [identityOf(document.manifest), document]));
  const placeOf = ({ object: { apiVersion, kind, namespace, name }, path }: LockBreak): Place => {
    const document = byIdentity.get(identityOf({ apiVersion, kind, metadata: { namespace, name } }));
    return document ? { file: inRepository(document.file), ...document.positionOf(path) } : { file: inRepository(file), line: 1, column: 1 };
  };
  return {
    command: 'lock',
    files: [...new Set(documents.map(document => inRepository(document.file)))],
    objects: systems.length,
    clusters,
    findings: [...refused, ...added.map(system => notLockedYet(system, nameOf(system)))].map(broken => ({ ...broken, place: placeOf(broken) })),
    acknowledged: 0,
    failOn: 'error',
    rules: new Map(Object.values(LOCK_RULES).map(rule => [rule.id, rule])),
  };
}

function inRepository(file: string): string {
  return fileInRepository(file) ?? file;
}
