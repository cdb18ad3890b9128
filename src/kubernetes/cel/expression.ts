import { RESERVED_WORDS } from './field-name';
import { CelError, Token, tokensOf } from './token';

/** An expression of the Common Expression Language, as it was read. */
export type Expression = { readonly at: number } & (
  | { readonly is: 'literal'; readonly type: string; readonly text: string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'field'; readonly of: Expression; readonly field: string; readonly isOptional: boolean }
  | { readonly is: 'index'; readonly of: Expression; readonly index: Expression; readonly isOptional: boolean }
  | { readonly is: 'call'; readonly of?: Expression; readonly name: string; readonly given: readonly Expression[] }
  | { readonly is: 'operator'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'map'; readonly keys: readonly Expression[]; readonly values: readonly Expression[] }
  | { readonly is: 'object'; readonly name: string; readonly fields: readonly string[]; readonly values: readonly Expression[] });

/** Throws CelError for what is no expression. */
export function readExpression(text: string): Expression {
  return new Reader(tokensOf(text)).whole();
}

/** Words that cannot even be names of fields. */
const NO_FIELDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);
const LITERALS: Readonly<Record<string, string>> = { true: 'bool', false: 'bool', null: 'null' };

/** From those that bind least to those that bind most. */
const OPERATORS = [['||'], ['&&'], ['<', '<=', '>=', '>', '==', '!=', 'in'], ['+', '-'], ['*', '/', '%']];
const DEEPEST = 250;

class Reader {
  private position = 0;
  private depth = 0;

  public constructor(private readonly tokens: readonly Token[]) {}

  public whole(): Expression {
    const expression = this.expression();
    if (this.next.kind !== 'end') { throw this.unexpected(); }
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.position];
  }

  private take(): Token {
    return this.tokens[this.position++];
  }

  private isNext(...texts: readonly string[]): boolean {
    return (this.next.kind === 'sign' || this.next.kind === 'name') && texts.includes(this.next.text);
  }

  private takeIf(text: string): boolean {
    if (!this.isNext(text)) { return false; }
    this.take();
    return true;
  }

  private demand(text: string) {
    if (!this.takeIf(text)) { throw this.unexpected(); }
  }

  private unexpected(): CelError {
    return new CelError(this.next.kind === 'end' ? 'the expression ends too early' : `${this.next.text} cannot stand here`, this.next.at);
  }

  private expression(): Expression {
    if (++this.depth > DEEPEST) { throw new CelError('the expression is nested too deeply', this.next.at); }
    const condition = this.operation(0);
    let whole = condition;
    if (this.takeIf('?')) {
      const then = this.operation(0);
      this.demand(':');
      whole = { is: 'operator', name: '?:', given: [condition, then, this.expression()], at: condition.at };
    }
    this.depth--;
    return whole;
  }

  private operation(level: number): Expression {
    if (level === OPERATORS.length) { return this.unary(); }
    let left = this.operation(level + 1);
    while (this.isNext(...OPERATORS[level])) {
      const { text, at } = this.take();
      left = { is: 'operator', name: text, given: [left, this.operation(level + 1)], at };
    }
    return left;
  }

  private unary(): Expression {
    const signs: Token[] = [];
    while (this.isNext('!', '-') && (signs.length === 0 || signs[0].text === this.next.text)) { signs.push(this.take()); }
    const operand = this.member();
    return signs.reduceRight<Expression>((given, { text, at }) => ({ is: 'operator', name: text === '-' ? 'minus' : text, given: [given], at }), operand);
  }

  private member(): Expression {
    let whole = this.primary();
    for (;;) {
      const { at } = this.next;
      if (this.takeIf('.')) {
        const isOptional = this.takeIf('?');
        const field = this.fieldName();
        whole = !isOptional && this.takeIf('(')
          ? { is: 'call', of: whole, name: field, given: this.list(')'), at }
          : { is: 'field', of: whole, field, isOptional, at };
      } else if (this.takeIf('[')) {
        const isOptional = this.takeIf('?');
        whole = { is: 'index', of: whole, index: this.expression(), isOptional, at };
        this.demand(']');
      } else if (this.isNext('{') && nameOf(whole) !== undefined) {
        whole = this.object(nameOf(whole)!);
      } else {
        return whole;
      }
    }
  }

  private fieldName(): string {
    if (this.next.kind !== 'name' || NO_FIELDS.has(this.next.text)) { throw this.unexpected(); }
    return this.take().text;
  }

  private primary(): Expression {
    const { kind, at } = this.next;
    if (this.takeIf('(')) {
      const whole = this.expression();
      this.demand(')');
      return whole;
    }
    if (this.takeIf('[')) { return { is: 'list', items: this.list(']'), at }; }
    if (this.isNext('{')) { return this.map(); }
    if (kind === 'name' && this.next.text in LITERALS) { return { is: 'literal', type: LITERALS[this.next.text], text: this.take().text, at }; }
    if (kind !== 'name' && kind !== 'sign' && kind !== 'end') { return { is: 'literal', type: kind, text: this.take().text, at }; }
    this.takeIf('.');
    if (this.next.kind !== 'name') { throw this.unexpected(); }
    const name = this.take().text;
    if (RESERVED_WORDS.has(name)) { throw new CelError(`${name} is a reserved word`, at); }
    return this.takeIf('(') ? { is: 'call', name, given: this.list(')'), at } : { is: 'name', name, at };
  }

  /** What is between brackets; only a list may end with a comma, and have items that may be missing. */
  private list(end: ')' | ']'): Expression[] {
    const items: Expression[] = [];
    while (!this.takeIf(end)) {
      if (items.length > 0 || end === ']' && this.isNext(',')) { this.demand(','); }
      if (end === ']' && this.takeIf(end)) { break; }
      items.push(end === ']' ? this.optional() : this.expression());
    }
    return items;
  }

  private optional(): Expression {
    const { at } = this.next;
    return this.takeIf('?') ? { is: 'operator', name: 'optional', given: [this.expression()], at } : this.expression();
  }

  private map(): Expression {
    const { at } = this.take();
    const keys: Expression[] = [];
    const values = this.entries(() => keys.push(this.optional()));
    return { is: 'map', keys, values, at };
  }

  private object(name: string): Expression {
    const { at } = this.take();
    const fields: string[] = [];
    const values = this.entries(() => {
      this.takeIf('?');
      fields.push(this.fieldName());
    });
    return { is: 'object', name, fields, values, at };
  }

  private entries(readKey: () => void): Expression[] {
    const values: Expression[] = [];
    while (!this.takeIf('}')) {
      if (values.length > 0) {
        this.demand(',');
        if (this.takeIf('}')) { break; }
      }
      readKey();
      this.demand(':');
      values.push(this.expression());
    }
    return values;
  }
}

/** `a.b.c` for names with dots in between, undefined for any other expression. */
export function nameOf(expression: Expression): string | undefined {
  if (expression.is === 'name') { return expression.name; }
  if (expression.is !== 'field' || expression.isOptional) { return undefined; }
  const before = nameOf(expression.of);
  return before === undefined ? undefined : `${before}.${expression.field}`;
}
