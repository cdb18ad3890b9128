/** A set of transactions as MySQL writes it: `UUID:1-5:7,UUID2:1`. */
export class GtidSet {
  public static parse(text: string): GtidSet {
    const ids = text.split(',').filter(Boolean).flatMap(part => {
      const [uuid, ...intervals] = part.trim().split(':');
      return intervals.flatMap(interval => {
        const [first, last = first] = interval.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, i) => `${uuid}:${first + i}`);
      });
    });
    return new GtidSet(new Set(ids));
  }

  constructor(private readonly ids: ReadonlySet<string> = new Set()) { }

  public get size(): number {
    return this.ids.size;
  }

  public within(other: GtidSet): boolean {
    return [...this.ids].every(id => other.ids.has(id));
  }

  public union(other: GtidSet): GtidSet {
    return new GtidSet(new Set([...this.ids, ...other.ids]));
  }

  public without(other: GtidSet): GtidSet {
    return new GtidSet(new Set([...this.ids].filter(id => !other.ids.has(id))));
  }

  /** The set with one more transaction of a source. */
  public next(uuid: string): GtidSet {
    const last = Math.max(0, ...[...this.ids].filter(id => id.startsWith(`${uuid}:`)).map(id => Number(id.split(':')[1])));
    return new GtidSet(new Set([...this.ids, `${uuid}:${last + 1}`]));
  }

  public toString(): string {
    const numbers = new Map<string, number[]>();
    this.ids.forEach(id => { const [uuid, n] = id.split(':'); numbers.set(uuid, [...numbers.get(uuid) ?? [], Number(n)]); });
    return [...numbers].sort().map(([uuid, list]) => `${uuid}:${list.sort((a, b) => a - b).map(n => `${n}`).join(':')}`).join(',');
  }
}
