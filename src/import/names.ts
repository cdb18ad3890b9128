/** Words that name no variable, and names that the program imports. */
const TAKEN = [
  'arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'eval', 'export',
  'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package',
  'private', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while',
  'with', 'yield', 'module', 'require', 'exports', 'process', 'global',
];

/** Names of which each is given once. */
export class Names {
  private readonly given: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.given = new Set(taken);
  }

  /** The first of these names that is free, or the last one with a number. */
  public take(...wishes: readonly string[]): string {
    const last = wishes[wishes.length - 1];
    let name = wishes.find(wish => !this.given.has(wish));
    for (let number = 2; name === undefined; number++) {
      if (!this.given.has(`${last}${number}`)) { name = `${last}${number}`; }
    }
    this.given.add(name);
    return name;
  }

  /** Takes a name back that nobody uses. */
  public release(name: string): void {
    this.given.delete(name);
  }
}

/** Names for variables; words of the language are taken. */
export function variableNames(): Names {
  return new Names([...TAKEN, 'app']);
}

/** `orders-db` as a variable: `ordersDb`. */
export function variableFor(...words: readonly string[]): string {
  const parts = words.join(' ').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = parts.map((part, index) => index === 0 ? part[0].toLowerCase() + part.slice(1) : part[0].toUpperCase() + part.slice(1)).join('');
  return /^[a-z]/.test(name) ? name : `the${name}`;
}

/** A text as the id of a construct, of which file names are made. */
export function idFor(text: string): string {
  const id = text.replace(/[^\w.:-]+/g, '-').slice(0, 200);
  return /[A-Za-z0-9]/.test(id) ? id : 'object';
}

/** `StatefulSet` as a part of an id: `stateful-set`. */
export function kindWords(kind: string): string {
  return idFor(kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase());
}
