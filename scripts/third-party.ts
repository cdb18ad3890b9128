/**
 * `npm run docs:third-party` writes THIRD-PARTY.md: whose code the package holds besides ours, and under which licence.
 * test/scripts/third-party.test.ts holds it to the truth.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { FILES_WITH_PACKAGES } from './bundled-packages';

const ROOT = resolve(__dirname, '..');

/** What is compiled into a package and has a licence of its own, which no file of that package says. */
const COMPILED_IN: Readonly<Record<string, readonly string[]>> = {
  '@hpcc-js/wasm-graphviz': [
    'Its WebAssembly is compiled from these, unchanged by us:',
    '',
    '- **Graphviz**, [Eclipse Public License 2.0](https://www.eclipse.org/legal/epl-2.0/). The source code is available under that licence at',
    '  <https://gitlab.com/graphviz/graphviz>, and how it is compiled at <https://github.com/hpcc-systems/hpcc-js-wasm>.',
    '- **Expat**, MIT. Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper, (c) 2001-2025 Expat maintainers.',
    '  The text is that of `leven`, below. <https://github.com/libexpat/libexpat>',
    '- **Emscripten** with its C and C++ libraries, MIT, and Apache-2.0 with the LLVM exceptions. <https://github.com/emscripten-core/emscripten>',
  ],
};

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository?: string | { readonly url: string };
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const folderOf = (name: string) => join(ROOT, 'node_modules', name);

/** Packages that stand in node_modules/ of ours: those that are bundled, and what they depend on. */
function packedPackages(names: readonly string[]): string[] {
  return names.flatMap(name => [name, ...packedPackages(Object.keys(manifestOf(folderOf(name)).dependencies ?? {}))]);
}

/** Packages whose code esbuild puts into the files of lib/. */
function compiledPackages(): string[] {
  const entryPoints = FILES_WITH_PACKAGES.map(file => join(ROOT, 'src', file));
  const { metafile } = buildSync({ entryPoints, bundle: true, platform: 'node', write: false, metafile: true, outdir: 'lib', absWorkingDir: ROOT });
  return Object.keys(metafile.inputs).flatMap(file => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? []);
}

/** All packages of which the published one holds code, by name. */
export function thirdParties(): string[] {
  const bundled: string[] = (manifestOf(ROOT) as unknown as { bundledDependencies: string[] }).bundledDependencies;
  return [...new Set([...packedPackages(bundled), ...compiledPackages()])].sort();
}

function section(name: string): string {
  const folder = folderOf(name);
  const { version, license, repository } = manifestOf(folder);
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (!file) { throw new Error(`${name} has no file with its licence`); }
  const url = typeof repository === 'string' ? repository.replace(/^(github:)?(?!https)/, 'https://github.com/') : repository?.url.replace(/^git\+|\.git$/g, '');
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trimEnd();
  return [`## ${name} ${version}`, '', `${license}. <${url}>`, '', ...COMPILED_IN[name] ? [...COMPILED_IN[name], ''] : [], '```text', text, '```'].join('\n');
}

/** The page. */
export function thirdPartyPage(): string {
  return [
    '# Code of others in this package',
    '',
    'The package `cdk8s-stateful` is Apache-2.0 ([LICENSE](LICENSE)). It holds the code of these packages, so that nothing else must be installed for them:',
    'in `node_modules/`, or compiled into files of `lib/`. Written by `npm run docs:third-party`.',
    '',
    ...thirdParties().map(name => `${section(name)}\n`),
  ].join('\n');
}

if (require.main === module) { writeFileSync(join(ROOT, 'THIRD-PARTY.md'), thirdPartyPage()); }
