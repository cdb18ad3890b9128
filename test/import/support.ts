import { transformSync } from 'esbuild';
import { checkManifests } from '../../src/checks/run';
import { LoadPackage } from '../../src/import/evaluate';
import { Imported, ImportOptions, importDocuments } from '../../src/import/import';
import { ApiModel } from '../../src/kubernetes/api/model';
import { readDocuments } from '../../src/manifest/read/read';

/** Packages as the program of a user finds them. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const load: LoadPackage = name => require(name);

/** What YAML becomes. */
export function imported(yaml: string, options: Partial<ImportOptions> = {}): Imported {
  return importDocuments(readDocuments(yaml, 'a.yaml'), { models: [ApiModel.of()], load, name: 'shop', ...options });
}

/** Compiles and runs a program, as a user would, and gives back the YAML that it writes. */
export function synthesized(text: string): string {
  const { App } = load('cdk8s');
  let yaml = '';
  class Recorded extends App { public synth() { yaml = (this as any).synthYaml(); } }
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20' });
  new Function('require', code)((name: string) => name === 'cdk8s' ? { ...load('cdk8s'), App: Recorded } : load(name));
  return yaml;
}

/** Why a program does not synthesize; undefined if it does. */
export function refusalOfText(text: string): string | undefined {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try { synthesized(text); } catch (error) { return String(error); } finally { stderr.mockRestore(); }
  return undefined;
}

/** What the checks find in manifests, or in those that a program makes. */
export function problemsOf(text: string): string[] {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const yaml = text.startsWith('import ') ? synthesized(text) : text;
  stderr.mockRestore();
  const manifests = readDocuments(yaml, 'a.yaml').flatMap(({ manifest }) => manifest ?? []);
  return checkManifests(manifests).filter(({ severity }) => severity !== 'info').map(({ rule, object, path }) => `${rule} ${JSON.stringify(object)} ${path}`);
}
