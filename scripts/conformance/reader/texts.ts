import { BASES, LINE_BEGINS, PIECES, SCALARS } from './pieces';
import { Random } from '../random';

/** A file that is nearly a manifest. The same number makes the same file. */
export function textOf(seed: number, index: number): Buffer {
  const random = new Random(`${seed} ${index}`);
  let text = random.pick(BASES);
  for (let changes = 1 + random.below(2); changes > 0; changes--) { text = changed(text, random); }
  return encoded(text, random);
}

function changed(text: string, random: Random): string {
  const percent = random.below(100);
  if (percent < 35) { return text.replace(/(?<=: |- |, )(\w+)/g, word => random.below(100) < 15 ? random.pick(SCALARS) : word); }
  if (percent < 50) {
    const lines = text.split('\n');
    lines.splice(random.below(lines.length), 1);
    return lines.join('\n');
  }
  if (percent < 62) {
    const at = text.indexOf('\n', random.below(text.length)) + 1;
    return text.slice(0, at) + random.pick(LINE_BEGINS) + text.slice(at);
  }
  const at = random.below(100) < 15 ? 0 : random.below(text.length);
  return text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.below(2));
}

/** Most files are UTF-8. Of a hundred, so many are something else. */
const ENCODINGS: ReadonlyArray<readonly [number, (text: string) => Buffer]> = [
  [3, text => Buffer.from(`\ufeff${text}`, 'utf16le')],
  [2, text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  [2, text => Buffer.from(`\ufeff${text}`)],
  [3, text => Buffer.from(text.replaceAll('\n', '\r\n'))],
  [2, text => Buffer.from(text.replaceAll('\n', '\r'))],
];

function encoded(text: string, random: Random): Buffer {
  let percent = random.below(100);
  for (const [share, encode] of ENCODINGS) {
    if (percent < share) { return encode(text); }
    percent -= share;
  }
  return Buffer.from(text);
}
