import { Graph, GraphEdge, GraphNode } from './graph';
import { keyOf, Present, united } from './union';
import { ClaimEffect } from '../reports/change';

/**
 * A claim does not come or go with its readers, and a template that changes does not reach the claims that exist: they stay in their class,
 * whatever the new manifests say.
 */
export function unitedWithClaimsThatStay(before: Graph, after: Graph, [was, is]: readonly [Present, Present], fates: ReadonlyMap<string, ClaimEffect['fate']>): Graph {
  const [old, next] = [before, after].map(({ nodes }) => new Set(nodes.map(({ id }) => id)));
  const isOld = ({ id }: GraphNode) => was.has(id) && !old.has(id);
  const isTemplate = ({ id, object }: GraphNode) => object?.kind === 'StatefulSet' && fates.get(id) !== 'deleted';
  const stays = (claim: GraphNode) => isTemplate(claim) || is.has(claim.id) && !next.has(claim.id);
  const both = united(withArrows(before, after, isOld, was), withArrows(after, before, stays, is), was, is);
  const kept = new Set(before.nodes.filter(isTemplate).map(({ id }) => id));
  const planned = (edge: GraphEdge) => kept.has(edge.from) && edge.tone === 'added' ? { ...edge, label: edge.label.replace(/^new:/, 'in the new manifest:') } : edge;
  return { ...both, edges: both.edges.map(planned) };
}

/** One side with the arrows that some claims have on the other side, and with what these lead to, as far as it is there. */
function withArrows(side: Graph, other: Graph, stays: (claim: GraphNode) => boolean, present: Present): Graph {
  const claims = new Set(other.nodes.filter(node => node.kind === 'PersistentVolumeClaim' && stays(node)).map(({ id }) => id));
  const arrows = other.edges.filter(({ from }) => claims.has(from));
  const [ends, drawn] = [new Set(arrows.map(({ to }) => to)), new Set(side.nodes.map(({ id }) => id))];
  const nodes = other.nodes.filter(({ id, object }) => ends.has(id) && !drawn.has(id) && (object === undefined || present.has(id)));
  const edges = new Map([...side.edges, ...arrows].map(edge => [keyOf(edge), edge]));
  return { ...side, nodes: [...side.nodes, ...nodes], edges: [...edges.values()] };
}

/** What runs already stays as it was where the change does not reach it: pods of a set that do not restart, and claims, of which the template is fixed. */
export function withLinesThatStay(nodes: readonly GraphNode[], before: Graph): GraphNode[] {
  const old = new Map(before.nodes.map(node => [node.id, node.lines]));
  return nodes.map(node => {
    const lines = old.get(node.id);
    if (!lines || node.object?.kind !== 'StatefulSet' || node.marks || lines.join() === node.lines.join()) { return node; }
    return { ...node, lines: node.kind === 'Pod' ? lines : [...lines, `in the new manifest: ${node.lines.join(', ')}`] };
  });
}
