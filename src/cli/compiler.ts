import { setFlagsFromString } from 'node:v8';

/** The first V8 with a fast compiler between the interpreter and the optimizing one. Node 20 has an older one, Node 22 a newer one. */
const WITH_FAST_COMPILER = 12;

/**
 * What makes V8 wait longer before it optimizes a function. A command lasts a second or a few: what the V8 of Node 20 optimizes meanwhile costs
 * a quarter of the processor time, and saves less.
 */
export function compilerFlag(versionOfV8: string): string | undefined {
  return parseInt(versionOfV8, 10) < WITH_FAST_COMPILER ? '--interrupt-budget=300000' : undefined;
}

/** Only for a process of our own: the flag is for all code in it. */
export function optimizeLater(): void {
  const flag = compilerFlag(process.versions.v8);
  if (flag !== undefined) { setFlagsFromString(flag); }
}
