import { Diff } from '../diff';
import { Change, isDangerous } from '../effect';
import { ChangeGroup, EFFECT_WORDS, arrow, fieldsOf, grouped, objectName, summaryLine } from './words';
import { MigrationPlan, PlanStep } from '../plan/step';

/** Puts colour on a piece of text, or leaves it as it is. */
export type Paint = (style: 'bold' | 'red' | 'yellow' | 'green' | 'dim', text: string) => string;

const PLAIN: Paint = (_style, text) => text;

/** For people: a table, worst first, what to do about each danger, and one line that sums it up. */
export function diffAsText({ changes, summary }: Diff, plans: readonly MigrationPlan[] = [], paint: Paint = PLAIN): string {
  const groups = grouped(changes);
  const rows = groups.map(group => [EFFECT_WORDS[group.first.effect], objectName(group.first.object), fieldsOf(group), arrow(group)]);
  const lines = table(rows, groups, paint);
  return [
    ...lines,
    ...lines.length > 0 ? [''] : [],
    ...plans.flatMap(plan => [...planLines(plan, paint), '']),
    paint('bold', summaryLine(summary)),
    '',
  ].join('\n');
}

function table(rows: readonly string[][], groups: readonly ChangeGroup[], paint: Paint): string[] {
  if (rows.length === 0) { return []; }
  const all = [['EFFECT', 'OBJECT', 'FIELD', 'CHANGE'], ...rows];
  const widths = [0, 1, 2].map(column => Math.max(...all.map(row => row[column].length)));
  const line = (row: readonly string[]) => row.map((cell, column) => column < 3 ? cell.padEnd(widths[column]) : cell).join('  ').trimEnd();
  return [
    paint('bold', line(all[0])),
    ...rows.flatMap((row, index) => {
      const { first } = groups[index];
      const [effect, ...rest] = [row[0].padEnd(widths[0]), line(row).slice(widths[0])];
      return [paint(colourOf(first), effect) + rest.join(''), ...details(first, paint)];
    }),
  ];
}

function colourOf(change: Change): Parameters<Paint>[0] {
  if (isDangerous(change)) { return 'red'; }
  return change.effect === 'none' || change.effect === 'in-place' ? 'dim' : 'yellow';
}

function details(change: Change, paint: Paint): string[] {
  const { message, fix, id, accepted, claims } = change;
  const fates = claims.filter(({ fate }) => fate !== 'kept');
  const isNamed = isDangerous(change) || accepted !== undefined;
  return [
    `  ${message}`,
    ...fates.length > 0 && isNamed ? [`  claims: ${fates.slice(0, 6).map(({ name, fate }) => `${name} ${fate}`).join(', ')}${fates.length > 6 ? `, and ${fates.length - 6} more` : ''}`] : [],
    ...isNamed && fix ? [`  ${paint('green', 'instead:')} ${fix}`] : [],
    ...accepted !== undefined ? [`  accepted: ${accepted}`] : [],
    ...isNamed ? [paint('dim', `  ${id}`)] : [],
  ];
}

function planLines({ title, downtime, steps, wayBack, afterwards, limits }: MigrationPlan, paint: Paint): string[] {
  return [
    paint('bold', `PLAN: ${title}${downtime ? ' (with downtime)' : ' (without downtime)'}`),
    ...limits.map(limit => `  - ${limit}`),
    ...stepLines(steps, paint),
    ...section('When everything is well, and not before:', afterwards, paint),
    ...section('The way back:', wayBack, paint),
  ];
}

function section(title: string, steps: readonly PlanStep[], paint: Paint): string[] {
  return steps.length > 0 ? ['', paint('bold', title), ...stepLines(steps, paint)] : [];
}

function stepLines(steps: readonly PlanStep[], paint: Paint): string[] {
  return steps.flatMap(({ title, command }, index) => ['', `${index + 1}. ${title}`, ...command.split('\n').filter(Boolean).map(line => paint('dim', line))]);
}
