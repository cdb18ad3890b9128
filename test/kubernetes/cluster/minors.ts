import { MINORS, NEWEST_MINOR } from '../../../scripts/kubernetes/minors';

/** `npm run test:kubernetes -- --all`. The tests run in jest's own process, for they are one after the other. */
export const ALL = process.argv.includes('--all');

/** The minors that are tested: all, or the newest, or those of `KUBERNETES=1.27,1.32 npm run test:kubernetes`. */
export const TESTED_MINORS = process.env.KUBERNETES?.split(',') ?? (ALL ? MINORS : [NEWEST_MINOR]);
