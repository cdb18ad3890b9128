import { ReportedClusters, clusterLines, sectionsOf } from './clusters';
import { fixInWords } from './declaration';
import { Finding } from './finding';
import { code, markdown } from './markdown-text';
import { Report, countsInWords, factInWords, forVersions, objectInWords } from './report';

/** GitHub takes comments of 65,536 characters; nothing is posted of a longer one. */
const MAX_LENGTH = 60_000;

/** For a comment on a pull request, or a page: a table of what was found. */
export function renderMarkdown(report: Report): string {
  const head = [`### ${markdown(countsInWords(report.findings))}${markdown(forVersions(report))}`, '', ...clusterParagraph(report.clusters)];
  if (report.findings.length === 0) { return [...head].join('\n'); }
  const heading = ['| | Where | What, and what to do |', '| --- | --- | --- |'];
  const rows = sectionsOf(report.findings).flatMap(({ findings }) => findings.map(row));
  let room = MAX_LENGTH - [...head, ...heading].join('\n').length;
  const fitting = rows.filter(({ length }) => (room -= length + 1) >= 0);
  const missing = rows.length - fitting.length;
  const note = missing > 0 ? ['', `_${missing} more: too long for a comment; see \`--format text\`._`] : [];
  return [...head, ...heading, ...fitting, ...note, ''].join('\n');
}

/** Which clusters a report is about. */
export function clusterParagraph(clusters: ReportedClusters | undefined): string[] {
  return clusters ? [clusterLines(clusters).map(markdown).join('<br>'), ''] : [];
}

function row(finding: Finding): string {
  const { severity, rule, object, path, place = {} } = finding;
  const where = [
    markdown(objectInWords(object)), path && code(path), place.file === undefined ? '' : code(`${place.file}:${place.line ?? 1}`),
  ].filter(Boolean).join('<br>');
  return `| ${severity} | ${where} | ${markdown(factInWords(finding))}<br>**Instead:** ${markdown(fixInWords(finding))}<br>${code(rule)} |`;
}
