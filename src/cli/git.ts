import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { UsageError } from './usage-error';
import { decodeText } from '../manifest/read/decode';
import { isManifestFile } from '../manifest/read/manifest-files';
import { didYouMean } from '../reports/did-you-mean';

const PREFIX = 'git:';

/** What a repository may hold in one revision, in bytes. */
const MAX_OUTPUT = 1024 ** 3;

/** A file as it was in a revision. */
export interface GitFile {
  readonly name: string;
  readonly content: string;
}

/** True for `git:REV:path`. */
export function isGitInput(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The path of a file that `gitFiles` returned, from the working directory; any other file as it is. */
export function pathOfGitFile(name: string): string {
  return isGitInput(name) ? name.slice(PREFIX.length).replace(/^[^:]*:/, '') : name;
}

/**
 * The manifests below a path in a revision, from the repository that the
 * working directory is in. The path is relative to the working directory.
 *
 * @throws UsageError if git knows no such revision or path
 */
export function gitFiles(input: string): GitFile[] {
  const [revision, ...rest] = input.slice(PREFIX.length).split(':');
  const wanted = rest.join(':') || '.';
  if (!revision || revision.startsWith('-') || rest.length === 0) {
    throw new UsageError([`'${input}' names no revision and path; write for example git:main:dist`]);
  }
  if (!hasRevision(revision)) { throw new UsageError([`'${input}': ${noRevision(revision)}`]); }
  const names = filesBelow(revision, wanted, input);
  const files = names.filter(name => name === wanted || (isManifestFile(name) && !isHidden(name)));
  if (files.length === 0) {
    throw new UsageError([`'${input}': ${names.length > 0 ? `'${wanted}' holds no .yaml, .yml, .json or .jsonl file in revision '${revision}'` : noPath(revision, wanted)}`]);
  }
  return contentsOf(revision, files, input).map((content, index) => ({ name: `${PREFIX}${revision}:${files[index]}`, content }));
}

/** True if a revision holds nothing at a path of the working directory that was made later, and that is committed some day. */
export function isNothingInGit(input: string): boolean {
  const [revision, ...rest] = input.slice(PREFIX.length).split(':');
  const wanted = rest.join(':');
  if (!revision || revision.startsWith('-') || wanted === '' || !hasRevision(revision)) { return false; }
  return fs.existsSync(wanted) && filesBelow(revision, wanted, input).length === 0 && asked(['check-ignore', '--', wanted]) === '';
}

/** Below a hidden folder, or one that is not ours: left out as in a folder on disk. */
function isHidden(name: string): boolean {
  return name.split('/').some(part => part === 'node_modules' || (part.startsWith('.') && part !== '.' && part !== '..'));
}

/** All files by one process: `<object> blob <size>`, a line break, the content, a line break. */
function contentsOf(revision: string, files: readonly string[], input: string): string[] {
  const wanted = files.map(file => `${revision}:./${file}\n`).join('');
  const output = run(['cat-file', '--batch'], input, wanted);
  const contents: string[] = [];
  let at = 0;
  for (const file of files) {
    const end = output.indexOf('\n', at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    if (!Number.isInteger(size)) { throw new UsageError([`'${input}': git cannot read '${file}'`]); }
    contents.push(decodeText(output.subarray(end + 1, end + 1 + size)));
    at = end + size + 2;
  }
  return contents;
}

function filesBelow(revision: string, folder: string, input: string): string[] {
  return git(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', revision, '--', folder], input).split('\0').filter(Boolean);
}

function hasRevision(revision: string): boolean {
  git(['rev-parse', '--git-dir'], `${PREFIX}${revision}`);
  return asked(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`]) !== '';
}

/** What to type instead: the name that was meant, or how to get a revision that is not here yet. */
function noRevision(revision: string): string {
  const names = ['HEAD', ...asked(['for-each-ref', '--format=%(refname:short)']).split('\n')];
  const isAncestor = /[~^@]/.test(revision);
  const near = isAncestor ? '' : didYouMean(revision, names);
  if (near) { return `there is no revision '${revision}' here${near}`; }
  if (asked(['rev-parse', '--is-shallow-repository']) === 'true') {
    return `there is no revision '${revision}' here, for this is a shallow clone; fetch the rest with 'git fetch --unshallow', or in a workflow with actions/checkout and 'fetch-depth: 0'`;
  }
  const [remote, ...branch] = revision.split('/');
  if (isAncestor) { return `there is no revision '${revision}' here; 'git log' shows how far the history goes`; }
  const hint = branch.length > 0 ? `fetch it first, with 'git fetch ${remote} ${branch.join('/')}'` : "'git branch --all' and 'git tag' list what there is";
  return `there is no revision '${revision}' here; ${hint}`;
}

/** The same for a path: one from the top of the repository, one that was never committed, or a slip of the finger. */
function noPath(revision: string, wanted: string): string {
  const missing = `there is no '${wanted}' in revision '${revision}'`;
  const prefix = asked(['rev-parse', '--show-prefix']);
  if (prefix !== '' && asked(['ls-tree', '--full-tree', '--name-only', '--end-of-options', revision, '--', wanted]) !== '') {
    return `${missing} below the working directory, where paths begin; write ${PREFIX}${revision}:${path.posix.relative(prefix, wanted) || '.'}`;
  }
  if (fs.existsSync(wanted)) {
    return `${missing}: it was not in version control there. Synthesize that revision elsewhere and compare the folders: git worktree add ../base ${revision}`;
  }
  const folder = path.posix.dirname(wanted);
  const names = asked(['ls-tree', '--name-only', '--end-of-options', revision, ...folder === '.' ? [] : ['--', `${folder}/`]]).split('\n');
  return missing + (didYouMean(wanted, names) || `; 'git ls-tree -r --name-only ${revision}' lists what there is`);
}

/** What git answers, without the line's end; empty if it has no answer. */
function asked(args: readonly string[]): string {
  try {
    return git(args, '').trim();
  } catch {
    return '';
  }
}

function git(args: readonly string[], input: string): string {
  return run(args, input).toString('utf8');
}

function run(args: readonly string[], input: string, standardInput?: string): Buffer {
  try {
    return execFileSync('git', args, { input: standardInput, maxBuffer: MAX_OUTPUT, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const said = String(stderr ?? error).trim().replace(/^fatal: /, '').split('\n')[0];
    const reason = code === 'ENOENT' ? 'git is not installed' : said.startsWith('not a git repository') ? 'the working directory is in no git repository' : said;
    throw new UsageError([`cannot read '${input}': ${reason}`]);
  }
}
