import { execFileSync } from 'child_process';
import { isManifestFile } from './files';
import { UsageError } from './usage-error';

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
  const [revision, ...path] = input.slice(PREFIX.length).split(':');
  const wanted = path.join(':') || '.';
  if (!revision || revision.startsWith('-') || path.length === 0) {
    throw new UsageError([`'${input}' names no revision and path; write for example git:main:dist`]);
  }
  const names = git(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', revision, '--', wanted], input).split('\0').filter(Boolean);
  const files = names.filter(name => name === wanted || (isManifestFile(name) && !isHidden(name)));
  if (files.length === 0) { throw new UsageError([`'${input}': there are no manifests at '${wanted}' in revision '${revision}'`]); }
  return contentsOf(revision, files, input).map((content, index) => ({ name: `${PREFIX}${revision}:${files[index]}`, content }));
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
    contents.push(output.subarray(end + 1, end + 1 + size).toString('utf8'));
    at = end + size + 2;
  }
  return contents;
}

function git(args: readonly string[], input: string): string {
  return run(args, input).toString('utf8');
}

function run(args: readonly string[], input: string, standardInput?: string): Buffer {
  try {
    return execFileSync('git', args, { input: standardInput, maxBuffer: MAX_OUTPUT, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const reason = code === 'ENOENT' ? 'git is not installed' : String(stderr ?? error).trim().replace(/^fatal: /, '').split('\n')[0];
    throw new UsageError([`cannot read '${input}': ${reason}`]);
  }
}
