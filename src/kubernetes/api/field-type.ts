/** What a field holds. Lists and maps have an `item`, structs a `struct`, enums their `values`. */
export interface FieldType {
  readonly holds: 'string' | 'boolean' | 'int32' | 'int64' | 'number' | 'quantity' | 'intOrString' | 'time' | 'microTime' | 'any'
  | 'enum' | 'list' | 'map' | 'struct';
  readonly item?: FieldType;
  readonly values?: readonly string[];
  readonly struct?: string;
  /** Of a list: the fields that tell its items apart, by which server-side apply merges them. */
  readonly keys?: readonly string[];
  /** Of a list: each value is there once, and server-side apply merges them. */
  readonly set?: boolean;
  /** Server-side apply replaces the value as a whole: lists without `keys` that are no sets, and some maps and structs. */
  readonly atomic?: boolean;
}

/**
 * Reads how a type is written:
 *
 * - `string`, `boolean`, `int32`, `quantity`, ...
 * - `=TCP|UDP`: one of these values; `OnDelete|Recreate?Gate`: the second one needs its gate
 * - `@Container`: a struct; `-@LabelSelector`: server-side apply replaces it as a whole
 * - `[]string`: a list that is replaced as a whole; `[name]@Container`: items have keys; `[*]string`: a set
 * - `{}string`: a map; `{-}string`: replaced as a whole
 */
export function parseType(spelling: string, isOff: (gate: string) => boolean = () => false): FieldType {
  switch (spelling[0]) {
    case '[': return list(spelling, isOff);
    case '{': return { holds: 'map', item: parseType(spelling.slice(spelling.indexOf('}') + 1), isOff), ...spelling[1] === '-' && { atomic: true } };
    case '@': return { holds: 'struct', struct: spelling.slice(1) };
    case '-': return { ...parseType(spelling.slice(1), isOff), atomic: true };
    case '=': return { holds: 'enum', values: spelling.slice(1).split('|').flatMap(value => valueOf(value, isOff)) };
    default: return { holds: spelling as FieldType['holds'] };
  }
}

/** The empty string stands for no value, whether or not an enum has it. */
function valueOf(text: string, isOff: (gate: string) => boolean): string[] {
  const [value, gate] = text.split('?');
  return value === '' || (gate && isOff(gate)) ? [] : [value];
}

function list(spelling: string, isOff: (gate: string) => boolean): FieldType {
  const end = spelling.indexOf(']');
  const keys = spelling.slice(1, end);
  const type = { holds: 'list', item: parseType(spelling.slice(end + 1), isOff) } as const;
  switch (keys) {
    case '': return { ...type, atomic: true };
    case '*': return { ...type, set: true };
    default: return { ...type, keys: keys.split(',') };
  }
}
