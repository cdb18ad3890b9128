import { Graph, GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/** So many words can be read at their arrows. */
const FEWEST = 3;

/**
 * Where all arrows to a box say the same, the box says it once: words at each of them would cover the arrows beside it. What one box says so,
 * the others of the picture do, too.
 */
export function withSharedLabels(graph: Graph): Graph {
  const boxes = new Set(graph.nodes.map(({ id }) => id));
  const incoming = [...groupBy(graph.edges.filter(edge => boxes.has(edge.to) && isPlain(edge)), ({ to }) => to)];
  const alike = incoming.filter(([, edges]) => edges[0].label !== '' && edges.every(({ label }) => label === edges[0].label));
  const shared = new Set(alike.filter(([, edges]) => edges.length >= FEWEST).map(([, [{ label }]]) => label));
  const words = new Map(alike.map(([id, [{ label }]]) => [id, label] as const).filter(([, label]) => shared.has(label)));
  return {
    ...graph,
    nodes: graph.nodes.map(node => words.has(node.id) ? { ...node, lines: [...node.lines, `arrows to it: ${words.get(node.id)}`] } : node),
    edges: graph.edges.map((edge): GraphEdge => isPlain(edge) && words.has(edge.to) ? { ...edge, isTold: true } : edge),
  };
}

/** What a change brings or takes away says so itself. */
function isPlain({ about, tone }: GraphEdge): boolean {
  return about === 'requests' && tone === undefined;
}
