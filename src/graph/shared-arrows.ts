import { Graph, GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/**
 * Where several claims of a workload go to one class, its frame has one arrow for them: many thick lines side by side cannot be followed.
 * Where there are several classes, the arrow says which claims it stands for. In a picture of a change, those that are new, that are gone
 * and that stay have one each.
 */
export function withSharedArrows(graph: Graph): Graph {
  const frames = new Map(graph.groups.filter(({ kind }) => kind !== 'Namespace').map(({ id, name }) => [id, name]));
  const claims = new Map(graph.nodes.filter(({ kind, group = '' }) => kind === 'PersistentVolumeClaim' && frames.has(group)).map(claim => [claim.id, claim]));
  const frameOf = ({ from }: GraphEdge) => claims.get(from)!.group!;
  const all = graph.edges.filter(({ from }) => claims.has(from));
  const sides = groupBy(all, edge => JSON.stringify([frameOf(edge), edge.tone]));
  const tones = new Map([...groupBy(all, frameOf)].map(([frame, some]) => [frame, new Set(some.map(({ tone }) => tone))]));
  const shared = new Map<GraphEdge, readonly GraphEdge[]>();
  for (const side of sides.values()) {
    const alike = groupBy(side, ({ to, label }) => JSON.stringify([to, label]));
    for (const some of alike.values()) {
      const [first] = some;
      if (some.length === 1) { continue; }
      some.forEach(edge => shared.set(edge, []));
      const frame = frameOf(first);
      const which = alike.size === 1 ? claimsOf(first, tones.get(frame)!.size) : [...new Set(some.map(({ from }) => templateOf(claims.get(from)!.name, frames.get(frame)!)))].join(', ');
      shared.set(first, [{ ...first, from: frame, label: `${first.label} (${which})` }]);
    }
  }
  return { ...graph, edges: graph.edges.flatMap(edge => shared.get(edge) ?? [edge]) };
}

/** What a change does to them is said where a frame has several arrows that differ in it. */
function claimsOf({ tone, label }: GraphEdge, sides: number): string {
  return sides === 1 || tone === undefined || label.includes(':') ? 'claims' : tone === 'added' ? 'new claims' : 'claims that are gone';
}

/** What the claims of all pods are called: `data`, of `data-db-0` and of `data-db-2 … data-db-58`. */
function templateOf(claim: string, set: string): string {
  const end = claim.split(' ')[0].lastIndexOf(`-${set}-`);
  return end < 0 ? claim : claim.slice(0, end);
}
