import { Document, Range, isCollection, isScalar, visit } from 'yaml';

/** A line that holds nothing, or a comment, and has a tab in front; or a tab after the dash of an item. */
const LINE = /^( *)\t[ \t]*(?:#.*)?\r?$|^( *(?:- *)+)\t/gm;

/**
 * A tab where only spaces may stand to kubectl: in front of nothing, and after a dash. Within quotes, within
 * brackets and in the lines of a text after `|` a tab is a character like any other.
 *
 * @returns its offset; undefined if there is none
 */
export function forbiddenTab(tree: Document, source: string): number | undefined {
  const lines = [...source.matchAll(LINE)];
  if (lines.length === 0) { return undefined; }
  const places = placesFor(tree);
  return lines.map(({ index, 1: blanks, 2: dash = '' }) => ({ line: index, at: index + (blanks ?? dash).length, isItem: blanks === undefined })).find(({ line, at, isItem }) =>
    !places.free.some(([start, end]) => start < at && at < end)
    && !places.texts.some(([start, end]) => start < at && at < end && at - line >= indentOf(source.slice(start, end)))
    && !(!isItem && places.plain.some(([, end]) => end <= line && isBlank(source.slice(end, line))) && at - line > blockIndent(source, line)))?.at;
}

/** Where tabs may stand: anywhere, deep enough in a text after `|`, and deep enough after a text without quotes. */
function placesFor(tree: Document): Record<'free' | 'texts' | 'plain', Range[]> {
  const places: Record<'free' | 'texts' | 'plain', Range[]> = { free: [], texts: [], plain: [] };
  visit(tree, {
    Node: (_, node) => {
      if (!node.range) { return undefined; }
      if (isCollection(node) && node.flow) {
        places.free.push(node.range);
        return visit.SKIP;
      }
      if (!isScalar(node)) { return undefined; }
      const { type, range } = node;
      (type === 'PLAIN' ? places.plain : type?.startsWith('QUOTE') ? places.free : places.texts).push(range!);
      return undefined;
    },
  });
  return places;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** How far the first line of a text after `|` is indented. */
function indentOf(text: string): number {
  return /\n( *)[^\s]/.exec(text)?.[1].length ?? 0;
}

/** How far the block is indented to which the last line before this one belongs. */
function blockIndent(source: string, line: number): number {
  const [before = ''] = source.slice(0, line).split('\n').filter(text => !isBlank(text)).slice(-1);
  const [lead] = /^ *(?:- +)*/.exec(before)!;
  return /^[^#]*:(?: |$)/.test(before.slice(lead.length)) ? lead.length : Math.max(0, lead.trimEnd().length - 1);
}
