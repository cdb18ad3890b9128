import { checkGroups, checkTable, checkText } from '../../src/checks/docs-page';
import { Rule } from '../../src/diff/changes/rule';
import { changeText, ruleText } from '../../src/diff/docs-page';
import { ACCEPTED, REFUSED } from '../../src/diff/explain';
import { LOCK_RULES } from '../../src/lock/lock';
import { groupBy } from '../../src/manifest/group-by';
import { RuleInfo } from '../../src/reports/rule';
import { EFFECT_WORDS } from '../../src/reports/words';
import { UPGRADE_RULES } from '../../src/upgrade/rule-catalogue';
import { upgradeText } from '../../src/upgrade/rules-page';

/** What is said of a rule by one of the commands. A check and a rule of the differ may have the same id. */
interface Part {
  readonly id: string;
  /** Which command finds it, as a link. */
  readonly command: string;
  readonly lines: () => readonly string[];
}

/** The colours that VitePress has for a severity. */
const BADGES = { error: 'danger', warning: 'warning', info: 'info' };

const pageOf = ({ id }: { readonly id: string }) => `${id}.md`;

const PARTS: ReadonlyMap<string, readonly Part[]> = groupBy<Part, string>([
  ...[...checkGroups().values()].flat().map(check => ({ id: check.id, command: '[`check`](../checker.md)', lines: () => checkText(check) })),
  ...Object.values(LOCK_RULES).map(rule => ({ id: rule.id, command: '[the lock](../diff.md#the-identity-lock)', lines: () => [...checkText(rule), ...changeText(rule)] })),
  ...UPGRADE_RULES.map(rule => ({ id: rule.id, command: '[`upgrade-check`](../upgrade-check.md)', lines: () => [...checkText(rule), ...upgradeText(rule)] })),
  ...[...ACCEPTED, ...REFUSED].map(rule => ({ id: rule.id, command: '[`diff`](../diff.md)', lines: () => [`**${rule.title}**`, '', ...ruleText(rule)] })),
], ({ id }) => id);

/** The ids of all rules that have a page. */
export const RULE_IDS: readonly string[] = [...PARTS.keys()];

/** A page for each rule, and one that lists them; by their paths on the site. */
export function rulePages(): Map<string, string> {
  return new Map([['rules/index.md', rulesOverview()], ...RULE_IDS.map(id => [`rules/${id}.md`, rulePage(id)] as const)]);
}

/** What is said of a rule, with the examples that it brings. */
export function rulePage(id: string): string {
  return [
    '---',
    'aside: false',
    'prev: false',
    'next: false',
    '---',
    '',
    `# ${id}`,
    '',
    ...PARTS.get(id)!.flatMap(({ command, lines }) => [`Found by ${command}.`, '', ...lines().map(asPage)]),
    `On the command line: \`cdk8s-stateful explain ${id}\`. [All rules](index.md)`,
    '',
  ].join('\n');
}

/** A line of a section as it stands on a page: with headings, and the severity as a badge. */
function asPage(line: string): string {
  return line
    .replace(/^(Wrong|Right|Example)(.*):$/, '## $1$2')
    .replace(/^(error|warning|info): (.)/, (_, severity: keyof typeof BADGES, first: string) => `<Badge type="${BADGES[severity]}" text="${severity}" /> ${first.toUpperCase()}`);
}

/** All rules with links to their pages. */
export function rulesOverview(): string {
  return [
    '# All rules',
    '',
    'Everything that is found in manifests and in changes, a page for each, with an example that is wrong and one that is right. `error`: refused',
    'by the API server, or never works. `warning`: works and will hurt. `info`: worth knowing. `cdk8s-stateful explain <id>` prints the same.',
    '',
    ...[...checkGroups()].flatMap(([title, checks]) => [`## ${title}`, '', ...checkTable(checks, pageOf)]),
    '## Of a change: the data suffers',
    '',
    ...changeTable(ACCEPTED),
    '## Of a change: the API server refuses it',
    '',
    ...changeTable(REFUSED),
    '## Of the lock',
    '',
    ...checkTable(Object.values<RuleInfo>(LOCK_RULES), pageOf),
    '## Of an upgrade',
    '',
    ...checkTable(UPGRADE_RULES, pageOf),
  ].join('\n');
}

function changeTable(rules: readonly Rule[]): string[] {
  return ['| Rule | Effect | What changed |', '| --- | --- | --- |', ...rules.map(rule => `| [${rule.id}](${pageOf(rule)}) | ${EFFECT_WORDS[rule.effect]} | ${rule.title} |`), ''];
}
