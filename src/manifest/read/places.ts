/** Where the parts of a document stand, and how its scalars are written, by JSON pointer. */
export class Places {
  /** Offsets in the text of the document: of keys, of list items, and of the document as a whole. */
  public readonly offsets = new Map<string, number>([['', 0]]);
  /** Scalars without quotes, as they stand there: `0022`, `yes`. */
  public readonly scalars = new Map<string, string>();

  /** Where a field stands: its key, its list item, or the nearest value around it that exists. */
  public offsetOf(path: string): number {
    let known = path;
    while (!this.offsets.has(known)) { known = known.slice(0, known.lastIndexOf('/')); }
    return this.offsets.get(known)!;
  }
}
