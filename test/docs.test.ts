import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as ts from 'typescript';
import { EXAMPLES } from './support/examples';
import { anchorOf } from '../src/reports/anchor';

const ROOT = resolve(__dirname, '..');
const pagesOf = (folder: string) => readdirSync(join(ROOT, folder)).filter(file => file.endsWith('.md')).map(file => join(folder, file));
const PAGES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'API.md', ...pagesOf('docs'), ...pagesOf('docs/databases'), ...pagesOf('docs/api')];

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The fenced blocks of a language. */
function blocksOf(page: string, language: string): string[] {
  return [...textOf(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(match => match[1] === language).map(match => match[2]);
}

/** The anchors that GitHub makes of the headings of a page. */
function anchorsOf(page: string): ReadonlySet<string> {
  const prose = textOf(page).replace(/^```[\s\S]*?^```$/gm, '');
  return new Set([...prose.matchAll(/^#+ (.*)$/gm)].map(match => anchorOf(match[1])));
}

/** What a snippet without imports of its own can use. */
function prelude(): string {
  const names = Object.values<{ name: string }>(JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')).types).map(({ name }) => name);
  return `
    import { ApiObject, App, Chart, Duration, Size, Testing } from 'cdk8s';
    import { Construct } from 'constructs';
    import { ${names.join(', ')} } from 'cdk8s-stateful';
    declare const app: App;
    declare const chart: Chart;
    declare const nfs: NfsStorage;
  `;
}

test('the README shows the quickstart example, to the letter', () => {
  expect(blocksOf('README.md', 'ts')[0]).toBe(readFileSync(join(ROOT, 'examples/quickstart.ts'), 'utf8'));
});

test('every piece of TypeScript in the docs compiles', () => {
  const snippets = new Map(PAGES.flatMap(page => blocksOf(page, 'ts').map((code, index) => [join(ROOT, `${page}.${index}.ts`), /^import /m.test(code) ? code : `${prelude()}{\n${code.replace(/^export /gm, '')}\n}`] as const)));
  const options = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT).options;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = file => snippets.has(file) || fileExists(file);
  host.getSourceFile = (file, target) => snippets.has(file) ? ts.createSourceFile(file, snippets.get(file)!, target) : getSourceFile(file, target);

  // The types of src/ are checked elsewhere.
  const program = ts.createProgram([...snippets.keys()], { ...options, noUnusedLocals: false, types: ['node'] }, host);
  const files = [...snippets.keys()].map(file => program.getSourceFile(file)!);
  const diagnostics = files.flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);

  expect(snippets.size).toBeGreaterThan(3);
  expect(diagnostics.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)).toEqual([]);
});

test('the first test of the checker passes as it is written, and fails without what it declares', () => {
  const [code] = blocksOf('docs/checker.md', 'ts').filter(block => block.includes('node:assert'));
  const run = (text: string) => () => {
    const compiled = ts.transpile(text, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    new Function('require', 'exports', compiled)((name: string) => require(name), {});
  };

  expect(run(code)).not.toThrow();
  expect(run(code.replace("name: 'cache-tls' }]", "name: 'other-tls' }]"))).toThrow('missing-secret');
});

test.each(PAGES)('links of %s lead to files', page => {
  const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(match => match[1]).filter(link => !/^https?:/.test(link));

  expect(links.filter(link => !existsSync(resolve(ROOT, dirname(page), link)))).toEqual([]);
});

test('links to headings lead to one', () => {
  const anchors = new Map(PAGES.map(page => [page, anchorsOf(page)]));
  const links = PAGES.flatMap(page => [...textOf(page).matchAll(/\]\(([^)#\s]*)#([^)\s]+)\)/g)].map(([, file, anchor]) => ({ page, target: file === '' ? page : join(dirname(page), file), anchor })));

  expect(links.filter(({ target, anchor }) => anchors.has(target) && !anchors.get(target)!.has(anchor))).toEqual([]);
});

test('pages and examples are published, for messages and docstrings name them', () => {
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const published = new Set(files.map(({ path }: { path: string }) => path));

  // For those who change the library, as CONTRIBUTING.md.
  const expected = PAGES.filter(page => page.startsWith('docs/') && page !== 'docs/architecture.md').concat(EXAMPLES.map(name => `examples/${name}.ts`));

  expect(expected.filter(file => !published.has(file))).toEqual([]);
});

test('every example that a page names exists', () => {
  const named = PAGES.flatMap(page => [...textOf(page).matchAll(/`(?:examples\/)?([a-z-]+)\.ts`/g)].map(match => ({ page, name: match[1] })));
  const files = new Set([...EXAMPLES, ...readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map(file => basename(file, '.ts')), 'main']);

  expect(named.filter(({ name }) => !files.has(name))).toEqual([]);
});

test('every example has its place in the docs', () => {
  const all = PAGES.map(textOf).join('\n');

  expect(EXAMPLES.filter(name => !all.includes(`${name}.ts`))).toEqual([]);
});
