import { Count } from '../report';
import { UpdatesReport } from './report';

/** Where docs/conformance.md has the results of updates: a row for each minor. */
const HEAD = [
  '| Kubernetes | date, commit, seed | edits | server-side apply | client-side apply |',
  '| --- | --- | --- | --- | --- |',
].join('\n');

/** The page with the result of a run in place of the one of the same minor. */
export function withUpdates(page: string, report: UpdatesReport, { date, commit }: { date: string; commit: string }): string {
  const begin = page.indexOf(HEAD);
  if (begin < 0) { throw new Error(`docs/conformance.md has no table that begins with\n${HEAD}`); }
  const rest = page.slice(begin + HEAD.length + 1);
  const [rows] = /^(\|[^\n]*\n)*/.exec(rest)!;
  const others = rows.split('\n').filter(row => row !== '' && minorIn(row) !== minorIn(`| ${report.kubernetes}`));
  const made = `| ${report.kubernetes} | ${date}, ${commit}, ${report.seed} | ${report.edits} | ${shareOf(report.serverSide)} | ${shareOf(report.clientSide)} |`;
  const all = [...others, made].sort((a, b) => minorIn(a) - minorIn(b));
  return `${page.slice(0, begin)}${HEAD}\n${all.join('\n')}\n${rest.slice(rows.length)}`;
}

function shareOf({ agree, of, missed, wrong }: Count): string {
  return `${agree} of ${of} (${(100 * agree / Math.max(1, of)).toFixed(2)} %); ${missed} refused by the server alone, ${wrong} by the differ alone`;
}

function minorIn(row: string): number {
  return Number(/^\| 1\.(\d+)/.exec(row)![1]);
}
