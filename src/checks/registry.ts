import { Check } from './check';
import { ObjectCheck } from './object-check';

/** Checks of one object for itself, in the order they run. */
export const OBJECT_CHECKS: readonly ObjectCheck[] = [
];

/** Checks of the whole system, in the order they run. */
export const SYSTEM_CHECKS: readonly Check[] = [
];
