import { Span, Text } from './text';

/**
 * The documents of a YAML stream. `---` and `...` at the start of a line part
 * documents wherever they stand, so parts can be parsed one at a time.
 */
export function splitDocuments({ content }: Text): Span[] {
  const spans: Span[] = [];
  const marker = /(?:^\ufeff?|\n)(---|\.\.\.)(?=[ \t\r\n]|$)/g;
  let start = 0;
  let explicit = false;
  const close = (end: number) => {
    if (explicit || holdsContent(content.slice(start, end))) { spans.push({ start, end }); }
  };
  for (let match = marker.exec(content); match; match = marker.exec(content)) {
    const at = marker.lastIndex - match[1].length;
    if (match[1] === '...') {
      close(at);
      start = marker.lastIndex;
      explicit = false;
    } else if (explicit || holdsContent(content.slice(start, at))) {
      close(at);
      start = at;
      explicit = true;
    } else {
      explicit = true;
    }
  }
  close(content.length);
  return spans;
}

/** True if a text holds more than comments, directives and white space. */
function holdsContent(text: string): boolean {
  return /(?:^|\n)[ \t\ufeff]*[^ \t\r\n#%\ufeff]/.test(text);
}
