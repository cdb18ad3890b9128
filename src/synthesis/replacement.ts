import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'fs';
import { dirname } from 'path';
import { isBelow } from './file-list';
import { isRecord } from '../kubernetes/manifest';
import { writing } from '../manifest/write/write-error';

/** Folders beside the output in which a replacement is prepared. They are hidden, and no file in them looks like a manifest. */
const PREFIX = '.cdk8s-stateful-';

/** One file of a replacement. */
export interface Replaced {
  readonly name: string;
  /** The new content; undefined removes the file. */
  readonly text?: string;
}

interface Entry {
  readonly name: string;
  readonly isThere: boolean;
}

/**
 * Replaces many files of a folder: all of them, or none. What is new is written first, and what was there is kept until everything is in its place,
 * with a journal of what to take back. Every file is whole at any moment. The output can be made again, so nothing waits for the disk.
 */
export function replaceFiles(root: string, files: readonly Replaced[]): void {
  const beside = writing(root, () => mkdtempSync(`${root}/${PREFIX}`));
  try {
    files.forEach(({ name, text }, index) => { if (text !== undefined) { writing(`${root}/${name}`, () => writeFileSync(`${beside}/new-${index}`, text)); } });
    const entries = files.map(({ name }): Entry => ({ name, isThere: existsSync(`${root}/${name}`) }));
    writing(root, () => writeFileSync(`${beside}/journal`, JSON.stringify(entries)));
    files.forEach((file, index) => writing(`${root}/${file.name}`, () => replaceOne(root, beside, file, entries[index], index)));
    unlinkSync(`${beside}/journal`);
  } catch (error) {
    takeBack(root, beside);
    throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Takes back what a process began that was killed. Only while no other replaces files there. */
export function takeBackUnfinished(root: string): void {
  for (const beside of unfinishedIn(root)) {
    takeBack(root, `${root}/${beside}`);
    rmSync(`${root}/${beside}`, { recursive: true, force: true });
  }
}

/** Folders of replacements that run, or were left behind. */
export function unfinishedIn(root: string): string[] {
  return existsSync(root) ? readdirSync(root).filter(name => name.startsWith(PREFIX)) : [];
}

function replaceOne(root: string, beside: string, { name, text }: Replaced, { isThere }: Entry, index: number): void {
  const place = `${root}/${name}`;
  if (isThere) { keep(place, `${beside}/old-${index}`); }
  if (text === undefined) { return rmSync(place, { force: true }); }
  mkdirSync(dirname(place), { recursive: true });
  renameSync(`${beside}/new-${index}`, place);
}

/** A second name of the same file: there is no moment without it. Some file systems have none. */
function keep(place: string, copy: string): void {
  try {
    linkSync(place, copy);
  } catch {
    copyFileSync(place, `${copy}.part`);
    renameSync(`${copy}.part`, copy);
  }
}

/** May itself be interrupted, and begun again. */
function takeBack(root: string, beside: string): void {
  journalIn(beside).forEach(({ name, isThere }, index) => {
    const [old, place] = [`${beside}/old-${index}`, `${root}/${name}`];
    if (isThere) {
      if (existsSync(old)) { renameSync(old, place); }
    } else if (!existsSync(`${beside}/new-${index}`)) {
      rmSync(place, { force: true });
    }
  });
}

/** Empty as long as nothing was replaced: the journal was not written, or not completely. */
function journalIn(beside: string): Entry[] {
  try {
    const entries: unknown = JSON.parse(readFileSync(`${beside}/journal`, 'utf8'));
    return Array.isArray(entries) && entries.every(isEntry) ? entries : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value.name === 'string' && isBelow(value.name) && typeof value.isThere === 'boolean';
}
