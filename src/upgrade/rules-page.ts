import { BEHAVIOURS } from './behaviours';
import { explainUpgrade } from './explain-upgrade';
import { UPGRADE_RULES } from './rule-catalogue';
import { sinceOf } from './since';
import { quoted } from '../checks/docs-page';
import { changedLines } from '../diff/examples/changed-lines';
import { RuleInfo, severityOf } from '../reports/rule';

const [BEGIN, END] = ['<!-- Printed from src/upgrade by `npx projen docs:upgrades`: -->', '<!-- End of what is printed. -->'];

/** `docs/upgrade-check.md` with its list of rules as they are now. */
export function withRules(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) { throw new Error(`the page has no '${BEGIN}' before '${END}'`); }
  return [page.slice(0, begin + BEGIN.length), '', ...UPGRADE_RULES.flatMap(({ id, ...rule }) => {
    const behaviour = BEHAVIOURS.find(other => other.id === id);
    const source = behaviour ? [sinceOf(behaviour.holds), `[Source](${behaviour.source}).`] : [];
    return [`### ${id}`, '', `${severityOf(rule)}: ${rule.why}.`, ...source, '', ...upgradeText({ id })];
  })].join('\n') + page.slice(end);
}

/** The example of a rule of an upgrade: manifests with what is reported of them, and as lines with `-` and `+` what to write before. */
export function upgradeText(rule: Pick<RuleInfo, 'id'>): string[] {
  const example = explainUpgrade(rule);
  if (!example) { return []; }
  const { where, manifests, message, fix, instead } = example;
  const block = instead === undefined ? ['```yaml', ...manifests.trimEnd().split('\n')] : ['```diff', ...changedLines(manifests, instead)];
  return [
    `Example,${where}${instead === undefined ? '' : ', with what to write before'}:`, '', ...block, '```', '',
    `> ${quoted(message)}\\`, `> fix: ${quoted(fix)}`, '',
  ];
}
