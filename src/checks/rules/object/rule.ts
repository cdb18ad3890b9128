import { Lifetime, Validity } from '../../../kubernetes/api/lifetime';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord } from '../../../kubernetes/manifest';
import { RuleInfo } from '../../../reports/rule';
import { ObjectCheck } from '../../engine/object-check';

/**
 * A group of the server's rules that go together: what it is called, why it exists, how to fix what breaks it, and in which
 * versions of Kubernetes it holds.
 */
export interface Rule extends RuleInfo, Validity {
  /** What to write instead, unless the place says it better. */
  readonly fix: string;
  /**
   * In which versions the server asks it of Pods alone: it accepts a template that breaks the rule, and refuses its Pods.
   *
   * @default - it asks it of templates, too
   */
  readonly podsOnly?: Lifetime;
}

/** Says that a rule is broken at a path. */
export type Broken = (rule: Rule, path: string, message: string, fix?: string) => void;

/** A check of the objects of some kinds (`group/Kind`) by some rules. */
export function rulesFor(
  kinds: readonly string[], checks: readonly Rule[], check: (object: Manifest, broken: Broken, model: ApiModel) => void,
): ObjectCheck {
  return {
    kinds,
    checks,
    run: (object, report, model) => check(object, (rule, path, message, fix = rule.fix) => {
      const podsOnly = rule.podsOnly !== undefined && model.holds(rule.podsOnly);
      if (model.holds(rule)) { report({ check: rule, path, message, fix, ...podsOnly && { podsOnly } }); }
    }, model),
  };
}

/** True if the server takes the field as given: an explicit null counts as absent. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** True for a text with something in it: for most fields the server takes an empty text as absent. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** True for a number that is too small; other types are left to the schema. */
export function isBelow(value: unknown, least: number): boolean {
  return typeof value === 'number' && value < least;
}

/** The fields of `names` that are given. */
export function givenOf(record: Record<string, any>, names: readonly string[]): string[] {
  return names.filter(name => isGiven(record[name]));
}

/** Every mapping in a list, and its position. An explicit null is an empty mapping to the server; other types are left to the schema. */
export function forRecords(list: unknown, check: (record: Record<string, any>, position: number) => void) {
  if (!Array.isArray(list)) { return; }
  list.forEach((item, position) => {
    if (item === null || isRecord(item)) { check(item ?? {}, position); }
  });
}

/** Where a value is found a second time: calls `again` with the position of each repetition. */
export function forRepeated<T>(items: readonly T[], keyOf: (item: T) => unknown, again: (item: T, position: number) => void) {
  if (items.length < 2) { return; }
  const seen = new Set<unknown>();
  items.forEach((item, position) => {
    const key = keyOf(item);
    if (key === undefined || key === null || key === '') { return; }
    if (seen.has(key)) { again(item, position); } else { seen.add(key); }
  });
}

/** Names in a sentence: `'a'`, `'a' and 'b'`, `'a', 'b' or 'c'`. */
export function namesIn(names: readonly string[], word: 'and' | 'or'): string {
  const quoted = names.map(name => `'${name}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted[quoted.length - 1]}`;
}
