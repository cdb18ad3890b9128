import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'fs';
import { basename, dirname, isAbsolute, normalize } from 'path';
import { oncePerKey } from '../kubernetes/once';
import { sha256 } from '../manifest/sha256';

/** Names and SHA-256 sums of the files that we wrote last, as `sha256sum --check` reads it. */
export const FILE_LIST = '.cdk8s-stateful.sha256';

interface OutputFile {
  readonly name: string;
  readonly text: string;
  readonly sum: string;
}

/**
 * The files of one synthesis. Nothing on the disk changes before `commit`, and
 * then every file appears at once and complete: it is written beside its place
 * and renamed. A file that is already there with the same content is not
 * touched.
 */
export class OutputFolder {
  private readonly files = new Map<string, OutputFile>();
  private readonly folders = new Set<string>();

  /** What stands in a folder before anything is written: looking once is faster than asking for each file. */
  private readonly namesIn = oncePerKey((folder: string): ReadonlySet<string> => {
    const isFolder = statSync(this.at(folder), { throwIfNoEntry: false })?.isDirectory();
    return new Set(isFolder ? readdirSync(this.at(folder)) : []);
  });

  private readonly root: string;

  constructor(root: string) {
    this.root = normalize(root);
  }

  /**
   * Adds a file under the first name that is still free, or with a number
   * after the last one.
   */
  public add(names: readonly string[], extension: string, text: string) {
    const name = this.freeName(names, extension);
    this.files.set(name, { name, text, sum: sha256(text) });
  }

  /** Makes a folder even if no file comes into it. */
  public addFolder(name: string) {
    this.folders.add(name);
  }

  /** Writes what changed, and removes what we wrote before and nobody changed since. */
  public commit() {
    const before = this.readList();
    const list = [...this.files.values()].map(({ sum, name }) => `${sum}  ${name}\n`).join('');
    const listFile = { name: FILE_LIST, text: list, sum: '' };

    mkdirSync(this.root, { recursive: true });
    for (const folder of this.folders) { mkdirSync(this.at(folder), { recursive: true }); }
    this.replace([...this.files.values(), listFile].filter(file => !this.isThere(file)));
    for (const [name, sum] of this.stale(before)) { this.remove(name, sum); }
  }

  private freeName(names: readonly string[], extension: string): string {
    const free = names.find(name => !this.files.has(name + extension));
    if (free !== undefined) { return free + extension; }
    let number = 2;
    while (this.files.has(`${names[names.length - 1]}-${number}${extension}`)) { number++; }
    return `${names[names.length - 1]}-${number}${extension}`;
  }

  private replace(files: readonly OutputFile[]) {
    if (files.length === 0) { return; }
    const beside = mkdtempSync(this.at('.cdk8s-stateful-'));
    try {
      files.forEach(({ text }, i) => writeFileSync(`${beside}/${i}`, text));
      for (const folder of new Set(files.map(({ name }) => dirname(name)))) { mkdirSync(this.at(folder), { recursive: true }); }
      files.forEach(({ name }, i) => renameSync(`${beside}/${i}`, this.at(name)));
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }

  private isThere({ name, text }: OutputFile): boolean {
    if (!this.namesIn(dirname(name)).has(basename(name))) { return false; }
    const stat = statSync(this.at(name), { throwIfNoEntry: false });
    if (stat?.isDirectory()) { throw new Error(`'${this.at(name)}' is a folder, so no file of this name can be written; move it away`); }
    return stat !== undefined && stat.size === Buffer.byteLength(text) && readFileSync(this.at(name), 'utf8') === text;
  }

  /**
   * What the list names and this synthesis did not write. A list that has
   * nothing in common with this synthesis is another app's: its files stay.
   */
  private stale(before: ReadonlyMap<string, string>): [string, string][] {
    const sums = new Set([...this.files.values()].filter(({ text }) => text !== '').map(({ sum }) => sum));
    const isOurs = [...before].some(([name, sum]) => this.files.has(name) || sums.has(sum));
    return isOurs ? [...before].filter(([name]) => !this.files.has(name)) : [];
  }

  private remove(name: string, sum: string) {
    const file = this.at(name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile() || sha256(readFileSync(file)) !== sum) { return; }
    unlinkSync(file);
    const folder = dirname(name);
    if (folder !== '.' && !this.folders.has(folder) && readdirSync(this.at(folder)).length === 0) { rmdirSync(this.at(folder)); }
  }

  /** Sums by name. A name that leads out of the folder cannot be ours. */
  private readList(): Map<string, string> {
    const file = this.at(FILE_LIST);
    if (!existsSync(file)) { return new Map(); }
    const lines = readFileSync(file, 'utf8').matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
    return new Map([...lines]
      .filter(([, , name]) => !isAbsolute(name) && !normalize(name).startsWith('..'))
      .map(([, sum, name]) => [name, sum]));
  }

  private at(name: string): string {
    return `${this.root}/${name}`;
  }
}
