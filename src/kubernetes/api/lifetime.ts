import { TYPES } from './fields.generated';
import { KINDS } from './kinds.generated';
import { lineOf } from './lines';
import { oncePerKey } from '../once';

/** In which versions of Kubernetes something is there: up to the one before `until`; open ends are undefined. */
export interface Lifetime {
  readonly since?: string;
  readonly until?: string;
}

/** The same, and the feature that it takes besides: `A,B` needs both gates, `A|B` one of them. */
export interface Validity extends Lifetime {
  readonly gate?: string;
}

/** When a kind is there in an API version; undefined if no version that we know has it. */
export function lifetimeOfKind(apiVersion: string, kind: string): Lifetime | undefined {
  return lifetimeNamed(`${apiVersion}/${kind}`);
}

// Asked for each object.
const lifetimeNamed = oncePerKey((name: string) => lifetimeOf(lineOf(KINDS, name)?.split('\t') ?? []));

/** When a type has a field, by the name of the type; undefined if no version that we know has it. */
export function lifetimeOfField(type: string, field: string): Lifetime | undefined {
  const entries = lineOf(TYPES, type)?.split('\t') ?? [];
  const ofType = lifetimeOf(entries.filter(entry => /^([\d.-]+ )?:/.test(entry)));
  const ofField = lifetimeOf(entries.filter(entry => entry.replace(/^[\d.]*-[\d.]* /, '').startsWith(`${field}:`)));
  return ofField && { ...ofType, ...ofField };
}

/** From the first entry to the last one: entries follow one another. */
function lifetimeOf(entries: readonly string[]): Lifetime | undefined {
  if (entries.length === 0) { return undefined; }
  const ranges = entries.map(entry => /^([\d.]*)-([\d.]*) /.exec(entry)).map(match => match ? [match[1], match[2]] : ['', '']);
  const [since, until] = [ranges[0][0], ranges[ranges.length - 1][1]];
  return { ...since && { since }, ...until && { until } };
}
