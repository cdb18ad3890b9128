import { Rule } from './changes/rule';
import { ACCEPTED, REFUSED, versionsOf } from './explain';
import { explainChange } from './explain-change';
import { ORDINARY } from './rules/ordinary';
import { quoted } from '../checks/docs-page';
import { RuleInfo } from '../reports/rule';

/** `docs/updates.md`: the table of effects as a page. */
export function updatesPage(): string {
  return [
    '# What a change does',
    '',
    '<!-- Printed from src/diff/rule-table.ts by `npx projen docs:updates`; do not edit. -->',
    '',
    '`cdk8s-stateful diff <before> <after>` gives every change one effect. This page is the table it works by: what the API server',
    'refuses, what it accepts although the data suffers, and what everything else does. See [diff](diff.md) for how to use it.',
    'The examples are tests of the rules, and what is reported of a wrong one is what you would read.',
    '',
    '## Accepted, and the data suffers',
    '',
    'Each makes the exit code 1 until it is accepted by its id, such as `scale-in-deletes-claims:db/data`, with a reason.',
    '',
    ...ACCEPTED.flatMap(section),
    '## Refused by the API server',
    '',
    ...REFUSED.flatMap(section),
    '## Everything else',
    '',
    '| Change | Kinds | Fields | Effect | What happens |',
    '| --- | --- | --- | --- | --- |',
    ...ORDINARY.map(({ title, kinds, fields, effect, why }) => `| ${[title, kinds.join(', '), fields, effect, why].join(' | ')} |`),
    '',
  ].join('\n');
}

function section(rule: Rule): string[] {
  return [`### ${rule.id}: ${rule.title}`, '', ...ruleText(rule)];
}

/** What stands below the heading of a rule: where it is found, its effect, why, what to do instead, and an example of both. */
export function ruleText(rule: Rule): string[] {
  const { effect, kinds, fields, why, fix } = rule;
  return [
    `${kinds.join(', ')} · ${fields} · effect: **${effect}**${versionsOf(rule)}`,
    '',
    [sentence(why), ...fix === undefined ? [] : [`Instead: ${sentence(fix, false)}`]].join(' '),
    '',
    ...changeText(rule),
  ];
}

/** The example of a rule of the differ or of the lock: a wrong change with what is reported of it, and a right one. */
export function changeText(rule: RuleInfo): string[] {
  const example = explainChange(rule);
  if (!example) { return []; }
  const { where, wrong, message, fix, right } = example;
  return [
    `Wrong${where}:`, '', ...block(wrong),
    ...message === undefined ? [] : [`> ${quoted(message)}\\`, `> fix: ${quoted(fix!)}`, ''],
    ...right === undefined ? [] : [`Right${where}:`, '', ...block(right)],
  ];
}

function block(lines: readonly string[]): string[] {
  return ['```diff', ...lines, '```', ''];
}

/** A sentence with a full stop, and a capital where it stands first. */
function sentence(text: string, isFirst = true): string {
  const start = isFirst ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
