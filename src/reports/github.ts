import { fixInWords } from './declaration';
import { Severity, SourceFinding } from './finding';
import { Report, countsInWords, objectInWords } from './report';
import { workflowCommand } from './workflow-command';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations of a GitHub workflow: each finding appears at its line of the pull request. */
export function renderGithub({ findings }: Report): string {
  return [...findings.map(annotation), countsInWords(findings), ''].join('\n');
}

function annotation({ id, severity, file, line, column, object, path, message, ...finding }: SourceFinding): string {
  const about = [objectInWords(object), path].filter(Boolean).join(' ');
  return workflowCommand(COMMANDS[severity], { file, line, col: column, title: id }, `${about ? `${about}: ` : ''}${message}\nfix: ${fixInWords(finding)}`);
}
