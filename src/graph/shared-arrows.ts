import { Graph, GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/** Where all claims of a workload go to the same class, its frame has one arrow for them: as many thick lines side by side cannot be followed. */
export function withSharedArrows(graph: Graph): Graph {
  const claims = new Map(graph.nodes.flatMap(({ id, kind, group }) => kind === 'PersistentVolumeClaim' && group !== undefined ? [[id, group] as const] : []));
  const ofGroup = groupBy(claims.keys(), id => claims.get(id)!);
  const frames = new Set(graph.groups.filter(({ kind }) => kind !== 'Namespace').map(({ id }) => id));
  const alike = groupBy(graph.edges.filter(({ from }) => frames.has(claims.get(from) ?? '')), edge => JSON.stringify([claims.get(edge.from), edge.to, edge.label, edge.tone]));
  const shared = new Map<GraphEdge, GraphEdge | undefined>();
  for (const all of alike.values()) {
    const from = claims.get(all[0].from)!;
    if (all.length === 1 || all.length < ofGroup.get(from)!.length) { continue; }
    all.forEach(edge => shared.set(edge, undefined));
    shared.set(all[0], { ...all[0], from, label: `${all[0].label} (${all.length} claims)` });
  }
  return { ...graph, edges: graph.edges.flatMap(edge => shared.has(edge) ? shared.get(edge) ?? [] : [edge]) };
}
