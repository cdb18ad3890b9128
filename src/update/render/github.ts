import { Diff } from '../diff';
import { Change, isDangerous } from '../effect';
import { EFFECT_WORDS, objectName, summaryLine } from './words';

/** Workflow commands of GitHub Actions: dangers as errors, accepted ones and lost access as warnings. */
export function diffAsGithub({ changes, summary }: Diff): string {
  const lines = changes.filter(isWorthALine).map(change => {
    const level = isDangerous(change) ? 'error' : 'warning';
    const title = `${EFFECT_WORDS[change.effect]}: ${objectName(change.object)}${change.path ? ` ${change.path}` : ''}`;
    const message = `${change.message}. ${change.accepted === undefined ? `Instead: ${change.fix}` : `Accepted: ${change.accepted}`} (${change.id})`;
    return `::${level} title=${property(title)}::${data(message)}`;
  });
  return [...lines, `::notice title=cdk8s-stateful::${data(summaryLine(summary))}`, ''].join('\n');
}

function isWorthALine(change: Change): boolean {
  return isDangerous(change) || change.accepted !== undefined;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
