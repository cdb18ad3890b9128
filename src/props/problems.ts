import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** A rule over props: what breaks it, and a message with rule, value and what to write instead. */
export interface PropRule<T> {
  readonly broken: (props: T) => boolean;
  readonly message: (props: T) => string;
}

/** The messages of all rules that the props break. */
export function brokenRules<T>(props: T, rules: readonly PropRule<T>[]): string[] {
  const problems: string[] = [];
  for (const rule of rules) {
    if (rule.broken(props)) { problems.push(rule.message(props)); }
  }
  return problems;
}

/** A message for each key that comes a second time. */
export function duplicates<T>(items: readonly T[], keyOf: (item: T) => string, message: (key: string) => string): string[] {
  if (items.length < 2) { return []; }
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of items.map(keyOf)) { (seen.has(key) ? repeated : seen).add(key); }
  return [...repeated].map(message);
}

/**
 * Refuses a construct. Synthesis fails with the problems of all refused
 * constructs at once, each with its construct path, before anything is
 * written. True if there was a problem: then the construct must not build
 * anything.
 */
export function refuse(construct: Construct, problems: readonly string[]): boolean {
  if (problems.length === 0) { return false; }
  const once = inBrief(problems);
  construct.node.addValidation({ validate: () => once });
  addPlaceholder(construct);
  return true;
}

/** Each problem once, none longer than a page, and not thousands of them. */
export function inBrief(problems: readonly string[]): string[] {
  const all = [...new Set(problems.map(inShort))];
  return all.length > MOST ? [...all.slice(0, MOST), `and ${all.length - MOST} more like these`] : all;
}

const MOST = 50;
const LONGEST = 1000;
const END = 200;

/** A value of ten megabytes is not repeated. */
function inShort(problem: string): string {
  return problem.length > LONGEST ? `${problem.slice(0, LONGEST - END)} … ${problem.slice(-END)}` : problem;
}

/** Whoever goes on with `ApiObject.of(construct)` shall be told what is wrong with its props, at synthesis, and not that it has no object. Nothing writes this one. */
function addPlaceholder(construct: Construct) {
  if (construct.node.tryFindChild('Default') || !construct.node.scopes.some(scope => Chart.isChart(scope))) { return; }
  new ApiObject(construct, 'Default', { apiVersion: 'v1', kind: 'Refused' });
}
