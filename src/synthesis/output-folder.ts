import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, statSync } from 'fs';
import { basename, dirname, normalize } from 'path';
import { FileList, Sums } from './file-list';
import { Replaced, replaceFiles, takeBackUnfinished, unfinishedIn } from './replacement';
import { oncePerKey } from '../kubernetes/once';
import { sha256 } from '../manifest/sha256';
import { exclusively } from '../manifest/write/exclusive';
import { WriteError, writing } from '../manifest/write/write-error';

/** Names and SHA-256 sums of the files that apps wrote last, as `sha256sum --check` reads it. */
export const FILE_LIST = '.cdk8s-stateful.sha256';

interface OutputFile {
  readonly name: string;
  readonly text: string;
  readonly sum: string;
}

/** What a synthesis makes of a folder. */
interface Changes {
  /** The list as it stands there now. */
  readonly list: string;
  readonly replaced: readonly Replaced[];
}

/**
 * The files of one synthesis. Nothing on the disk changes before `commit`, and then all files do or none: what a process left half done, because it
 * was killed, is taken back by the next one. A file that is already there with the same content is not touched.
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

  /**
   * @param app by which the list of files knows them again; those of other apps are never removed
   */
  constructor(root: string, private readonly app: string = '') {
    this.root = normalize(root);
    if (unfinishedIn(this.root).length > 0) { this.alone(() => takeBackUnfinished(this.root)); }
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

  /**
   * Writes what changed, and removes what this app wrote before and nobody changed since.
   *
   * @throws WriteError if that is not possible; everything is as it was then
   */
  public commit() {
    writing(this.root, () => mkdirSync(this.root, { recursive: true }));
    for (const folder of this.folders) { writing(this.at(folder), () => mkdirSync(this.at(folder), { recursive: true })); }
    const seen = this.changes();
    if (seen.replaced.length === 0) { return; }
    this.alone(() => {
      // Another process may have written meanwhile, or been killed while it did.
      const isAsSeen = unfinishedIn(this.root).length === 0 && this.listText() === seen.list;
      takeBackUnfinished(this.root);
      const { replaced } = isAsSeen ? seen : this.changes();
      replaceFiles(this.root, replaced);
      for (const { name } of replaced.filter(({ text }) => text === undefined)) { this.removeIfEmpty(dirname(name)); }
    });
  }

  private changes(): Changes {
    const list = this.listText();
    const before = FileList.of(list);
    const after = before.with(this.app, new Map([...this.files.values()].map(({ name, sum }) => [name, sum])));
    const written = [...this.files.values()].filter(({ name, text }) => !this.isThere(name, text));
    const removed = this.stale(before.filesOf(this.app)).map(([name]) => ({ name }));
    // The list comes last: whoever sees the new one sees the files that it names.
    const listed = list === after.toString() && this.hasList() ? [] : [{ name: FILE_LIST, text: after.toString() }];
    return { list, replaced: [...written, ...removed, ...listed] };
  }

  /** Runs something while no other process writes to the folder. */
  private alone(run: () => void) {
    exclusively(this.at('.cdk8s-stateful'), run);
  }

  private freeName(names: readonly string[], extension: string): string {
    const free = names.find(name => !this.files.has(name + extension));
    if (free !== undefined) { return free + extension; }
    let number = 2;
    while (this.files.has(`${names[names.length - 1]}-${number}${extension}`)) { number++; }
    return `${names[names.length - 1]}-${number}${extension}`;
  }

  private isThere(name: string, text: string): boolean {
    if (!this.namesIn(dirname(name)).has(basename(name))) { return false; }
    const stat = statSync(this.at(name), { throwIfNoEntry: false });
    if (stat?.isDirectory()) { throw new WriteError(`'${this.at(name)}' is a folder, so no file of this name can be written; move it away`); }
    return stat !== undefined && stat.size === Buffer.byteLength(text) && readFileSync(this.at(name), 'utf8') === text;
  }

  /**
   * What the list names and this synthesis did not write. Files that have nothing in common with this synthesis are another app's of the same
   * program: they stay, and so does what somebody changed.
   */
  private stale(before: Sums): [string, string][] {
    const sums = new Set([...this.files.values()].filter(({ text }) => text !== '').map(({ sum }) => sum));
    const isOurs = [...before].some(([name, sum]) => this.files.has(name) || sums.has(sum));
    return isOurs ? [...before].filter(([name, sum]) => !this.files.has(name) && this.isUntouched(name, sum)) : [];
  }

  private isUntouched(name: string, sum: string): boolean {
    const file = this.at(name);
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true && sha256(readFileSync(file)) === sum;
  }

  private removeIfEmpty(folder: string) {
    if (folder !== '.' && !this.folders.has(folder) && existsSync(this.at(folder)) && readdirSync(this.at(folder)).length === 0) { rmdirSync(this.at(folder)); }
  }

  private hasList(): boolean {
    return existsSync(this.at(FILE_LIST));
  }

  private listText(): string {
    return this.hasList() ? readFileSync(this.at(FILE_LIST), 'utf8') : '';
  }

  private at(name: string): string {
    return `${this.root}/${name}`;
  }
}
