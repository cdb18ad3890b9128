import { Rule } from './changes/rule';
import { REFUSALS } from './refused/rules';
import { DANGERS } from './rule-table';
import { NOT_CHECKED } from './rules/not-checked';
import { ORDINARY } from './rules/ordinary';
import { anchorOf } from '../reports/anchor';
import { severityOf } from '../reports/rule';

/** True if the server takes it and it hurts: it counts until somebody accepts it. */
export function isDanger(rule: Rule): boolean {
  return severityOf(rule) === 'error' && rule.effect !== 'refused';
}

/** What the server accepts, and hurts. */
export const ACCEPTED: readonly Rule[] = DANGERS.filter(isDanger);

/** What the server refuses. */
export const REFUSED: readonly Rule[] = [...REFUSALS, ...DANGERS.filter(rule => !isDanger(rule)), NOT_CHECKED];

/** Every rule that `diff` may name, by id: refusals, dangers, and what is ordinary. */
export function ruleCatalogue(): ReadonlyMap<string, Rule> {
  const rules = [...REFUSED, ...ACCEPTED, ...ORDINARY];
  return new Map(rules.map(rule => [rule.id, { ...rule, url: urlOf(rule) }]));
}

/** `scale-in-leaves-claims` of `scale-in-leaves-claims:db/data`: what a report prints is the rule and the object. */
export function ruleOf(changeId: string): string {
  return changeId.split(':', 1)[0];
}

/** ` · from Kubernetes 1.28 · before Kubernetes 1.33`: the versions a rule holds for; empty for all. */
export function versionsOf({ since, until, unless }: Rule): string {
  return [
    since && ` · from Kubernetes ${since}`,
    until && ` · before Kubernetes ${until}`,
    unless && ` · unless the feature gate ${unless} is on`,
  ].filter(Boolean).join('');
}

/** The page and heading that explain a rule. */
function urlOf(rule: Rule): string {
  return `https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/${placeOf(rule)}`;
}

/** Where a rule is explained: the page in docs/, and the heading there. */
export function placeOf({ id, title, fix }: Rule): string {
  // Rules without advice stand together in one table.
  return `updates.md#${anchorOf(fix === undefined ? 'Everything else' : `${id}: ${title}`)}`;
}
