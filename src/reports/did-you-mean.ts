/**
 * The word that was probably meant: the known one that is closest to what was
 * written; undefined if none is close. Upper and lower case do not count.
 *
 * @param allowed how many letters may be wrong; more in longer words unless it is given
 */
export function closest(written: string, known: Iterable<string>, allowed: number = typosIn(written)): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= bestDistance) { continue; }
    const distance = distanceOf(wanted, word.toLowerCase());
    if (distance < bestDistance) { [best, bestDistance] = [word, distance]; }
  }
  return best;
}

/** How many letters of a word may be wrong for it to be taken for another. */
function typosIn(written: string): number {
  return Math.max(1, Math.floor(written.length / 3));
}

/**
 * Known words that may have been meant, the closest first: those that are
 * almost the same, and those that hold what was written or are held by it.
 */
export function nearest(written: string, known: Iterable<string>, count = 3): string[] {
  const wanted = written.toLowerCase();
  const allowed = typosIn(written);
  const isPart = (word: string) => wanted.length > 2 && word.length > 2 && (word.includes(wanted) || wanted.includes(word));
  const found = [...known].map(word => ({ word, distance: distanceOf(wanted, word.toLowerCase()), isPart: isPart(word.toLowerCase()) }))
    .filter(({ distance, isPart: part }) => distance <= allowed || part)
    .sort((a, b) => a.distance - b.distance);
  // The same word in other letters leaves no doubt.
  return found.slice(0, found[0]?.distance === 0 ? 1 : count).map(({ word }) => word);
}

/** How many letters must change; letters that only changed places count as one, since fingers swap them most often. */
function distanceOf(written: string, known: string): number {
  const swapped = written !== known && written.length === known.length && sortedLetters(written) === sortedLetters(known);
  if (swapped) { return 1; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when something is misspelled, and not before
  const { default: leven } = require('leven') as typeof import('leven');
  return leven(written, known);
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

/** `; did you mean 'name'?`, or nothing if no known word is close: the end of a sentence. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const word = closest(written, known);
  return word === undefined ? '' : `; did you mean '${word}'?`;
}
