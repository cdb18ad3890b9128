/** Less than this is no line to read. */
const MIN_ROOM = 20;

/** Lines of whole words that fit if they can; the first begins with `lead`, the others are indented as far. */
export function wrapped(lead: string, text: string, columns: number): string[] {
  const room = Math.max(columns - lead.length, MIN_ROOM);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= room) { lines[last] += ` ${word}`; } else { lines.push(word); }
  }
  return lines.map((line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line);
}
