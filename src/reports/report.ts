import { Change } from './change';
import { ReportedClusters } from './clusters';
import { fixInWords } from './declaration';
import { Finding, Severity } from './finding';
import { onTheseOnly, versionsInWords } from './on-versions';
import { printable } from './printable';
import { RuleInfo } from './rule';
import { SEVERITIES } from './severity';
import { ObjectReference } from '../kubernetes/manifest';

/** What a run of the checks found: data, of which a renderer makes text. */
export interface Report {
  readonly command: 'check' | 'diff' | 'lock' | 'upgrade-check';
  /** Every file that was checked, also those without findings. */
  readonly files: readonly string[];
  /** How many objects were checked. */
  readonly objects: number;
  /** The versions of Kubernetes that it speaks of. @default - it is about none */
  readonly kubernetesVersions?: readonly string[];
  /** The clusters that it speaks of. @default - one, which has no name */
  readonly clusters?: ReportedClusters;
  readonly findings: readonly Finding[];
  /** How many more findings there are that somebody has acknowledged. */
  readonly acknowledged: number;
  /** From which severity on a finding fails the run. */
  readonly failOn: Severity;
  /** What is known about the rules that may be among the findings, by id. */
  readonly rules: ReadonlyMap<string, Pick<RuleInfo, 'why' | 'url'>>;
}

/** Makes text of a report; it ends with a line feed. */
export type Renderer = (report: Report) => string;

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) { counts[severity] += 1; }
  return counts;
}

/** `2 errors, 1 warning`; severities that do not occur are left out. */
export function countsInWords(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const words = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => plural(counts[severity], severity));
  return words.join(', ') || 'nothing found';
}

/** ` for Kubernetes 1.36`: which versions a report speaks of; empty if it is about none. */
export function forVersions({ command, kubernetesVersions = [] }: Pick<Report, 'command' | 'kubernetesVersions'>): string {
  if (command === 'upgrade-check') { return ` for the upgrade from Kubernetes ${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}`; }
  return kubernetesVersions.length === 0 ? '' : ` for Kubernetes ${versionsInWords(kubernetesVersions)}`;
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'info' ? '' : 's'}`;
}

/** `StatefulSet db/data`, `StorageClass fast`; empty for a document that is no object. */
export function objectInWords({ kind, namespace, name }: ObjectReference): string {
  if (kind === '') { return ''; }
  return printable(`${kind} ${namespace ? `${namespace}/` : ''}${name || '(no name)'}`);
}

/** The fact, with the versions on which it is one unless it is on all. */
export function factInWords(finding: Pick<Finding, 'message' | 'kubernetesVersions' | 'clusters' | 'since'>): string {
  const { message, since } = finding;
  return `${since === undefined ? '' : `from Kubernetes ${since} on: `}${message}${onTheseOnly(finding)}`;
}

/** What a finding says, in lines: the fact, and what to write instead or why it was accepted. */
export function findingInWords(finding: Finding & Partial<Pick<Change, 'accepted'>>): string {
  const { fix, accepted } = finding;
  const more = accepted !== undefined ? [`accepted: ${accepted}`] : fix ? [`fix: ${fixInWords(finding)}`] : [];
  return [factInWords(finding), ...more].map(printable).join('\n');
}

/** The page and heading that explain a rule of the checks. */
export function urlOf(rule: string): string {
  return `https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/checks.md#${rule}`;
}
