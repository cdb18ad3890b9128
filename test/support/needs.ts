type Named = (name: string, ...rest: any[]) => unknown;
type Each = (...table: any[]) => Named;

/** `test` and `describe` that run only where something is there; else they are skipped, and the end of the run says why. */
export function needs(isThere: boolean, missing: string): { test: jest.It; describe: jest.Describe } {
  return isThere ? { test, describe } : { test: skipping(test.skip, missing), describe: skipping(describe.skip, missing) };
}

/** `[skipped: …]` is what test/support/jest/skipped-reporter.js looks for. */
function skipping<T extends Named & { each: Each }>(skip: T, missing: string): any {
  const told = (call: Named): Named => (name, ...rest) => call(`${name} [skipped: ${missing}]`, ...rest);
  return Object.assign(told(skip), { each: (...table: any[]) => told(skip.each(...table)) });
}
