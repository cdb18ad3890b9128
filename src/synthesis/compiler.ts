import { setFlagsFromString } from 'node:v8';

/** What V8 is told, and what it does by itself. */
interface CompilerFlags {
  readonly later: string;
  readonly usual: string;
}

const FLAG = '--interrupt-budget';

/**
 * The V8 of Node 20 has no fast compiler between the interpreter and the optimizing one; newer ones need nothing of this. A command and a synthesis
 * run hundreds of small functions for a moment each: what is optimized meanwhile costs a third of the processor time, and saves less.
 */
const V8_OF_NODE_20 = 11;

/** The flags by which this V8 waits longer before it optimizes a function, unless whoever started Node has chosen. */
export function compilerFlags(versionOfV8: string, started: readonly string[] = []): CompilerFlags | undefined {
  if (parseInt(versionOfV8, 10) !== V8_OF_NODE_20 || started.some(option => option.includes(FLAG))) { return undefined; }
  return { later: `${FLAG}=300000`, usual: `${FLAG}=67584` };
}

function flagsOfThisProcess(): CompilerFlags | undefined {
  return compilerFlags(process.versions.v8, [...process.execArgv, process.env.NODE_OPTIONS ?? '']);
}

/** From now on. The flag is for all code of the process: only for one of our own, and for one that makes manifests. */
export function optimizeLater(): void {
  const flags = flagsOfThisProcess();
  if (flags) { setFlagsFromString(flags.later); }
}

/** Optimizes later while this runs, and as usual after it. */
export function optimizingLater<T>(run: () => T): T {
  const flags = flagsOfThisProcess();
  if (!flags) { return run(); }
  setFlagsFromString(flags.later);
  try {
    return run();
  } finally {
    setFlagsFromString(flags.usual);
  }
}
