import { GraphAside, GraphNode } from './graph';
import { groupBy } from '../manifest/group-by';
import { MigrationPlan, PlanStep } from '../reports/plan';
import { objectInWords } from '../reports/report';

/** A title that is longer than a line is cut behind its first clause: the plan itself has the rest. */
const LONGEST_TITLE = 62;
/** Of a number of lines that nobody reads, the first ones. */
const MOST_LINES = 36;
/** What is done for each pod or claim takes no more steps than this. */
const LONGEST_CYCLE = 12;

/** Each plan; of several that differ in the name of their object alone, the first one. */
export function planAsides(plans: readonly MigrationPlan[]): GraphAside[] {
  const alike = groupBy(plans, plan => [plan.object.namespace ?? '', plan.object.name].filter(name => name !== '')
    .reduce((text, name) => text.replaceAll(name, '#'), JSON.stringify(asideOf(plan))));
  return [...alike.values()].map(([first, ...others]) => {
    const { title, lines } = asideOf(first);
    return { title, lines: [...lines, ...others.length > 0 ? [`The same for ${others.map(({ object }) => objectInWords(object)).join(', ')}`] : []] };
  });
}

function asideOf({ title, downtime, steps, afterwards }: MigrationPlan): GraphAside {
  const later = afterwards.length > 0 ? ['When everything is well:', ...stepLines(afterwards)] : [];
  return { title: `Plan: ${title}, ${downtime ? 'with' : 'without'} downtime`, lines: [...stepLines(steps), ...later] };
}

/** The steps of a plan, each in a line. What is done for one claim after the other is told of the first one. */
export function stepLines(steps: readonly PlanStep[]): string[] {
  const titles = steps.map(({ title }) => title);
  const lines: string[] = [];
  for (let i = 0; i < titles.length;) {
    const { length, times } = cycleAt(titles, i);
    lines.push(...titles.slice(i, i + length).map((title, step) => `${i + step + 1}. ${firstClause(title)}`));
    if (times > 1) { lines.push(`${numbers(i + length + 1, i + length * times)}. The same${namesOf(titles, i, length, times)}`); }
    i += length * times;
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} lines more`];
}

const withoutOrdinals = (title: string) => title.replace(/-\d+\b/g, '-#');

/** How many steps from here on are done again with other ordinals, and how often: the shortest ones that are. */
function cycleAt(titles: readonly string[], start: number): { readonly length: number; readonly times: number } {
  const same = (a: number, b: number) => b < titles.length && withoutOrdinals(titles[a]) === withoutOrdinals(titles[b]);
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    let end = start + length;
    while (same(end - length, end)) { end += 1; }
    const times = Math.floor((end - start) / length);
    if (times > 1) { return { length, times }; }
  }
  return { length: 1, times: 1 };
}

/** ` for data-db-1, data-db-2`: the first name of each further time that is not in the first one. */
function namesOf(titles: readonly string[], start: number, length: number, times: number): string {
  const namesIn = (time: number) => titles.slice(start + time * length, start + (time + 1) * length).join(' ').match(/[\w.-]+-\d+\b[\w.-]*/g) ?? [];
  const first = new Set(namesIn(0));
  const names = Array.from({ length: times - 1 }, (_, i) => namesIn(i + 1).find(name => !first.has(name)) ?? '').filter(name => name !== '');
  const shown = names.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)}`;
  return names.length > 0 ? ` for ${shown}` : ' again';
}

function firstClause(title: string): string {
  return title.length <= LONGEST_TITLE ? title : title.split(/[;:.] |, as /)[0];
}

/** `plan: steps 3, 5` for a pod or a claim that steps name; empty for others. Of many the first and the last. */
export function stepsOf({ kind, name, object }: GraphNode, plans: readonly MigrationPlan[]): string[] {
  if (kind !== 'Pod' && kind !== 'PersistentVolumeClaim') { return []; }
  const names = new Set(name.split(' … '));
  const plan = plans.find(one => one.object.namespace === object?.metadata?.namespace && one.object.name === object?.metadata?.name);
  const found = (plan?.steps ?? []).flatMap(({ title }, i) => title.split(/[^\w.-]+/).some(word => names.has(word)) ? [i + 1] : []);
  if (found.length === 0) { return []; }
  return [found.length === 1 ? `plan: step ${found[0]}` : `plan: steps ${found.length <= 3 ? found.join(', ') : `${found[0]} … ${found.at(-1)}`}`];
}

function numbers(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
