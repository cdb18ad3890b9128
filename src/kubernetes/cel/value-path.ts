/** What the server takes of a value before it is asked: how many elements, characters or bytes it may have at most. */
export interface SizedType {
  readonly most: number;
  /** What is in a list or a map. */
  readonly item?: SizedType;
  /** What the keys of a map are. */
  readonly key?: SizedType;
  /** The limit that could be written and is not, for messages. */
  readonly lacks?: string;
  readonly fields?: Readonly<Record<string, SizedType>>;
}

/**
 * Where a value is, from the variable on: `self`, `list`, `@items`. The server keeps paths as slices of Go: two that were made of
 * one path may share their memory, and then the later one writes over the earlier one. Its estimates depend on that, so this does it, too.
 */
export class ValuePath {
  public static of(...names: readonly string[]): ValuePath {
    return names.reduce((path, name) => path.with(name), new ValuePath([], 0, 0));
  }

  private constructor(private readonly memory: string[], private readonly length: number, private readonly room: number) {}

  public with(name: string): ValuePath {
    const fits = this.length < this.room;
    const memory = fits ? this.memory : this.memory.slice(0, this.length);
    memory[this.length] = name;
    return new ValuePath(memory, this.length + 1, fits ? this.room : Math.max(1, this.room * 2));
  }

  public get isEmpty(): boolean {
    return this.length === 0;
  }

  /** The type at this path. The server never looks at the first name: what has no variable before it is looked up in `self`. */
  public typeIn(self: SizedType): SizedType | undefined {
    return this.memory.slice(1, this.length).reduce<SizedType | undefined>((type, name) => type && below(type, name), self);
  }
}

function below(type: SizedType, name: string): SizedType | undefined {
  if (name === '@items' || name === '@values') { return type.item; }
  if (name === '@keys') { return type.key; }
  return type.fields && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}
