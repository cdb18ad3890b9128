/** `npm run test:clusters -- --all` and `npm run test:kubernetes -- --all`. Their tests run in jest's own process, for they are one after the other. */
export const ALL = process.argv.includes('--all');

/** Why a test did not run that only `--all` runs. */
export const WITH_ALL = 'it runs with -- --all';
