import { catalogue } from './catalogue';
import { unusedAcknowledgement } from './configuration/acknowledge';
import { DOCUMENT_CHECKS } from './engine/document-checks';
import { shownExample } from './example-text';
import { explainCheck } from './explain';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from './rules/registry';
import { RuleInfo, severityOf } from '../reports/rule';

/** `docs/checks.md`: everything that may be found, each with its own examples. */
export function checksPage(): string {
  const groups = checkGroups();
  return [
    '# Checks',
    '',
    '<!-- Printed from the catalogue of checks (src/checks/catalogue.ts) by `npx projen docs:checks`; do not edit. -->',
    '',
    'Everything that the checker may find. `error`: refused by the API server, or never works. `warning`: works and will hurt.',
    '`info`: worth knowing. The examples are the tests of the checks, and what is reported of a wrong one is what you would read.',
    'See [the checker](checker.md) for how to run the checks, and how to declare what exists and acknowledge what is meant.',
    '',
    ...[...groups].flatMap(([title, checks]) => [`**${title}**`, '', ...checkTable(checks, ({ id }) => `#${id}`)]),
    ...[...groups].flatMap(([title, checks]) => [`## ${title}`, '', ...checks.flatMap(check => [`### ${check.id}`, '', ...checkText(check)])]),
  ].join('\n');
}

/** Checks as lines of a table, each with a link to what is said of it. */
export function checkTable(checks: readonly RuleInfo[], linkTo: (check: RuleInfo) => string): string[] {
  return [
    '| Check | Severity | Why |',
    '| --- | --- | --- |',
    ...checks.map(check => `| [${check.id}](${linkTo(check)}) | ${severityOf(check)} | ${cell(check.why)} |`),
    '',
  ];
}

/** Each check once, in the first group that it belongs to. */
export function checkGroups(): ReadonlyMap<string, readonly RuleInfo[]> {
  const groupOf = new Map<string, string>([
    ...SYSTEM_CHECKS.map(({ id }) => [id, 'Of the whole system'] as const),
    ...OBJECT_CHECKS.flatMap(({ checks }) => checks).map(({ id }) => [id, 'Of one object'] as const),
    ...Object.values(DOCUMENT_CHECKS).map(({ id }) => [id, 'Of a text'] as const),
  ]);
  const groups = new Map<string, RuleInfo[]>([['Of a text', []], ['Of one object', []], ['Of the whole system', []], ['Of the checker itself', []]]);
  for (const check of catalogue().values()) { groups.get(groupOf.get(check.id) ?? 'Of the checker itself')!.push(check); }
  return groups;
}

/** What stands below the heading of a check: why, a wrong example with what is reported of it, and a right one. */
export function checkText(check: RuleInfo): string[] {
  const { message, fix } = explainCheck(check);
  const place = check === unusedAcknowledgement ? ' in the configuration file' : check.exampleVersion ? ` on Kubernetes ${check.exampleVersion}` : '';
  return [
    `${severityOf(check)}: ${quoted(check.why)}.`,
    '',
    ...check.bad === undefined ? [] : [`Wrong${place}:`, '', ...yaml(shownExample(check.bad))],
    ...message === undefined ? [] : [`> ${quoted(message)}\\`, `> fix: ${quoted(fix!)}`, ''],
    ...check.good === undefined ? [] : [`Right${place}:`, '', ...yaml(check.good)],
  ];
}

function yaml(text: string): string[] {
  return ['```yaml', text.trim(), '```', ''];
}

/** What stands in a cell of a table, on one line. */
function cell(text: string): string {
  return quoted(text).replace(/\|/g, '\\|');
}

/** Text that Markdown shall print as it is; what stands between backticks is printed so anyway. */
export function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').split('`').map((part, index) => index % 2 === 0 ? part.replace(/[<>*_[\]]/g, '\\$&') : part).join('`');
}
