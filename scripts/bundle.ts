/**
 * `npx projen compile` runs this after jsii: it makes the files that are loaded out of src, each with all that it
 * imports. Node spends more time on finding 200 files than on running them, and on reading code than on running it.
 *
 * What a file requires inside of a function is loaded later, if at all, and so is not in it. Of these, the ones that
 * are often needed are bundled too; the others stay as jsii compiled them.
 */
import { cpSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BuildOptions, Plugin, build } from 'esbuild';
import * as ts from 'typescript';
import { LIB, SRC, SharedFile, fromShared, importsOf, requirePath, sharedSources, sourceOf, textOf } from './bundle/shared-file';
import { FILES_WITH_PACKAGES } from './bundled-packages';
import { catalogue } from '../src/checks/catalogue';
import { pageAssets } from '../src/graph/page-assets';

/** Loaded later by the library, besides what is shared. */
const LATER = ['synthesis/checks-of-app.ts', 'manifest/read/yaml-text.ts'];

const BELOW_CHECKS = ['kubernetes', 'manifest', 'reports', 'checks'];

/** What commands and library share, each with what those before it have not. */
const SHARED_FILES: readonly SharedFile[] = [
  { file: 'shared/checks.js', of: ['cli/check.ts', 'checks/violations.ts'], folders: BELOW_CHECKS },
  { file: 'shared/diff.js', of: ['cli/change-commands.ts', 'cli/import.ts'], folders: [...BELOW_CHECKS, 'diff'] },
  { file: 'shared/lock.js', of: ['lock/lock.ts', 'lock/lock-file.ts', 'lock/lock-scope.ts'], folders: [...BELOW_CHECKS, 'lock'] },
];

/** The files of the command line, one for each command or for those that belong together. */
const COMMANDS_THAT_CHECK = ['cli/check.ts', 'cli/change-commands.ts', 'cli/import.ts', 'cli/explain.ts'];
const OTHER_COMMANDS = ['cli/lock.ts', 'cli/graph.ts', 'cli/describe.ts', 'cli/completion.ts', 'cli/init.ts'];

/** What is required inside of functions. */
const LOADED_LATER = [...LATER, ...COMMANDS_THAT_CHECK, ...OTHER_COMMANDS, 'graph/html.ts'].map(file => file.replace(/\.ts$/, ''));

/** The largest files of data, which nearly everything reads: once in the package is enough. */
const API_DATA = ['fields', 'gates', 'kinds'].map(name => `kubernetes/api/${name}.generated`);

/**
 * Stand in files of their own, as jsii compiled them or with their packages: an error is known by its class, of which there must be one only, and
 * others would require packages that users do not have.
 */
const OF_THEIR_OWN = ['cli/usage-error', ...API_DATA, ...FILES_WITH_PACKAGES.map(file => file.replace(/\.ts$/, ''))];

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

/** The examples as a table, by the id of the rule: what they stand beside is shared, and has none. */
const examplesInside: Plugin = {
  name: 'examples-inside',
  setup: ({ onLoad }) => onLoad({ filter: /rule-examples\.ts$/ }, () => {
    const examples = Object.fromEntries([...catalogue().values()].map(({ id, bad, good }) => [id, { bad, good }]));
    return { contents: `const examples = ${JSON.stringify(examples)};\nexport const examplesOf = ({ id }) => examples[id] ?? {};` };
  }),
};

/** Leaves out what stands in a file of its own. What is required inside of functions must: else nothing would find it. */
function ofTheirOwn(outfile: string): Plugin {
  return {
    name: 'of-their-own',
    setup: ({ onResolve }) => onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const source = sourceOf(resolveDir, path);
      if (kind !== 'require-call' && !OF_THEIR_OWN.includes(source)) { return undefined; }
      if (kind === 'require-call' && !path.endsWith('.json') && ![...OF_THEIR_OWN, ...LOADED_LATER].includes(source)) {
        return { errors: [{ text: `${source} is loaded later, and no file of the package has it: see scripts/bundle.ts` }] };
      }
      return { path: requirePath(outfile, source), external: true };
    }),
  };
}

const imports = importsOf(['index.ts', 'cli/main.ts']);
const shared = imports.then(known => sharedSources(SHARED_FILES, known));
const USERS_OF_SHARED = [...COMMANDS_THAT_CHECK, ...LATER, ...SHARED_FILES.flatMap(({ of }) => of)];

/** The files of the package that are loaded, or run in containers. */
const made = new Set(OF_THEIR_OWN.map(source => join(LIB, `${source}.js`)));

const MINIFIED: BuildOptions = { minify: true, lineLimit: 120 };

/** `later`: takes from shared files only what is required inside of functions. */
async function bundle(file: string, { plugins = [], ...options }: BuildOptions, later = false) {
  const outfile = join(LIB, file.replace(/\.ts$/, '.js'));
  made.add(outfile);
  await build({
    entryPoints: [join(SRC, file)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
    plugins: [packagesOnce, fromShared(await shared, outfile, later), ofTheirOwn(outfile), ...plugins],
    ...options,
  });
}

/** Scripts that run in containers are read at run time, from the folder of the file that reads them: published, that of the bundle. */
function copyFiles(from: string, to: string) {
  for (const name of readdirSync(join(SRC, from), { recursive: true, encoding: 'utf8' })) {
    const copy = join(LIB, to, name);
    if (name.endsWith('.ts') || statSync(join(SRC, from, name)).isDirectory()) { continue; }
    cpSync(join(SRC, from, name), copy);
    made.add(copy);
  }
}

/** Removes what jsii compiled and nobody loads: its code is in the bundles, and its types are not named by the library's. */
function removeOthers() {
  const types = new Set<string>();
  const visit = (file: string) => {
    if (types.has(file)) { return; }
    types.add(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    importedFiles.filter(({ fileName }) => fileName.startsWith('.')).forEach(({ fileName }) => visit(`${join(dirname(file), fileName)}.d.ts`));
  };
  visit(join(LIB, 'index.d.ts'));
  for (const name of readdirSync(LIB, { recursive: true, encoding: 'utf8' })) {
    const file = join(LIB, name);
    if (/\.(js|d\.ts)$/.test(name) && !made.has(file) && !types.has(file)) { rmSync(file); }
  }
}

async function main() {
  copyFiles('constructs/databases', '.');
  // The plans are in lib/shared/diff.js.
  copyFiles('diff/plan', 'shared');
  for (const { file } of SHARED_FILES) {
    await bundle(file, { ...MINIFIED, ...textOf(file, await shared, USERS_OF_SHARED, await imports), plugins: [withoutExamples] });
  }
  // Names and lines stay: Node shows people the line that throws. Shared files are loaded by the first synthesis, not with the library.
  await bundle('index.ts', { footer: { js: tagsOfClasses() } }, true);
  for (const file of LATER) { await bundle(file, MINIFIED); }
  // Their packages are ES modules, which older versions of Node 20 cannot require: they become parts of the files.
  for (const file of FILES_WITH_PACKAGES) { await bundle(file, { ...MINIFIED, packages: 'bundle' }, true); }
  await bundle('graph/html.ts', { ...MINIFIED, plugins: [pageInside] }, true);
  await bundle('cli/main.ts', {}, true);
  for (const file of COMMANDS_THAT_CHECK) { await bundle(file, { ...MINIFIED, plugins: [examplesInside] }); }
  for (const file of OTHER_COMMANDS) { await bundle(file, { ...MINIFIED, plugins: [withoutExamples] }, true); }
  removeOthers();
}

void main();
