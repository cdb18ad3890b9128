import { Diff } from '../diff';
import { Change, isDangerous } from '../effect';
import { ChangeGroup, EFFECT_WORDS, arrow, fieldsOf, grouped, objectName, summaryLine } from './words';
import { MigrationPlan, PlanStep } from '../plan/step';

/** For a comment on a pull request: dangers in full, the rest folded away. */
export function diffAsMarkdown({ changes, summary }: Diff, plans: readonly MigrationPlan[] = []): string {
  const groups = grouped(changes);
  const dangers = groups.filter(({ first }) => isDangerous(first) || first.accepted !== undefined);
  const others = groups.filter(group => !dangers.includes(group));
  return [
    '### What this change does to the data',
    '',
    summaryLine(summary),
    '',
    ...dangers.length > 0 ? ['| Effect | Object | Field | What happens | Instead |', '| --- | --- | --- | --- | --- |'] : [],
    ...dangers.map(({ first }) => dangerRow(first)),
    ...dangers.length > 0 ? [''] : [],
    ...others.length > 0 ? [
      `<details><summary>${others.length} other ${others.length === 1 ? 'change' : 'changes'}</summary>`,
      '',
      '| Effect | Object | Field | Change |',
      '| --- | --- | --- | --- |',
      ...others.map(otherRow),
      '',
      '</details>',
      '',
    ] : [],
    ...plans.flatMap(planSection),
  ].join('\n');
}

function dangerRow(change: Change): string {
  const { effect, object, path, message, id, fix, accepted } = change;
  const words = EFFECT_WORDS[effect];
  return row(
    accepted === undefined ? `**${words}**` : `${words} (accepted)`,
    objectName(object),
    code(path),
    `${message}${accepted === undefined ? '' : `; accepted: ${accepted}`} (${code(id)})`,
    fix,
  );
}

function otherRow(group: ChangeGroup): string {
  const { first } = group;
  return row(EFFECT_WORDS[first.effect], objectName(first.object), code(fieldsOf(group)), arrow(group) || first.message);
}

function row(...cells: string[]): string {
  return `| ${cells.map(cell => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}

function code(text: string): string {
  return text === '' ? 'the whole object' : `\`${text.replace(/`/g, "'")}\``;
}

function planSection({ title, limits, steps, wayBack, afterwards }: MigrationPlan): string[] {
  return [
    `<details><summary>Plan: ${title}</summary>`,
    '',
    ...limits.map(limit => `- ${limit}`),
    '',
    ...stepList(steps),
    ...afterwards.length > 0 ? ['**When everything is well, and not before:**', '', ...stepList(afterwards)] : [],
    ...wayBack.length > 0 ? ['**The way back:**', '', ...stepList(wayBack)] : [],
    '</details>',
    '',
  ];
}

function stepList(steps: readonly PlanStep[]): string[] {
  return steps.flatMap(({ title, command }, index) => command
    ? [`${index + 1}. ${title}`, '', '   ```sh', ...command.split('\n').filter(Boolean).map(line => `   ${line}`), '   ```', '']
    : [`${index + 1}. ${title}`, '']);
}
