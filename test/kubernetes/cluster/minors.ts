import { DEFAULT_MINOR } from '../../../scripts/kubernetes/minors';
import { ALL } from '../../support/all';

/** Of so many minors, whole clusters are built; of the others API servers alone. */
const WHOLE_CLUSTERS = ['1.27', '1.32', DEFAULT_MINOR];

/** The minors that are tested: all of those, or the default, or those of `KUBERNETES=1.27,1.32 npm run test:kubernetes`. */
export const TESTED_MINORS = process.env.KUBERNETES?.split(',') ?? (ALL ? WHOLE_CLUSTERS : [DEFAULT_MINOR]);
