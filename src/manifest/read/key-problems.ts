import { DocumentProblem } from './document';
import { RepeatedKey, Survey } from './yaml-tree';
import { pointer } from '../../kubernetes/pointer';

/** Makes a problem of what was found at an offset. */
export type ProblemAt = (rule: DocumentProblem['rule'], message: string, fix: string, offset: number, path: string) => DocumentProblem;

/** What is wrong with the keys of a document. */
export function keyProblems({ repeated, notText, changed, strange }: Survey, at: ProblemAt, lineOf: (offset: number) => number): DocumentProblem[] {
  const atRoot = repeated.filter(({ path, name }) => path === pointer(name));
  const repeatedAtRoot = atRoot.some(({ name }) => name === 'apiVersion' || name === 'kind') ? atRoot : [];
  const pathsAtRoot = new Set(repeatedAtRoot.map(({ path }) => path));
  return [
    ...incompleteProblem(repeatedAtRoot, at, lineOf),
    ...repeated.filter(({ path }) => !pathsAtRoot.has(path)).map(({ name, path, offset }) => at('duplicate-key',
      `the key '${name}' appears twice in one mapping; only the last one counts`, 'remove one of them', offset, path)),
    ...notText.map(({ path, offset }) => at('syntax', 'a key of a mapping is not text', 'write the key as text, in quotes', offset, path)),
    ...strange.map(({ name, path, offset, character }) => at('syntax',
      `the key '${name}' holds the character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}, which looks like a space or like nothing and is neither`,
      'write plain spaces; these come from copying out of a web page or a document', offset, path)),
    ...changed.map(({ name, written, path, offset }) => at('changed-key',
      `the key ${written} is read as '${name}'`, `put it in quotes: "${written}"`, offset, path)),
  ];
}

/** Two manifests in one mapping: all their keys clash, but what the author forgot is one line. */
function incompleteProblem(repeatedAtRoot: readonly RepeatedKey[], at: ProblemAt, lineOf: (offset: number) => number): DocumentProblem[] {
  if (repeatedAtRoot.length === 0) { return []; }
  const [{ path, offset }] = repeatedAtRoot;
  const keys = [...new Set(repeatedAtRoot.map(({ name }) => name))].join(', ');
  return [at('incomplete-document',
    `two manifests in one document: ${keys} ${repeatedAtRoot.length > 1 ? 'appear' : 'appears'} twice, and what the second repeats of the first is lost`,
    `a line '---' is missing before line ${lineOf(offset)}`, offset, path)];
}
