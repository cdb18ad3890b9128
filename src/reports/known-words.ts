import { closest } from './did-you-mean';

/** So many words are all compared with what was written. */
const FEW = 200;
/** Of more words so many are, on each side of it in the order of the alphabet. */
const NEIGHBORS = 16;

/** Words of which one is looked for again and again: what was written, or what was meant by it. */
export class KnownWords {
  public readonly all: readonly string[];
  private readonly set: ReadonlySet<string>;
  private orders?: readonly Order[];

  constructor(words: Iterable<string>) {
    this.set = new Set(words);
    this.all = [...this.set];
  }

  public has(word: string): boolean {
    return this.set.has(word);
  }

  /**
   * The word that was probably meant, as `closest` finds it. Where there are many, only those that begin or end like what was written are
   * compared, so that a thousand slips among a thousand words are no million: one who errs at both ends may get no hint.
   */
  public closest(written: string): string | undefined {
    if (this.all.length <= FEW) { return closest(written, this.all); }
    this.orders ??= [new Order(this.all, word => word), new Order(this.all, backwards)];
    const near = new Set(this.orders.flatMap(order => order.near(written)));
    return closest(written, [...near].sort((a, b) => a - b).map(index => this.all[index]));
  }
}

/** Words in the order of what is made of them; upper and lower case do not count. */
class Order {
  private readonly sorted: ReadonlyArray<readonly [key: string, index: number]>;

  constructor(words: readonly string[], private readonly keyOf: (word: string) => string) {
    const keys = words.map((word, index) => [keyOf(word.toLowerCase()), index] as const);
    this.sorted = keys.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  }

  /** Indices of the words beside the place that this one would have. */
  public near(word: string): number[] {
    const key = this.keyOf(word.toLowerCase());
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.sorted[middle][0] < key) { low = middle + 1; } else { high = middle; }
    }
    return this.sorted.slice(Math.max(0, low - NEIGHBORS), low + NEIGHBORS).map(([, index]) => index);
  }
}

function backwards(word: string): string {
  return [...word].reverse().join('');
}
