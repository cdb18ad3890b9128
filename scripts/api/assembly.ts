/** What jsii writes down of the public API (`.jsii`), as far as the pages need it. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
  readonly see?: string;
  readonly returns?: string;
  readonly custom?: { readonly throws?: string };
}

export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

export interface Located {
  readonly locationInModule?: { readonly line: number };
}

export interface Value extends Located {
  readonly name: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly protected?: boolean;
  /** What it overrides, where the text stands. */
  readonly overrides?: string;
  readonly type: TypeReference;
}

export interface Method extends Omit<Value, 'type'> {
  readonly abstract?: boolean;
  readonly async?: boolean;
  readonly parameters?: readonly Value[];
  readonly returns?: { readonly type: TypeReference };
}

export interface Type {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** True for props. */
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly docs?: Docs;
  /** The class that a class extends. */
  readonly base?: string;
  /** What an interface extends, or a class implements. */
  readonly interfaces?: readonly string[];
  readonly initializer?: Method;
  readonly properties?: readonly Value[];
  readonly methods?: readonly Method[];
  readonly members?: readonly Value[];
}

const ASSEMBLY = resolve(__dirname, '../../.jsii');

/** All public types. */
export function publicTypes(): Type[] {
  if (!existsSync(ASSEMBLY)) { throw new Error('there is no .jsii; run: npx projen compile'); }
  return Object.values<Type>(JSON.parse(readFileSync(ASSEMBLY, 'utf8')).types);
}
