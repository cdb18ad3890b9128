import { basename, relative, resolve, sep } from 'path';

/**
 * Name of an app in the list of the files that it wrote: its own, or the program that was started, as seen from the output folder. Empty where the
 * program says nothing: that of tests, of jsii for other languages, or none.
 */
export function appName(outdir: string, name: string | undefined, program: string | undefined = process.argv[1]): string {
  const own = oneLine(name ?? '');
  if (own !== '' || program === undefined || isShared(program)) { return own; }
  return oneLine(relative(resolve(outdir), resolve(program)).split(sep).join('/'));
}

/** Many apps are started by it. */
function isShared(program: string): boolean {
  return program === '-' || /[\\/]node_modules[\\/]/.test(program) || basename(program).startsWith('jsii-runtime');
}

/** The list has a line for each name. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
