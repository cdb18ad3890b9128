import { PropRule } from '../../props/problems';

/** The directory of a claim, below the export: one for each. */
export const CLAIM_PATTERN = '${pvc.metadata.namespace}.${pvc.metadata.name}';

export const STAYS_IN_EXPORT: PropRule<{ readonly subDir?: string }> = {
  broken: ({ subDir = CLAIM_PATTERN }) => subDir.split('/').includes('..'),
  message: ({ subDir }) => `'subDir' must not leave the export, got '${subDir}'; write it without '..'`,
};
