import { BEHAVIOURS } from './behaviours';
import { UPGRADE_RULES } from './rule-catalogue';
import { sinceOf } from './since';
import { severityOf } from '../reports/rule';

const [BEGIN, END] = ['<!-- Printed from src/upgrade by `npx projen docs:upgrades`: -->', '<!-- End of what is printed. -->'];

/** `docs/upgrade-check.md` with its list of rules as they are now. */
export function withRules(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) { throw new Error(`the page has no '${BEGIN}' before '${END}'`); }
  return [page.slice(0, begin + BEGIN.length), '', ...UPGRADE_RULES.flatMap(({ id, ...rule }) => {
    const behaviour = BEHAVIOURS.find(other => other.id === id);
    return [`### ${id}`, '', `${severityOf(rule)}: ${rule.why}.`, ...behaviour ? [sinceOf(behaviour.holds), `[Source](${behaviour.source}).`] : [], ''];
  })].join('\n') + page.slice(end);
}
