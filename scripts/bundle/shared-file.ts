/**
 * A file of the package that others share: it has many source files, each under its path, and whoever imports one of these asks that file for it.
 * So what `check`, `diff` and the library all need is in the package once.
 */
import { dirname, join, relative, resolve } from 'node:path';
import { BuildOptions, Plugin, build } from 'esbuild';

export const SRC = resolve(__dirname, '../../src');
export const LIB = resolve(__dirname, '../../lib');

/** A path as `require` takes it: from the file that is made to another file of the package. */
export function requirePath(outfile: string, file: string): string {
  const fromHere = relative(dirname(outfile), join(LIB, file)).replaceAll('\\', '/');
  return fromHere.startsWith('.') ? fromHere : `./${fromHere}`;
}

/** The source file that an import names, without its ending. */
export function sourceOf(resolveDir: string, path: string): string {
  return relative(SRC, join(resolveDir, path)).replaceAll('\\', '/');
}

export interface SharedFile {
  /** In lib/. */
  readonly file: string;
  /** It has what these files import, … */
  readonly of: readonly string[];
  /** … as far as it stands in these folders of src/. */
  readonly folders: readonly string[];
}

/** What a source file imports, or requires inside of functions: paths without their endings. */
interface Imports {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

type ImportsOfFiles = ReadonlyMap<string, Imports>;

/** The imports of some source files and of all that they import. */
export async function importsOf(files: readonly string[]): Promise<ImportsOfFiles> {
  const entryPoints = files.map(file => join(SRC, file));
  const { metafile } = await build({ entryPoints, bundle: true, platform: 'node', packages: 'external', outdir: LIB, write: false, metafile: true });
  const source = (path: string) => path.replace(/^src\/|\.ts$/g, '');
  return new Map(Object.entries(metafile!.inputs).map(([path, { imports }]) => {
    const ofKind = (later: boolean) => imports.filter(({ kind, external }) => !external && later === (kind === 'require-call')).map(to => source(to.path));
    return [source(path), { now: ofKind(false), later: ofKind(true) }];
  }));
}

/** These source files and all that they import. */
function reachedBy(files: readonly string[], imports: ImportsOfFiles): Set<string> {
  const reached = new Set<string>();
  const visit = (source: string) => {
    if (reached.has(source)) { return; }
    reached.add(source);
    imports.get(source)?.now.forEach(visit);
  };
  files.forEach(file => visit(file.replace(/\.ts$/, '')));
  return reached;
}

/** What is in each shared file. */
export function sharedSources(files: readonly SharedFile[], imports: ImportsOfFiles): Map<string, string> {
  const shared = new Map<string, string>();
  for (const { file, of, folders } of files) {
    for (const source of reachedBy(of, imports)) {
      if (!shared.has(source) && folders.includes(source.split('/')[0])) { shared.set(source, file); }
    }
  }
  return shared;
}

/** The text of a shared file: those of its source files under their paths that others ask it for. */
export function textOf(file: string, shared: ReadonlyMap<string, string>, users: readonly string[], imports: ImportsOfFiles): BuildOptions {
  const importers = reachedBy(users, imports);
  const asked = [...imports].filter(([source]) => shared.get(source) !== file)
    .flatMap(([source, { now, later }]) => importers.has(source) ? [...now, ...later] : later);
  const contents = [...new Set(asked)].filter(source => shared.get(source) === file)
    .map(source => `export * as ${JSON.stringify(source)} from './${source}';\n`).join('');
  return { entryPoints: undefined, stdin: { contents, resolveDir: SRC, loader: 'ts' } };
}

/** Takes from shared files what they have. `later`: only what is required inside of functions. */
export function fromShared(shared: ReadonlyMap<string, string>, outfile: string, later: boolean): Plugin {
  return {
    name: 'from-shared',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ kind, path, namespace, resolveDir }) => {
        if (namespace.startsWith('shared')) { return { path, external: true }; }
        const source = sourceOf(resolveDir, path);
        if (!shared.has(source) || outfile === join(LIB, shared.get(source)!) || later && kind !== 'require-call') { return undefined; }
        return { path: source, namespace: kind === 'require-call' ? 'shared-later' : 'shared' };
      });
      onLoad({ filter: /./, namespace: 'shared-later' }, ({ path }) => ({ contents: `module.exports = ${requireOf(path)};` }));
      // Constants are read faster than the properties of a module.
      onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const names = Object.keys(require(join(LIB, shared.get(path)!))[path]).join(', ');
        return { contents: `const { ${names} } = ${requireOf(path)};\nexport { ${names} };` };
      });
      const requireOf = (source: string) => `require(${JSON.stringify(requirePath(outfile, shared.get(source)!))})[${JSON.stringify(source)}]`;
    },
  };
}
