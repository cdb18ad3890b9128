import { MINORS, NEWEST_MINOR } from '../../../scripts/kubernetes/minors';

/** `npm run test:kubernetes -- --all`. The tests run in jest's own process, for they are one after the other. */
export const ALL = process.argv.includes('--all');

/** The minors that are tested. */
export const TESTED_MINORS = ALL ? MINORS : [NEWEST_MINOR];
