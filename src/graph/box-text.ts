import { GraphNode, Tone } from './graph';
import { TextLine } from './layout';
import { Letters, textWidth, wrapped, wrappedName } from './text-width';
import { printable } from '../reports/printable';

/** Text of a box before the box has its place: lines from its left upper corner. */
export interface BoxText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

const LETTERS: Readonly<Record<TextLine['role'], Letters>> = { kind: { size: 10 }, name: { size: 13, bold: true }, line: { size: 11 }, mark: { size: 11, bold: true } };

/** Most names have up to 63 characters, and those of claims more: they take several lines, and so do names in the DNS. */
export const WIDEST = 230;
const MOST_LINES: Readonly<Record<TextLine['role'], number>> = { kind: 1, name: 5, line: 4, mark: 6 };
/** A box shows no more facts than this. */
const MOST_FACTS = 8;

const SPACING = 1.35;

/** What stands in a box or at the top of a frame, measured. */
export function boxText({ kind, name, lines, missing = false, marks = [] }: Pick<GraphNode, 'kind' | 'name' | 'lines' | 'missing' | 'marks'>, widest = WIDEST): BoxText {
  const more = lines.length > MOST_FACTS ? [`… and ${lines.length - MOST_FACTS} more`] : [];
  const facts = [...lines.slice(0, MOST_FACTS), ...more, ...missing ? ['not among the manifests'] : []];
  return textBlock([[kind, 'kind'], [name, 'name'], ...facts.map(fact => [fact, 'line'] as const), ...marks.map(({ words, tone }) => [words, 'mark', tone] as const)], widest);
}

/** The same for any texts, such as that of an arrow. */
export function textBlock(texts: readonly (readonly [text: string, role: TextLine['role'], tone?: Tone])[], widest = WIDEST): BoxText {
  let height = 0;
  const lines = texts.filter(([text]) => text !== '').flatMap(([text, role, tone]) => (role === 'name' ? wrappedName : wrapped)(printable(text), LETTERS[role], widest, MOST_LINES[role]).map((line): TextLine => {
    const { size, bold = false } = LETTERS[role];
    const y = height + size;
    height += size * SPACING;
    return { text: line, x: 0, y, size, bold, role, width: textWidth(line, LETTERS[role]), ...tone && { tone } };
  }));
  return { width: Math.max(0, ...lines.map(({ width }) => width)), height, lines };
}

/** The lines at their place, each in the middle of a width or at its left end. */
export function placedText({ lines }: BoxText, x: number, y: number, width: number, align: 'left' | 'middle'): TextLine[] {
  return lines.map(line => ({ ...line, x: x + (align === 'left' ? 0 : (width - line.width) / 2), y: y + line.y }));
}
