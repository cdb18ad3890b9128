import { Graph, GraphMark } from './graph';
import { idInPicture } from './ids';
import { groupBy } from '../manifest/group-by';
import { Finding } from '../reports/finding';

/** A box says no more than this of what was found. */
const MOST_SAID = 2;

/** The same picture with what the checker found: how much of what severity, and the first of it. */
export function withFindings(graph: Graph, findings: readonly Finding[]): Graph {
  const byObject = groupBy(findings, ({ object }) => idInPicture(object));
  const shown = new Set([...graph.nodes, ...graph.groups].map(({ id }) => id));
  const rest = findings.filter(({ object }) => !shown.has(idInPicture(object))).length;
  const marked = <T extends { readonly id: string }>(one: T): T => byObject.has(one.id) ? { ...one, marks: marksOf(byObject.get(one.id)!) } : one;
  return {
    ...graph,
    nodes: graph.nodes.map(marked),
    groups: graph.groups.map(marked),
    ...rest > 0 && { note: `${count(rest, 'finding')} of what is not drawn; 'cdk8s-stateful check' lists all` },
  };
}

function marksOf(findings: readonly Finding[]): GraphMark[] {
  const [errors, warnings] = [findings.filter(({ severity }) => severity === 'error'), findings.filter(({ severity }) => severity !== 'error')];
  const words = [[errors, 'error'], [warnings, 'warning']] as const;
  const counts = words.filter(([some]) => some.length > 0).map(([some, word]) => count(some.length, word));
  return [
    { tone: errors.length > 0 ? 'danger' : 'warning', words: counts.join(', ') },
    ...[...errors, ...warnings].slice(0, MOST_SAID).map(({ severity, message }): GraphMark => ({ tone: severity === 'error' ? 'danger' : 'warning', words: message })),
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
