import { printable } from '../reports/printable';

/** Nobody reads a longer line in a picture, and programs that draw refuse very long texts. */
const MOST_CHARACTERS = 300;

/** A line of a picture: printable, and cut where it is very long. */
export function shortText(text: string): string {
  const characters = [...text.slice(0, 2 * MOST_CHARACTERS + 1)];
  return printable(characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text);
}
