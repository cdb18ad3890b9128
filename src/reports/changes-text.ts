import { Change, Diff, canBeAccepted, isDangerous } from './change';
import { ChangeGroup, Place, countedObjects, grouped, objectsInWords, placesOf } from './change-groups';
import { clustersInWords, sectionsOf } from './clusters';
import { fatesOf } from './fates';
import { onTheseOnly } from './on-versions';
import { MigrationPlan } from './plan';
import { planLines } from './plan-text';
import { printable } from './printable';
import { Paint, headLines } from './text';
import { Values, arrow, valuesOf } from './values';
import { EFFECT_WORDS, isNamed, summaryLine } from './words';
import { wrapped } from './wrap';

export interface TextOptions {
  /** Printed after the changes. @default - none */
  readonly plans?: readonly MigrationPlan[];
  /** @default - no colours */
  readonly paint?: Paint;
  /** How wide the terminal is. @default - sentences stay on one line, as logs and `grep` like them */
  readonly columns?: number;
  /** Every field, also of harmless changes. @default - the first of each */
  readonly all?: boolean;
}

/** Beyond this, eyes lose the line. */
const WIDEST_TABLE = 160;
const WIDEST_SENTENCE = 120;

/** So many fields of one harmless change are shown. */
const ROWS = 8;

/** Stands for the field where there is none. */
const WHOLE = 'the whole object';

const PLAIN: Paint = (_style, text) => text;

/** For people: a table, worst first, what to do about each danger, and one line that sums it up. */
export function changesAsText(diff: Diff, { plans, paint = PLAIN, columns = Infinity, all = false }: TextOptions = {}): string {
  const { changes } = diff;
  const worst = changes.find(isDangerous);
  return [
    ...headLines(diff.clusters),
    ...sectionsOf(changes).flatMap(({ clusters, findings }) => [
      ...clusters ? [paint('bold', printable(`In ${clustersInWords(clusters)}`)), ''] : [],
      ...table(grouped(findings.map(change => ({ ...change, clusters: undefined }))).map(group => blockOf(group, all)), paint, columns),
    ]),
    ...(plans ?? []).flatMap(plan => [...planLines(plan, paint, columns), '']),
    paint(worst ? 'red' : 'green', summaryLine(diff)),
    ...worst ? [paint('dim', footer(worst, changes, plans))] : [],
    '',
  ].join('\n');
}

/** What to type next, as far as it applies. */
function footer(worst: Change, changes: readonly Change[], plans: readonly MigrationPlan[] | undefined): string {
  const dangers = changes.filter(isDangerous);
  return [
    `why: cdk8s-stateful explain ${printable(worst.id)}`,
    ...!plans && dangers.some(({ fix }) => fix.includes('--plan')) ? ['plan: --plan'] : [],
    ...dangers.some(canBeAccepted) ? ['accept: acceptedChanges in cdk8s-stateful.yaml'] : [],
  ].join(' · ');
}

interface Row {
  readonly object: string;
  /** Empty for the object as a whole. */
  readonly field: string;
  /** `3 → 1`. */
  readonly change: string;
  readonly values?: Values;
}

/** A group and its lines. */
interface Block {
  readonly group: ChangeGroup;
  readonly rows: readonly Row[];
  /** What the lines leave out. */
  readonly notes: readonly string[];
  /** True if there is one line and all is said in it. */
  readonly isShort: boolean;
}

function blockOf(group: ChangeGroup, all: boolean): Block {
  const places = placesOf(group);
  const shown = all || isNamed(group.first) ? places : places.slice(0, ROWS);
  const counted = countedObjects(shown);
  const hidden = places.length - shown.length;
  const rows = rowsOf(shown);
  const isShort = !isNamed(group.first) && rows.length === 1 && rows[0].change === '' && counted === '';
  return {
    group,
    isShort,
    rows: isShort ? [{ ...rows[0], change: printable(group.first.message) }] : rows,
    notes: [...hidden > 0 ? [`and ${hidden} more of these; --all lists them`] : [], ...counted ? [`these are ${counted}`] : []],
  };
}

