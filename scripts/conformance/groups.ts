import { Comparison } from './record';

/** Disagreements that are told alike. */
export interface Group {
  /** `missed`: the server refuses what the checker takes; `wrong`: the other way round. */
  readonly side: 'missed' | 'wrong';
  /** What the server says, or the rule and the field of the checker. */
  readonly title: string;
  /** The smallest one first. */
  readonly comparisons: readonly Comparison[];
}

/** The largest groups first. */
export function groupsOf(disagreements: readonly Comparison[]): Group[] {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of disagreements) {
    const key = groupKey(comparison);
    groups.set(key, [...groups.get(key) ?? [], comparison]);
  }
  return [...groups].map(([key, comparisons]): Group => {
    const [side, title] = key.split('\t');
    return { side: side as Group['side'], title, comparisons: comparisons.map(one => ({ one, size: JSON.stringify(one.manifest).length })).sort((a, b) => a.size - b.size).map(({ one }) => one) };
  }).sort((a, b) => b.comparisons.length - a.comparisons.length || (a.title < b.title ? -1 : 1));
}

export function groupKey({ refused, answer, opinion }: Comparison): string {
  if (!refused) {
    const [{ rule, path }] = opinion.errors;
    return `wrong\t${rule} ${lastFields(path.split('/').filter(Boolean))}`;
  }
  const [cause] = answer.causes;
  return `missed\t${cause ? `${lastFields(cause.field?.split(/[.[\]]+/).filter(Boolean) ?? [])}: ${generalized(cause.message)}` : generalized(answer.message)}`;
}

const SHOWN_FIELDS = 3;

/** `containers.*.image` of `spec.template.spec.containers[0].image`, which Pods have elsewhere. */
function lastFields(segments: readonly string[]): string {
  return segments.map(segment => /^\d+$/.test(segment) ? '*' : segment).slice(-SHOWN_FIELDS).join('.');
}

const MOST = 200;

/** Without the values of one object. */
export function generalized(message: string): string {
  return message
    // What Go prints of an object has addresses in it.
    .replace(/^((?:Invalid|Unsupported) value): [^"{]*\{.*\}: /s, '$1: ')
    .replace(/"(?:[^"\\]|\\.)*"/gs, '"…"').replace(/'[^']*'/gs, '\'…\'').replace(/Invalid value: [^:]*:/s, 'Invalid value:').replace(/(map\[|\{).*[\]}]/s, '{…}')
    .replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, MOST);
}
