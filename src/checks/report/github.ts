import { fixInWords } from '../declaration';
import { Severity } from '../finding';
import { Report, countsInWords, objectInWords } from './report';
import type { SourceFinding } from '../run';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations of a GitHub workflow: each finding appears at its line of the
 * pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub({ findings }: Report): string {
  return [...findings.map(annotation), countsInWords(findings), ''].join('\n');
}

function annotation({ id, severity, file, line, column, object, path, message, ...finding }: SourceFinding): string {
  const properties = Object.entries({ file, line, col: column, title: id })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const about = [objectInWords(object), path].filter(Boolean).join(' ');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(`${about ? `${about}: ` : ''}${message}\nfix: ${fixInWords(finding)}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
