/** The commands that compare: one file of the package, so that what both need is in it once. */
export { diff } from './diff';
export { graphOfChange } from './graph-change';
export { upgradeCheck } from './upgrade-check';
