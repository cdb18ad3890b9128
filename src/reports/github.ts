import { Change, Diff } from './change';
import { ReportedClusters, clusterLines } from './clusters';
import { Finding, Severity } from './finding';
import { onTheseOnly } from './on-versions';
import { printable } from './printable';
import { Report, countsInWords, findingInWords, forVersions, objectInWords } from './report';
import { EFFECT_WORDS, isNamed, summaryLine } from './words';
import { workflowCommand } from './workflow-command';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations of a GitHub workflow: each finding appears at its line of the pull request. */
export function renderGithub(report: Report): string {
  const { findings, clusters } = report;
  return [...clusterNotice(clusters), ...findings.map(annotation), `${countsInWords(findings)}${forVersions(report)}`, ''].join('\n');
}

/** Which clusters it is about, first of all. */
function clusterNotice(clusters: ReportedClusters | undefined): string[] {
  return clusters ? [workflowCommand('notice', { title: 'cdk8s-stateful' }, clusterLines(clusters).map(printable).join('\n'))] : [];
}

function annotation(finding: Finding): string {
  const about = [objectInWords(finding.object), printable(finding.path)].filter(Boolean).join(' ');
  return annotated(finding, finding.rule, `${about ? `${about}: ` : ''}${findingInWords(finding)}`);
}

function annotated({ severity, place }: Finding, title: string, text: string): string {
  return workflowCommand(COMMANDS[severity], { file: place?.file && printable(place.file), line: place?.line, col: place?.column, title }, text);
}

/** The same of changes: dangers as errors, accepted ones as warnings, and one line that sums it up. */
export function changesAsGithub(diff: Diff): string {
  const lines = diff.changes.filter(isNamed).map(change => {
    const title = `${EFFECT_WORDS[change.effect]}: ${objectInWords(change.object)}${change.path ? ` ${printable(change.path)}` : ''}`;
    return annotated(change, title, textOf(change));
  });
  return [...clusterNotice(diff.clusters), ...lines, workflowCommand('notice', { title: 'cdk8s-stateful' }, summaryLine(diff)), ''].join('\n');
}

function textOf(change: Change): string {
  const { message, fix, accepted, id } = change;
  return [`${message}${onTheseOnly(change)}`, ...accepted !== undefined ? [`accepted: ${accepted}`] : fix ? [`instead: ${fix}`] : [], `(${id})`].map(printable).join('\n');
}
