import { DANGERS } from './effects';
import { EffectRule } from '../changes/update';
import { REFUSALS } from '../refused/rules';
import { NOT_JUDGED } from '../rules/not-judged';
import { ORDINARY } from '../rules/ordinary';

/** What people may know of a row of the table of effects. */
export type EffectInfo = Pick<EffectRule, 'id' | 'title' | 'effect' | 'kinds' | 'fields' | 'why' | 'fix' | 'since' | 'until'>;

/** True for dangers that can be accepted by name, with a reason. */
export function isAcceptable({ id }: Pick<EffectInfo, 'id'>): boolean {
  return /^D\d/.test(id);
}

/** `D1`, `D2`, ...: what is accepted by the server, and hurts. */
export const NUMBERED: readonly EffectRule[] = DANGERS.filter(isAcceptable).sort((a, b) => numberOf(a) - numberOf(b));

/** What the server refuses. */
export const REFUSED: readonly EffectRule[] = [...REFUSALS, ...DANGERS.filter(rule => !isAcceptable(rule)), NOT_JUDGED];

function numberOf({ id }: EffectInfo): number {
  return Number(id.slice(1));
}

/** Every rule that `diff` may name, by id: refusals, dangers in the order of their numbers, and what is ordinary. */
export function effectCatalogue(): ReadonlyMap<string, EffectInfo> {
  const rules = [...REFUSED, ...NUMBERED, ...ORDINARY];
  return new Map(rules.map(rule => [rule.id, rule]));
}

/** `D5` of `D5:db/data`: what a report prints is the rule and the object. */
export function ruleOf(changeId: string): string {
  return changeId.split(':', 1)[0];
}

/** ` · from Kubernetes 1.28 · before Kubernetes 1.33`: the versions a rule holds for; empty for all. */
export function versionsOf({ since, until }: EffectInfo): string {
  return `${since === undefined ? '' : ` · from Kubernetes 1.${since}`}${until === undefined ? '' : ` · before Kubernetes 1.${until}`}`;
}

/** The page and heading that explain a rule. */
export function urlOfEffect({ id, title, fix }: EffectInfo): string {
  // Rules without advice stand together in one table.
  const heading = fix === '' ? 'Everything else' : `${id}: ${title}`;
  return `https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/updates.md#${anchorOf(heading)}`;
}

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, '').replace(/ /g, '-');
}
