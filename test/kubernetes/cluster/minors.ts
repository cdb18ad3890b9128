import { DEFAULT_MINOR } from '../../../scripts/kubernetes/minors';

/** `npm run test:kubernetes -- --all`. The tests run in jest's own process, for they are one after the other. */
export const ALL = process.argv.includes('--all');

/** Of so many minors, whole clusters are built; of the others API servers alone. */
const WHOLE_CLUSTERS = ['1.27', '1.32', DEFAULT_MINOR];

/** The minors that are tested: all of those, or the default, or those of `KUBERNETES=1.27,1.32 npm run test:kubernetes`. */
export const TESTED_MINORS = process.env.KUBERNETES?.split(',') ?? (ALL ? WHOLE_CLUSTERS : [DEFAULT_MINOR]);
