import { createHash } from 'node:crypto';

/** Random choices that a seed repeats. */
export class Random {
  private count = 0;

  constructor(private readonly seed: number | string) {}

  /** At least 0 and below the limit. */
  public below(limit: number): number {
    const hash = createHash('sha256').update(`${this.seed} ${this.count++}`).digest();
    return Math.floor(hash.readUInt32BE() / 2 ** 32 * limit);
  }

  public pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  public shuffled<T>(items: readonly T[]): T[] {
    const list = [...items];
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [list[at], list[other]] = [list[other], list[at]];
    }
    return list;
  }
}
