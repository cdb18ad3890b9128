import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeOnce } from './make-once';
import { GO_FOLDER } from './minors';
import { CACHE } from './paths';

const GO_MISSING = 'Go is not installed, or is not in PATH. Kubernetes is built from its Go modules: install Go 1.26 or newer';

/** A program to build. */
export interface Program {
  readonly name: string;
  readonly package: string;
  readonly linkerFlags?: string;
  readonly tags?: string;
}

/** A go.mod file of this project, and the files that were made from it. */
export class GoModule {
  private readonly folder: string;
  private readonly made: string;

  constructor(name: string) {
    this.folder = join(GO_FOLDER, name);
    const hash = createHash('sha256');
    for (const file of readdirSync(this.folder).sort()) { hash.update(readFileSync(join(this.folder, file))); }
    this.made = join(CACHE, `${name}-${hash.digest('hex').slice(0, 16)}`);
  }

  /** The path of the program, which is built if that was never done. */
  public program({ name, package: path, linkerFlags = '', tags = '' }: Program): string {
    return this.file(name, target => {
      process.stderr.write(`Building ${name} from ${path} …\n`);
      const flags = ['-p', String(availableParallelism()), '-trimpath', '-tags', tags, '-ldflags', `-s -w ${linkerFlags}`];
      this.go(['build', ...flags, '-o', target, path]);
    });
  }

  /** Whether a file of it was made. */
  public holds(name: string): boolean { return existsSync(join(this.made, name)); }

  /** The path of a file that is made once. */
  public file(name: string, make: (target: string) => void): string {
    return makeOnce(join(this.made, name), make);
  }

  /** Where Go keeps the source of a module that this one requires. */
  public sourceOf(module: string): string {
    return this.go(['list', '-m', '-f', '{{.Dir}}', module]).trim();
  }

  /** The version of a module that this one requires, such as `1.2.3`. */
  public versionOf(module: string): string {
    const required = readFileSync(join(this.folder, 'go.mod'), 'utf8').split('\n').map(line => line.replace(/^require /, '').trim().split(' '));
    return required.find(([path]) => path === module)![1].replace(/^v/, '');
  }

  /** Why nothing can be built from a module that this one requires, if so: there is no Go, or no such module where Go looks for it. */
  public missing(module: string): string[] {
    try {
      this.go(['mod', 'download', module]);
      return [];
    } catch (error: any) {
      return [error.message];
    }
  }

  private go(args: string[]): string {
    const env = { ...process.env, CGO_ENABLED: '0' };
    const result = spawnSync('go', args, { cwd: this.folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (result.error) { throw new Error((result.error as NodeJS.ErrnoException).code === 'ENOENT' ? GO_MISSING : result.error.message); }
    if (result.status !== 0) { throw new Error(`go ${args.join(' ')} failed in ${this.folder}:\n${result.stderr}`); }
    return result.stdout;
  }
}
