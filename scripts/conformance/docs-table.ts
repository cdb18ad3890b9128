import { Count, Report } from './report';
import { toldBy } from './told';
import { minorOf } from '../../src/kubernetes/kubernetes-version';

/** Where docs/conformance.md has the results of this tool: a part for each minor. */
const BEGIN = '<!-- Written by `npm run conformance -- --record`; do not edit. -->';
const END = '<!-- The end of what is written. -->';
const SHOWN_GROUPS = 15;

/** The page with the result of a run in place of the one of the same minor. */
export function withResult(page: string, report: Report, { date, commit }: { date: string; commit: string }): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) { throw new Error(`docs/conformance.md has no part between\n${BEGIN}\nand\n${END}`); }
  const minor = minorOf(report.kubernetes);
  const parts = page.slice(begin + BEGIN.length, end).split(/^(?=### )/m).map(part => part.trim()).filter(Boolean);
  const others = parts.filter(part => minorOf(/^### Kubernetes (\S+)/.exec(part)![1]) !== minor);
  const all = [...others, partOf(report, date, commit)].sort((a, b) => numberIn(a) - numberIn(b));
  return `${page.slice(0, begin)}${BEGIN}\n\n${all.join('\n\n')}\n\n${page.slice(end)}`;
}

function partOf(report: Report, date: string, commit: string): string {
  const shown = report.groups.slice(0, SHOWN_GROUPS);
  const coverage = Object.entries(report.coverage).map(([mutation, { covered, of }]) => `${mutation} ${covered}/${of}`).join(', ');
  const leftOut = Object.entries(report.leftOut).map(([why, count]) => `${why} (${count})`).join(', ');
  return [
    `### Kubernetes ${report.kubernetes}`,
    '',
    '| | |',
    '| --- | --- |',
    `| date, commit, seed | ${date}, ${commit}, ${report.seed} |`,
    `| records | ${report.records}, of ${report.fields} fields of ${report.kinds} kinds |`,
    `| objects | ${shareOf(report.objects)} |`,
    `| derived objects | ${shareOf(report.derived)} |`,
    `| objects with a warning | ${toldBy(report.warnings)} |`,
    `| fields that the server takes and does not store | ${toldBy(report.dropped)} |`,
    `| left out, since they depend on the cluster | ${leftOut || 'none'} |`,
    `| fields that the server takes somewhere | ${report.fields - report.neverTaken.length} of ${report.fields} |`,
    `| fields that met each mutation | ${coverage} |`,
    '',
    ...shown.length > 0 ? ['| disagreements | who refuses | of what | example |', '| --- | --- | --- | --- |'] : ['No disagreements.'],
    ...shown.map(({ side, title, count, kinds, examples }) => `| ${count} | ${side === 'missed' ? 'server' : 'checker'} | ${cell(title)} | ${cell(`${kinds[0]}: ${examples[0].what.replace(/^\w+: /, '')}`)} |`),
    ...report.groups.length > shown.length ? ['', `And ${report.groups.length - shown.length} more groups, of ${sum(report.groups.slice(SHOWN_GROUPS).map(({ count }) => count))} disagreements.`] : [],
  ].join('\n');
}

function shareOf({ agree, of, missed, wrong }: Count): string {
  return `${agree} of ${of} agree (${(100 * agree / Math.max(1, of)).toFixed(2)} %); ${missed} are refused by the server alone, ${wrong} by the checker alone`;
}

/** What Markdown would take for something else is code. */
function cell(text: string): string {
  return `\`${text.replace(/[`|\n]/g, ' ').slice(0, 140)}\``;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function numberIn(part: string): number {
  return Number(/^### Kubernetes 1\.(\d+)/.exec(part)![1]);
}
