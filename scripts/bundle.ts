/**
 * `npx projen compile` runs this after jsii: it makes the files that are loaded out of src, each with all that it
 * imports. Node spends more time on finding 200 files than on running them, and on reading code than on running it.
 *
 * What a file requires inside of a function is loaded later, if at all, and so is not in it. Of these, the ones that
 * are often needed are bundled too; the others stay as jsii compiled them.
 */
import { cpSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { BuildOptions, Plugin, build } from 'esbuild';
import * as ts from 'typescript';
import { FILES_WITH_PACKAGES } from './bundled-packages';
import { pageAssets } from '../src/graph/page-assets';

const SRC = resolve(__dirname, '../src');
const LIB = resolve(__dirname, '../lib');

/** Loaded later by the library. */
const LATER = ['synthesis/checks-of-app.ts', 'checks/run.ts', 'manifest/read/yaml-text.ts'];

/** The files of the command line, one for each command or for those that belong together. */
const COMMANDS = [
  'cli/check.ts',
  'cli/change-commands.ts',
  'cli/lock.ts',
  'cli/graph.ts',
  'cli/describe.ts',
  'cli/import.ts',
  'cli/completion.ts',
  'cli/init.ts',
];

/** Stand in files of their own: an error is known by its class, of which there must be one only, and others would require packages that users do not have. */
const SHARED = ['cli/usage-error', ...FILES_WITH_PACKAGES.map(file => file.replace(/\.ts$/, ''))];

/** The largest files of data, which every command reads: once in the package is enough. */
const API_DATA = ['fields', 'gates', 'kinds'].map(name => `kubernetes/api/${name}.generated`);

function bundle(file: string, { plugins = [], ...options }: BuildOptions, whole = false) {
  const outfile = join(LIB, file.replace(/\.ts$/, '.js'));
  return build({
    entryPoints: [join(SRC, file)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
    plugins: [packagesOnce, filesOfTheirOwn(outfile, whole), ...plugins],
    ...options,
  });
}

/** Leaves out what is shared, and what is required inside of functions unless the file is to be whole. */
function filesOfTheirOwn(outfile: string, whole: boolean): Plugin {
  return {
    name: 'files-of-their-own',
    setup: ({ onResolve }) => onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const source = relative(SRC, join(resolveDir, path)).replaceAll('\\', '/');
      const isShared = SHARED.includes(source) || API_DATA.includes(source) && outfile.startsWith(join(LIB, 'cli'));
      if (!isShared && (whole || kind !== 'require-call')) { return undefined; }
      const fromHere = relative(dirname(outfile), join(LIB, source)).replaceAll('\\', '/');
      return { path: fromHere.startsWith('.') ? fromHere : `./${fromHere}`, external: true };
    }),
  };
}

/** Requires a package once for all files of a bundle: Node looks for it anew each time if somebody else has loaded it already. */
const packagesOnce: Plugin = {
  name: 'packages-once',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(cdk8s|constructs)$/ }, ({ path, namespace }) => namespace === 'once' ? { path, external: true } : { path, namespace: 'once' });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    onLoad({ filter: /./, namespace: 'once' }, ({ path }) => ({ contents: `export { ${Object.keys(require(path)).join(', ')} } from '${path}';` }));
  },
};

/** Leaves out the examples of checks, which are a quarter of their code: documentation, tests and `explain` show them, no synthesis does. */
const withoutExamples: Plugin = {
  name: 'without-examples',
  setup: ({ onLoad }) => onLoad({ filter: /\/checks\/.*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    return { contents: withoutProperties(ts.createSourceFile(path, text, ts.ScriptTarget.Latest), text, ['bad', 'good']), loader: 'ts' };
  }),
};

function withoutProperties(source: ts.SourceFile, text: string, names: readonly string[]): string {
  let rest = '';
  let position = 0;
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && names.includes(node.name.text)) {
      rest += text.slice(position, node.pos);
      position = text[node.end] === ',' ? node.end + 1 : node.end;
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  return rest + text.slice(position);
}

/** The script and the style of the page as two constants: users have no esbuild. */
const pageInside: Plugin = {
  name: 'page-inside',
  setup: ({ onLoad }) => onLoad({ filter: /page-assets\.ts$/ }, () => ({ contents: `const assets = ${JSON.stringify(pageAssets())};\nexport const pageAssets = () => assets;` })),
};

/** Programs in other languages know an object by the tag that jsii puts on its class. */
function tagsOfClasses(): string {
  const { types, version } = JSON.parse(readFileSync(resolve(LIB, '../.jsii'), 'utf8'));
  const classes = Object.values<{ kind: string; name: string; fqn: string }>(types).filter(({ kind }) => kind === 'class');
  return classes.map(({ name, fqn }) => `module.exports.${name}[Symbol.for("jsii.rtti")]={fqn:"${fqn}",version:"${version}"};`).join('');
}

/** Scripts that run in containers are read at run time, from the folder of the file that reads them: published, that of the bundle. */
function copyFiles(from: string, to: string) {
  cpSync(join(SRC, from), join(LIB, to), { recursive: true, filter: file => statSync(file).isDirectory() || !file.endsWith('.ts') });
}

async function main() {
  copyFiles('constructs/databases', '.');
  // The plans of the command line are in lib/cli/change-commands.js.
  copyFiles('diff/plan', 'cli');
  // Names and lines stay: Node shows people the line that throws.
  await bundle('index.ts', { footer: { js: tagsOfClasses() } });
  for (const file of LATER) { await bundle(file, { minify: true, lineLimit: 120, plugins: [withoutExamples] }); }
  // Their packages are ES modules, which older versions of Node 20 cannot require: they become parts of the files.
  for (const file of FILES_WITH_PACKAGES) { await bundle(file, { minify: true, lineLimit: 120, packages: 'bundle' }); }
  await bundle('graph/html.ts', { minify: true, lineLimit: 120, plugins: [pageInside] });
  // Alone it would need esbuild.
  await bundle('graph/page-assets.ts', { minify: true, plugins: [pageInside] });
  await bundle('cli/main.ts', {});
  for (const file of COMMANDS) {
    await bundle(file, { minify: true, lineLimit: 120, plugins: [withoutExamples] });
  }
  // It shows what is left out elsewhere.
  await bundle('cli/explain.ts', { minify: true, lineLimit: 120 }, true);
}

void main();
