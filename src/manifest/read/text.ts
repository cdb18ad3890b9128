/** A place in a text, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A piece of a text, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The content of a file; knows lines, but counts them only when someone asks. */
export class Text {
  private lineStarts?: readonly number[];

  constructor(public readonly content: string) {}

  /** The line and column of an offset. */
  public positionAt(offset: number): Position {
    const starts = this.lineStarts ??= startsOfLines(this.content);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) { low = middle; } else { high = middle - 1; }
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  }
}

function startsOfLines(content: string): number[] {
  const starts = [0];
  for (let end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', end + 1)) { starts.push(end + 1); }
  // Old Macs ended lines with a carriage return alone.
  return content.includes('\r') ? [0, ...[...content.matchAll(/\r\n?|\n/g)].map(({ index, 0: { length } }) => index + length)] : starts;
}
