import { ObjectCheck } from '../engine/object-check';
import { OBJECT_NAMES } from './object/object-names';
import { RULE_CHECKS } from './object-rules';
import { DERIVED_METADATA_CHECK, SCHEMA_CHECK } from '../schema/schema-check';

export { SYSTEM_CHECKS } from './system-checks';

/** Checks of one object for itself, in the order they run. */
export const OBJECT_CHECKS: readonly ObjectCheck[] = [
  SCHEMA_CHECK,
  DERIVED_METADATA_CHECK,
  OBJECT_NAMES,
  ...RULE_CHECKS,
];
