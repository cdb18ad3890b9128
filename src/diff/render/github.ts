import { EFFECT_WORDS, isNamed, objectName, summaryLine } from './words';
import { workflowCommand } from '../../reports/workflow-command';
import { Change, isDangerous } from '../changes/effect';
import { Place } from '../changes/places';
import { Diff } from '../compare/diff';

/**
 * Annotations of a GitHub workflow: dangers as errors, accepted ones as
 * warnings, each at its line of the pull request.
 *
 * @param placeOf where a change stands in the repository; undefined if it stands nowhere there
 */
export function diffAsGithub({ changes, summary }: Diff, placeOf: (change: Change) => Place | undefined = () => undefined): string {
  const lines = changes.filter(isNamed).map(change => {
    const place = placeOf(change);
    const title = `${EFFECT_WORDS[change.effect]}: ${objectName(change.object)}${change.path ? ` ${change.path}` : ''}`;
    return workflowCommand(isDangerous(change) ? 'error' : 'warning', { file: place?.file, line: place?.line, col: place?.column, title }, textOf(change));
  });
  return [...lines, workflowCommand('notice', { title: 'cdk8s-stateful' }, summaryLine(summary)), ''].join('\n');
}

function textOf({ message, fix, accepted, id }: Change): string {
  return [message, ...accepted !== undefined ? [`accepted: ${accepted}`] : fix ? [`instead: ${fix}`] : [], `(${id})`].join('\n');
}
