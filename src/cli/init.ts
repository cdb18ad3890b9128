import * as fs from 'fs';
import * as path from 'path';
import { Command, EXIT } from './command';
import { UsageError } from './usage-error';

/** The files of a new repository; from src as from lib it is two folders up. */
const ROOT = path.join(__dirname, '..', '..');
const TEMPLATE = path.join(ROOT, 'templates', 'init');

export const init: Command = {
  name: 'init',
  usage: '[folder]',
  description: [
    'Makes an infra repository: TypeScript with one stateful system, its tests, the checks as a validation plugin of cdk8s, and pipelines for GitHub',
    'and GitLab that comment a pull request. The folder must be empty or new: nothing is ever overwritten, and nothing is asked.',
  ].join(' '),
  options: [],
  examples: [
    ['cdk8s-stateful init infra', 'a new folder'],
    ['cdk8s-stateful init', 'the current folder, if it is empty'],
  ],
  run: ({ positionals: [folder = '.', ...more] }, terminal) => {
    if (more.length > 0) { throw new UsageError([`'${more[0]}' is too much: one folder; write 'cdk8s-stateful init ${folder}'`]); }
    refuseUsed(folder);
    const files = { ...templateFiles(), 'package.json': packageFile(path.basename(path.resolve(folder))), '.gitlab-ci.yml': pipelineOfGitlab() };
    for (const [name, content] of Object.entries(files).sort(([a], [b]) => a < b ? -1 : 1)) {
      write(path.join(folder, name), content);
      terminal.out(`${path.join(folder, name)}\n`);
    }
    const enter = folder === '.' ? '' : `cd ${folder} && `;
    terminal.out(`\nNext: ${enter}npm install && npm test && npm run synth\n`);
    return EXIT.clean;
  },
};

function refuseUsed(folder: string) {
  const found = entriesOf(folder).filter(name => name !== '.git');
  if (found.length === 0) { return; }
  throw new UsageError([`'${folder}' is not empty: it has ${found.slice(0, 3).join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}; `
    + 'name a new folder, such as \'cdk8s-stateful init infra\'']);
}

function entriesOf(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') { return []; }
    throw new UsageError([`'${folder}' cannot be used: ${code === 'ENOTDIR' ? 'it is a file' : String(error)}; name a new folder`]);
  }
}

/** Never over a file that is there, not even one that came a moment ago. */
function write(file: string, content: string) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    throw new UsageError([`'${file}' cannot be written: ${(error as Error).message}`]);
  }
}

/** Packages leave out files that begin with a dot: here they begin with `_`. */
function templateFiles(): Record<string, string> {
  const names = fs.readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).filter(name => fs.statSync(path.join(TEMPLATE, name)).isFile());
  return Object.fromEntries(names.map(name => [name.replace(/^_/, '.'), fs.readFileSync(path.join(TEMPLATE, name), 'utf8')]));
}

function pipelineOfGitlab(): string {
  return fs.readFileSync(path.join(ROOT, 'ci', 'gitlab.yml'), 'utf8');
}

const SCRIPTS = {
  'synth': 'cdk8s synth --check-upgrade=false',
  'test': 'tsc && node --require tsx/cjs --test test/cache.test.ts',
  'test:update': 'UPDATE=1 npm test',
  'describe': 'cdk8s-stateful describe dist',
  'picture': 'cdk8s-stateful graph dist',
};

const TOOLS = { '@types/node': '^20.0.0', 'cdk8s-cli': '^2.200.0', 'tsx': '^4.19.0', 'typescript': '^5.6.0' };

function packageFile(folder: string): string {
  const { version, peerDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const content = {
    name: folder.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[._-]+/, '') || 'infra',
    private: true,
    scripts: SCRIPTS,
    dependencies: { ...peerDependencies, 'cdk8s-stateful': `^${version}` },
    devDependencies: TOOLS,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