function table(blocks: readonly Block[], paint: Paint, columns: number): string[] {
  if (blocks.length === 0) { return []; }
  const rows = blocks.flatMap(block => block.rows);
  const widths = {
    effect: widest(['EFFECT', ...blocks.map(({ group: { first } }) => EFFECT_WORDS[first.effect])]),
    object: widest(['OBJECT', ...rows.map(({ object }) => object)]),
    field: widest(['FIELD', ...rows.map(({ field }) => field || WHOLE)]),
  };
  const width = widths.effect + widths.object + widths.field + 6 + widest(rows.map(({ change }) => change));
  const isWide = width <= Math.min(columns, WIDEST_TABLE);
  const heading = isWide ? [paint('bold', ['EFFECT'.padEnd(widths.effect), 'OBJECT'.padEnd(widths.object), 'FIELD'.padEnd(widths.field), 'CHANGE'].join('  '))] : [];
  return [
    ...heading,
    ...blocks.flatMap((block, index) => [
      ...index > 0 && !(block.isShort && blocks[index - 1].isShort) ? [''] : [],
      ...isWide ? wideRows(block, widths, paint) : narrowRows(block, columns, paint),
      ...block.isShort ? [] : details(block, columns, paint),
    ]),
    '',
  ];
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

function rowsOf(places: readonly Place[]): Row[] {
  return places.map(place => ({
    object: printable(objectsInWords(place)),
    field: printable(place.change.field ?? place.change.path),
    change: printable(arrow(place.change)),
    values: valuesOf(place.change),
  }));
}

/** One line each; what is as in the line above is not said again. */
function wideRows({ rows, group: { first } }: Block, widths: Readonly<Record<'effect' | 'object' | 'field', number>>, paint: Paint): string[] {
  return rows.map(({ object, field, change }, index) => {
    const effect = index === 0 ? paint(colourOf(first), EFFECT_WORDS[first.effect].padEnd(widths.effect)) : ' '.repeat(widths.effect);
    const name = rows[index - 1]?.object === object ? '' : object;
    return `${effect}  ${`${name.padEnd(widths.object)}  ${(field || WHOLE).padEnd(widths.field)}  ${change}`.trimEnd()}`;
  });
}

/** For lines that would not fit: the fields below their object, and values below each other if need be. */
function narrowRows({ rows, group: { first } }: Block, columns: number, paint: Paint): string[] {
  const effect = EFFECT_WORDS[first.effect];
  return rows.flatMap((row, index) => {
    const lead = index === 0 ? `${paint(colourOf(first), effect)}  ` : ' '.repeat(effect.length + 2);
    return [...rows[index - 1]?.object === row.object ? [] : [lead + row.object], ...fieldLines(row, columns)];
  });
}

function fieldLines({ field, change, values }: Row, columns: number): string[] {
  if (field === '') { return change === '' ? [] : wrapped('    ', change, columns); }
  if (field.length + change.length + 6 <= columns) { return [`    ${field}  ${change}`.trimEnd()]; }
  if (!values) { return [`    ${field}`, ...wrapped('      ', change, columns)]; }
  return [`    ${field}  ${values.lead}`.trimEnd(), `      - ${printable(values.before)}`, `      + ${printable(values.after)}`];
}

function colourOf(change: Change): Parameters<Paint>[0] {
  if (isDangerous(change)) { return 'red'; }
  return change.effect === 'none' || change.effect === 'in-place' ? 'dim' : 'yellow';
}

function details({ group: { first, changes }, notes }: Block, columns: number, paint: Paint): string[] {
  const width = columns === Infinity ? Infinity : Math.min(columns, WIDEST_SENTENCE);
  const line = (label: string, text: string) => wrapped(`  ${label && `${label}: `}`, printable(text), width);
  const painted = (label: string, text: string) => line(label, text).map(part => part.replace(`${label}:`, paint('green', `${label}:`)));
  const sentences = [...notes.flatMap(note => line('', note)), ...line('', `${first.message}${onTheseOnly(first)}`)];
  if (!isNamed(first)) { return sentences; }
  const fates = fatesOf(first.claims);
  const ids = [...new Set(changes.map(({ id }) => id))];
  return [
    ...sentences,
    ...fates ? line('claims', fates) : [],
    ...first.fix ? painted('instead', first.fix) : [],
    ...first.accepted !== undefined ? line('accepted', first.accepted) : [],
    ...ids.flatMap(id => line('id', id)).map(part => paint('dim', part)),
  ];
}
