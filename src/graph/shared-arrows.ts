import { Graph, GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/**
 * Where the claims of a workload go to one class, its frame has one arrow for them: many thick lines side by side cannot be followed.
 * In a picture of a change, those that are new, that are gone and that stay have one each.
 */
export function withSharedArrows(graph: Graph): Graph {
  const frames = new Set(graph.groups.filter(({ kind }) => kind !== 'Namespace').map(({ id }) => id));
  const frameOf = new Map(graph.nodes.flatMap(({ id, kind, group = '' }) => kind === 'PersistentVolumeClaim' && frames.has(group) ? [[id, group] as const] : []));
  const alike = groupBy(graph.edges.filter(({ from }) => frameOf.has(from)), ({ from, tone }) => JSON.stringify([frameOf.get(from), tone]));
  const shared = new Map<GraphEdge, readonly GraphEdge[]>();
  for (const all of alike.values()) {
    const [first] = all;
    if (all.length === 1 || all.some(({ to, label }) => to !== first.to || label !== first.label)) { continue; }
    all.forEach(edge => shared.set(edge, []));
    shared.set(first, [{ ...first, from: frameOf.get(first.from)!, label: `${first.label} (claims)` }]);
  }
  return { ...graph, edges: graph.edges.flatMap(edge => shared.get(edge) ?? [edge]) };
}
