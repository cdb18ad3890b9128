import { ObjectCheck } from './object-check';

export { SYSTEM_CHECKS } from './system-checks';

/** Checks of one object for itself, in the order they run. */
export const OBJECT_CHECKS: readonly ObjectCheck[] = [
];
