import { isAbsolute, normalize } from 'path';

/** Sums of files by their names. */
export type Sums = ReadonlyMap<string, string>;

/**
 * Which app wrote which files of a folder, with their SHA-256 sums. As text it is what `sha256sum --check` reads: the names of apps are comments.
 * An app without a name comes first.
 */
export class FileList {
  /** Reads a list. Names that lead out of the folder are no one's. */
  public static of(text: string): FileList {
    const apps = new Map<string, Map<string, string>>();
    let app = '';
    for (const line of text.split('\n')) {
      const [, name] = /^# app: (.+)$/.exec(line) ?? [];
      if (name !== undefined) { app = name; }
      const [, sum, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (file === undefined || !isBelow(file)) { continue; }
      if (!apps.has(app)) { apps.set(app, new Map()); }
      apps.get(app)!.set(file, sum);
    }
    return new FileList(apps);
  }

  private constructor(private readonly apps: ReadonlyMap<string, Sums>) {}

  /** What an app wrote. */
  public filesOf(app: string): Sums {
    return this.apps.get(app) ?? new Map();
  }

  /** The list after an app wrote these files: what it wrote over belongs to it now. */
  public with(app: string, files: Sums): FileList {
    const others = [...this.apps].map(([name, sums]) => [name, new Map([...sums].filter(([file]) => !files.has(file)))] as const);
    return new FileList(new Map<string, Sums>([...others, [app, files]]));
  }

  public toString(): string {
    const unnamed = this.filesOf('');
    const named = [...this.apps].filter(([app, files]) => app !== '' && files.size > 0);
    return linesOf(unnamed) + named.map(([app, files]) => `# app: ${app}\n${linesOf(files)}`).join('');
  }
}

/** True for a name of a file in the folder or below it. */
export function isBelow(name: string): boolean {
  return !isAbsolute(name) && !normalize(name).startsWith('..');
}

function linesOf(files: Sums): string {
  return [...files].map(([name, sum]) => `${sum}  ${name}\n`).join('');
}
