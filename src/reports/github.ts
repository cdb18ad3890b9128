import { fixInWords } from './declaration';
import { Finding, Severity } from './finding';
import { Report, countsInWords, objectInWords } from './report';
import { workflowCommand } from './workflow-command';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations of a GitHub workflow: each finding appears at its line of the pull request. */
export function renderGithub({ findings }: Report): string {
  return [...findings.map(annotation), countsInWords(findings), ''].join('\n');
}

function annotation({ rule, severity, object, path, message, place, ...finding }: Finding): string {
  const about = [objectInWords(object), path].filter(Boolean).join(' ');
  return workflowCommand(COMMANDS[severity], { file: place?.file, line: place?.line, col: place?.column, title: rule }, `${about ? `${about}: ` : ''}${message}\nfix: ${fixInWords(finding)}`);
}
