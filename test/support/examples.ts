import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { parseAllDocuments } from 'yaml';
import * as stateful from '../../src';
import { KubernetesVersion } from '../../src/kubernetes/kubernetes-version';
import { Manifest } from '../../src/kubernetes/manifest';

const FOLDER = resolve(__dirname, '../../examples');

/** Names of all examples, without `.ts`. */
export const EXAMPLES = readdirSync(FOLDER).filter(file => file.endsWith('.ts')).map(file => file.slice(0, -'.ts'.length)).sort();

/** Examples for clusters of this version or a newer one; all others fit every version. */
export const SINCE: Readonly<Record<string, string>> = { 'newer-kubernetes': '1.35' };

/** Examples that fit a version. */
export function examplesFor(version: KubernetesVersion): string[] {
  return EXAMPLES.filter(name => version.isSince(SINCE[name] ?? '1.27'));
}

/** Runs an example as a user would and gives back the YAML that it writes, all files together. */
export function runExample(name: string): string {
  return Object.values(filesOfExample(name)).join('---\n');
}

/**
 * Runs an example as a user would and gives back the files that it writes, in the order of their names.
 *
 * @param library what it imports as `cdk8s-stateful`
 */
export function filesOfExample(name: string, library: unknown = stateful): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  const before = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = outdir;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const load = (module: string) => module === 'cdk8s-stateful' ? library : require(module);
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    // Anew each time, but with the library as it is loaded already.
    const { code } = transformSync(readFileSync(join(FOLDER, `${name}.ts`), 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20' });
    new Function('require', 'module', code)(load, { exports: {} });
    return Object.fromEntries(readdirSync(outdir).sort().map(file => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    log.mockRestore();
    if (before === undefined) { delete process.env.CDK8S_OUTDIR; } else { process.env.CDK8S_OUTDIR = before; }
    rmSync(outdir, { recursive: true });
  }
}

/** The objects of a YAML text. */
export function manifestsOf(yaml: string): Manifest[] {
  return parseAllDocuments(yaml).map(document => document.toJS());
}
