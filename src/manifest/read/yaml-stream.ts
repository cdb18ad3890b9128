import { Span, Text } from './text';

/** One document of a YAML stream, as kubectl parts them. */
export interface Piece extends Span {
  /** What stands behind the end of the document, `...`, and before the next `---`: nobody reads it. */
  readonly unread?: Span;
  /** It is a line that begins with `---` and has more than a comment: kubectl gives up there. */
  readonly badMark?: boolean;
}

/** Each line that begins with `---`, whatever follows. */
const MARK = /(?:^\ufeff?|\n)---([^\n]*)/g;
/** Where the parser of kubectl ends a document. Lines may end with a carriage return alone to it, and not to what parts the stream. */
const DOCUMENT_END = /(?:^|[\n\r])\.\.\.(?=[ \t\r\n]|$)|\r---(?=[ \t\r]|$)/g;

/**
 * The documents of a YAML stream. kubectl parts them before it reads them: at each line that begins
 * with `---`. Of each part it reads one document, up to `...`.
 */
export function splitDocuments({ content }: Text, from = 0): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let explicit = false;
  const close = (end: number) => {
    if (explicit || holdsContent(content.slice(start, end))) { pieces.push(readPart({ start, end }, content)); }
  };
  MARK.lastIndex = Math.max(0, from - 1);
  for (let match = MARK.exec(content); match; match = MARK.exec(content)) {
    const at = match.index + match[0].indexOf('-');
    const rest = match[1].trim();
    if (rest !== '' && !rest.startsWith('#')) {
      close(at);
      start = MARK.lastIndex;
      pieces.push({ start: at, end: start, badMark: true });
      explicit = false;
    } else {
      if (explicit || holdsContent(content.slice(start, at))) {
        close(at);
        start = at;
      }
      explicit = true;
    }
  }
  close(content.length);
  return pieces;
}

function readPart(span: Span, content: string): Piece {
  const source = content.slice(span.start, span.end);
  DOCUMENT_END.lastIndex = 0;
  const match = DOCUMENT_END.exec(source);
  if (!match) { return span; }
  const unread = { start: span.start + DOCUMENT_END.lastIndex, end: span.end };
  const end = span.start + match.index + (match[0].length - 3);
  return { start: span.start, end, ...holdsContent(content.slice(unread.start, unread.end)) && { unread } };
}

/** True if a text holds more than comments and white space. */
function holdsContent(text: string): boolean {
  return /(?:^|[\n\r])[ \t\ufeff]*[^ \t\r\n#\ufeff]/.test(text);
}
