import { checkFailed } from './check-failed';
import { outdatedAcknowledgement, unusedAcknowledgement } from './configuration/acknowledge';
import { CUSTOM_RESOURCE_RULES } from './custom-resources/rules';
import { DOCUMENT_CHECKS } from './engine/document-checks';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from './rules/registry';
import { RuleInfo } from '../reports/rule';

/** Everything that may be found, by id, in the order of the docs: texts, objects, systems, and the checker itself. */
export function catalogue(): ReadonlyMap<string, RuleInfo> {
  const all: readonly RuleInfo[] = [
    ...Object.values(DOCUMENT_CHECKS),
    ...OBJECT_CHECKS.flatMap(({ checks }) => checks),
    ...CUSTOM_RESOURCE_RULES,
    ...SYSTEM_CHECKS,
    unusedAcknowledgement,
    outdatedAcknowledgement,
    checkFailed,
  ];
  return new Map(all.map(check => [check.id, check]));
}
