import leven from 'leven';

/**
 * The word that was probably meant: the known one that is closest to what was
 * written; undefined if none is close. Upper and lower case do not count.
 */
export function closest(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const allowed = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= bestDistance) { continue; }
    const distance = distanceOf(wanted, word.toLowerCase());
    if (distance < bestDistance) { [best, bestDistance] = [word, distance]; }
  }
  return best;
}

/** How many letters must change; letters that only changed places count as one, since fingers swap them most often. */
function distanceOf(written: string, known: string): number {
  const swapped = written !== known && written.length === known.length && sortedLetters(written) === sortedLetters(known);
  return swapped ? 1 : leven(written, known);
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

/** `; did you mean 'name'?`, or nothing if no known word is close: the end of a sentence. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const word = closest(written, known);
  return word === undefined ? '' : `; did you mean '${word}'?`;
}
