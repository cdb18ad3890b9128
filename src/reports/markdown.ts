import { Change, Diff, isDangerous } from './change';
import { ChangeGroup, Place, countedObjects, grouped, objectsInWords, placesOf } from './change-groups';
import { changedYaml } from './changed-yaml';
import { fatesOf } from './fates';
import { clusterParagraph } from './findings-markdown';
import { code, codeBlock, html, markdown } from './markdown-text';
import { onTheseOnly } from './on-versions';
import { MigrationPlan, PlanStep } from './plan';
import { linesOf, turningPoint } from './plan-text';
import { arrow } from './values';
import { EFFECT_WORDS, isNamed, summaryLine } from './words';

/** GitHub takes comments of 65,536 characters; nothing is posted of a longer one. */
const MAX_LENGTH = 60_000;

/** So many fields or objects of one change are named. */
const SHOWN = 5;

/** For a comment on a pull request: dangers in full, the rest and the YAML folded away, and no longer than a comment may be. */
export function changesAsMarkdown(diff: Diff, plans: readonly MigrationPlan[] = []): string {
  const { changes } = diff;
  const groups = grouped(changes);
  const [named, others] = [groups.filter(({ first }) => isNamed(first)), groups.filter(({ first }) => !isNamed(first))];
  const head = ['### What this change does to the data', '', markdown(summaryLine(diff)), '', ...clusterParagraph(diff.clusters)];
  return limited(head, [
    ...named.length > 0 ? [rowsSection(named, '| Effect | Where | What happens, and what to do instead |', dangerRow)] : [],
    ...others.length > 0 ? [folded(`${total(others)} without danger`, rowsSection(others, '| Effect | Where | What happens |', otherRow))] : [],
    ...plans.length > 0 ? [{ before: [], rows: plans.map(planRow), after: [], noun: 'plan' }] : [],
    { before: [], rows: changedYaml(changes), after: [], noun: 'changed object' },
  ]);
}

/** A part of the comment, of which rows are left out if there is no room. */
interface Section {
  readonly before: readonly string[];
  readonly rows: readonly string[];
  readonly after: readonly string[];
  /** What a row is called. */
  readonly noun: string;
}

function limited(head: readonly string[], sections: readonly Section[]): string {
  const lines = [...head];
  let length = lengthOf(lines);
  for (const { before, rows, after, noun } of sections) {
    let room = MAX_LENGTH - length - lengthOf([...before, ...after]);
    const fitting = rows.filter(({ length: size }) => (room -= size + 1) >= 0);
    const missing = rows.length - fitting.length;
    const section = fitting.length === 0 && rows.length > 0 ? [] : [...before, ...fitting, ...after];
    const note = missing > 0 ? [`_${missing} more ${noun}${missing === 1 ? '' : 's'}: too long for a comment; see \`--format text\`._`, ''] : [];
    lines.push(...section, ...note);
    length += lengthOf([...section, ...note]);
  }
  return lines.join('\n');
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function rowsSection(groups: readonly ChangeGroup[], heading: string, rowOf: (group: ChangeGroup) => string): Section {
  return { before: [heading, '| --- | --- | --- |'], rows: groups.map(rowOf), after: [''], noun: 'row' };
}

function folded(title: string, { before, rows, after, noun }: Section): Section {
  return { before: [`<details><summary>${html(title)}</summary>`, '', ...before], rows, after: [...after, '</details>', ''], noun };
}

function total(groups: readonly ChangeGroup[]): string {
  const count = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return `${count} ${count === 1 ? 'change' : 'changes'}`;
}

function dangerRow(group: ChangeGroup): string {
  const { effect, message, fix, accepted, claims } = group.first;
  const fates = fatesOf(claims);
  const ids = [...new Set(group.changes.map(({ id }) => id))];
  return row(
    isDangerous(group.first) ? `**${EFFECT_WORDS[effect]}**` : `${EFFECT_WORDS[effect]} (accepted)`,
    placesOf(group).map(placeInWords).join('<br>'),
    [
      markdown(`${message}${onTheseOnly(group.first)}`),
      ...fates ? [`Claims: ${markdown(fates)}`] : [],
      ...accepted !== undefined ? [`Accepted: ${markdown(accepted)}`] : fix ? [`**Instead:** ${markdown(fix)}`] : [],
      ids.map(code).join(' '),
    ].join('<br>'),
  );
}

function otherRow(group: ChangeGroup): string {
  const { effect, message } = group.first;
  const places = placesOf(group);
  const counted = countedObjects(places);
  return row(
    EFFECT_WORDS[effect],
    [
      ...places.slice(0, SHOWN).map((place, index) => sameObjects(place, places[index - 1]) ? field(place.change) : placeInWords(place)),
      ...places.length > SHOWN ? [`and ${places.length - SHOWN} more`] : [],
    ].filter(Boolean).join('<br>'),
    [...counted ? [`These are ${markdown(counted)}.`] : [], markdown(`${message}${onTheseOnly(group.first)}`)].join('<br>'),
  );
}

function sameObjects(a: Place, b: Place | undefined): boolean {
  return b !== undefined && objectsInWords(a) === objectsInWords(b);
}

function placeInWords(place: Place): string {
  return `${markdown(objectsInWords(place))} ${field(place.change)}`.trim();
}

function field(change: Change): string {
  const values = arrow(change);
  return [...change.path ? [code(change.field ?? change.path)] : [], ...values ? [code(values)] : []].join(' ');
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function planRow({ title, limits, steps, wayBack, afterwards, downtime }: MigrationPlan): string {
  return [
    `<details><summary>Plan: ${html(title)} (${downtime ? 'with' : 'without'} downtime)</summary>`,
    '',
    ...limits.map(limit => `- ${markdown(limit)}`),
    '',
    ...stepList(steps),
    ...afterwards.length > 0 ? ['**When everything is well, and not before:**', '', ...stepList(afterwards)] : [],
    ...wayBack.length > 0 ? ['**The way back:**', '', ...stepList(wayBack)] : [],
    '</details>',
    '',
  ].join('\n');
}

function stepList(steps: readonly PlanStep[]): string[] {
  return steps.flatMap(({ title, command }, index) => [
    `${index + 1}. ${markdown(title)}`,
    ...turningPoint(steps, index).map(line => `   _${line}_`),
    '',
    ...command ? [...codeBlock(linesOf(command), 'sh', '   '), ''] : [],
  ]);
}
