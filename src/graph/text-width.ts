/** The fonts of pictures. All have the same widths, which are those of the tables here. */
export const FONTS = 'Helvetica, Arial, "Liberation Sans", Arimo, sans-serif';

/** Widths of the characters from space to tilde, in thousandths of the size of the letters. */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
  611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
/** Signs that pictures have besides. */
const SIGNS: Readonly<Record<string, number>> = { '·': 278, '→': 1000, '…': 1000, '×': 584, '–': 556, '’': 278 };

/** Letters of other scripts: most are narrower than this. A picture makes text as wide as it was measured, so that none is too wide. */
const OTHER_LETTER = 850;
const OTHER = 1000;

export interface Letters {
  readonly size: number;
  readonly bold?: boolean;
}

/** How wide a text is drawn. */
export function textWidth(text: string, { size, bold = false }: Letters): number {
  const widths = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    sum += widths[code - 32] ?? SIGNS[character] ?? (code < 0x1100 ? OTHER_LETTER : OTHER);
  }
  return sum * size / 1000;
}

/** Longer texts are cut before they are measured: nobody reads them in a picture. */
const MOST_CHARACTERS = 400;

/** Behind which characters a name may go on in the next line; not within a number, nor behind the colon that begins a port. */
const BREAKS = /(?<=[-/=,_@])|(?<=(?<!^)[.:])(?=\D)/;

/** A text in lines that are no wider than allowed; what does not fit into the last one ends with `…`. */
export function wrapped(text: string, letters: Letters, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (part: string) => textWidth(line + part.trimEnd(), letters) <= width;
  const begin = (part: string) => {
    lines.push(line.trimEnd());
    line = part.trimStart();
  };
  for (const word of [...text].slice(0, MOST_CHARACTERS).join('').split(/(?<= )/)) {
    // A name that has room in a line of its own stays whole.
    for (const part of textWidth(word.trimEnd(), letters) <= width ? [word] : word.split(BREAKS)) {
      if (fits(part)) {
        line += part;
      } else if (textWidth(part.trimEnd(), letters) <= width) {
        begin(part);
      } else {
        for (const character of part) { if (fits(character)) { line += character; } else { begin(character); } }
      }
    }
  }
  lines.push(line.trimEnd());
  return lines.length <= mostLines && text.length <= MOST_CHARACTERS ? lines : [...lines.slice(0, mostLines - 1), shortened(lines[mostLines - 1] ?? '', letters, width)];
}

/** The same for a name, of which the end is worth as much as the beginning, such as the ordinal: what does not fit is left out in the middle. */
export function wrappedName(name: string, letters: Letters, width: number, mostLines: number): string[] {
  const characters = [...name];
  const half = (kept: number) => [characters.slice(0, Math.ceil(kept / 2)), '…', characters.slice(characters.length - Math.floor(kept / 2))].flat().join('');
  let lines = wrapped(name, letters, width, Infinity);
  for (let kept = Math.min(characters.length, MOST_CHARACTERS) - 1; lines.length > mostLines || lines.at(-1)!.endsWith('…'); kept = Math.floor(kept * 0.97)) {
    if (kept < 2) { return wrapped(name, letters, width, mostLines); }
    lines = wrapped(half(kept), letters, width, Infinity);
  }
  return lines;
}

function shortened(line: string, letters: Letters, width: number): string {
  const characters = [...line];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, letters) > width) { characters.pop(); }
  return `${characters.join('')}…`;
}
