import { segmentsOf } from '../../kubernetes/pointer';

/** Where a value stands in the text of its document, and the values in it. */
export class Place {
  /** How a scalar without quotes is written: `0022`, `yes`. */
  public scalar?: string;
  private readonly parts = new Map<string, Place>();

  /** @param offset that of its key or list item */
  constructor(public offset = 0) {}

  /** Adds the value of a key, or an item. */
  public add(name: string | number, offset: number): Place {
    const part = new Place(offset);
    this.parts.set(`${name}`, part);
    return part;
  }

  /** The value at a JSON pointer; undefined if there is none. */
  public at(path: string): Place | undefined {
    return segmentsOf(path).reduce<Place | undefined>((place, segment) => place?.parts.get(segment), this);
  }

  /** The value at a JSON pointer, or the nearest value around it that exists. */
  public nearest(path: string): Place {
    return this.at(path) ?? this.nearest(path.slice(0, path.lastIndexOf('/')));
  }
}
