import { ObjectCheck } from './object-check';
import { RULE_CHECKS } from './rules/all';

export { SYSTEM_CHECKS } from './system-checks';

/** Checks of one object for itself, in the order they run. */
export const OBJECT_CHECKS: readonly ObjectCheck[] = [
  ...RULE_CHECKS,
];
