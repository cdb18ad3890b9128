import { Call, Name, codeOf } from './code';

/** One statement: `const web = new StatefulApp(chart, 'web', { … });`. */
export interface Statement {
  /** Holds what the call gives back. @default - nobody needs it */
  readonly variable?: string;
  /** A call, or a list of them. */
  readonly call: Call | readonly Call[];
  /** A line above it. @default - none */
  readonly comment?: string;
  /** Whether it belongs to the statement before, so that no empty line stands between. @default false */
  readonly joined?: boolean;
}

/** A TypeScript program: what it imports, and what it does. */
export class Program {
  constructor(private readonly statements: readonly Statement[]) {}

  /** Names by the package that they are imported from. */
  public get imports(): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, Set<string>>();
    for (const { call } of this.statements) { collect(call, names); }
    return new Map([...names].sort().map(([from, set]) => [from, [...set].sort()]));
  }

  /** Everything after the imports. It has no types, so it is JavaScript as well. */
  public get body(): string {
    return this.statements.map((statement, index) => `${index === 0 || statement.joined ? '' : '\n'}${textOf(statement)}\n`).join('');
  }

  /** The whole text. */
  public get text(): string {
    const lines = [...this.imports].map(([from, names]) => `import { ${names.join(', ')} } from '${from}';\n`);
    return `${lines.join('')}\n${this.body}`;
  }
}

function textOf({ variable, call, comment }: Statement): string {
  const note = comment === undefined ? '' : `// ${comment}\n`;
  const begin = variable === undefined ? '' : `const ${variable} = `;
  return `${note}${begin}${codeOf(call, 0, begin.length + 1)};`;
}

function collect(value: unknown, names: Map<string, Set<string>>) {
  if (value instanceof Call || value instanceof Name) {
    const text = value instanceof Call ? value.callee : value.text;
    const first = text.replace(/^new /, '').split('.')[0];
    if (value.from !== undefined) { names.set(value.from, (names.get(value.from) ?? new Set()).add(first)); }
  }
  if (value instanceof Call) { [...value.args, ...value.lastArgs].forEach(arg => collect(arg, names)); return; }
  if (typeof value === 'object' && value !== null && !(value instanceof Name)) { Object.values(value).forEach(child => collect(child, names)); }
}
