import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

const SRC = resolve(__dirname, '../src');

/** For each file of src, by its path from there without `.ts`, the files of src that it imports: also types alone, and by a `require` within a function. */
export function importsOfSrc(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => file.replaceAll('\\', '/')).sort();
  return new Map(files.map(file => [file.slice(0, -'.ts'.length), importsOf(file)]));
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SRC, file), 'utf8'), true, true);
  const ours = importedFiles.map(({ fileName }) => fileName).filter(name => name.startsWith('.'))
    .map(name => relative(SRC, join(SRC, dirname(file), name)).replaceAll('\\', '/'))
    .filter(name => !name.startsWith('..'));
  return [...new Set(ours)].sort();
}

/** The folder of a file of src; empty for the one at the top. */
export function folderOf(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? '' : folder;
}

/** The room of a file: its folder at the top of src. */
export function roomOf(file: string): string {
  return folderOf(file).split('/')[0];
}

/** From each room to the others that it imports. Of two ways to a room only the longer one is drawn, as pictures of layers do. */
export function pictureOfRooms(imports: ReadonlyMap<string, readonly string[]>): string {
  const arrows = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    for (const target of targets) {
      const [from, to] = [roomOf(file) || 'index.ts', roomOf(target)];
      if (from !== to) { arrows.set(from, (arrows.get(from) ?? new Set()).add(to)); }
    }
  }
  const lines = [...arrows].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([from, tos]) => [...tos].sort()
    .filter(to => ![...tos].some(between => between !== to && reaches(arrows, between, to)))
    .map(to => `  ${from} --> ${to}`));
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

function reaches(arrows: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  return [...arrows.get(from) ?? []].some(next => next === to || reaches(arrows, next, to));
}
