import { Problem } from './engine/check';
import { RuleInfo } from '../reports/rule';

/** Reported when a check throws: a mistake of ours, or an input stranger than we thought of. */
export const checkFailed: RuleInfo = {
  id: 'check-failed',
  why: 'a check could not finish, so this object was not checked by it',
};

/** What is reported in place of what a check would have found. */
export function failure(id: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    check: checkFailed,
    path: '',
    message: `the check '${id}' could not finish: ${reason}`,
    fix: 'report this with the manifest; until then acknowledge it by id and reason',
  };
}
