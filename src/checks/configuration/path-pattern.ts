/** What a character or group of characters of a pattern stands for. */
const WILDCARDS: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/^\*\*\//, () => '(?:.*/)?'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^\{[^{}]*\}/, part => `(?:${part.slice(1, -1).split(',').map(escaped).join('|')})`],
  [/^[^*?{]+|^\{/, escaped],
];

/** Paths as a configuration file names them: `dist/prod`, `dist/*-eu/**`, `dist/{dev,test}/*.yaml`. A folder means all that is below it. */
export class PathPattern {
  private readonly expression: RegExp;

  constructor(pattern: string) {
    this.expression = new RegExp(`^${expressionOf(normalized(pattern))}(?:/.*)?$`);
  }

  public matches(path: string): boolean {
    return this.expression.test(normalized(path));
  }
}

function expressionOf(pattern: string): string {
  if (pattern === '.' || pattern === '') { return '.*'; }
  const parts: string[] = [];
  for (let rest = pattern; rest !== '';) {
    const [wildcard, expression] = WILDCARDS.find(([start]) => start.test(rest))!;
    const [part] = wildcard.exec(rest)!;
    parts.push(expression(part));
    rest = rest.slice(part.length);
  }
  return parts.join('');
}

function normalized(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
