import { withCommonEnds } from './common-ends';
import { Graph, GraphEdge, GraphNode } from './graph';
import { append, groupBy } from '../manifest/group-by';

/** Kinds that can stand in the frame of the workload that alone has to do with them: Services above its pods, settings below them. */
export const SERVICES: readonly string[] = ['Service'];
export const SETTINGS: readonly string[] = ['ConfigMap', 'Secret'];

/** What settings say of the arrow that is not drawn; those that a Job makes say so already. */
const USES: Readonly<Record<string, string>> = { mounts: 'mounted', reads: 'read' };

/** More arrows than these to a Secret or a ConfigMap are told in lines, and more to a class. */
const MOST_READERS = 2;
const MOST_PROVISIONED = 1;

/**
 * The same picture where it would be too wide otherwise: Services of one workload, and settings that one alone uses, stand in its frame,
 * with the words of their arrow; and what several use is named in a line of each.
 */
export function compact(graph: Graph): Graph {
  const told = withCommonEnds(withCommonEnds(graph, SETTINGS, MOST_READERS), ['StorageClass'], MOST_PROVISIONED);
  const left = new Set(told.edges);
  const readers = groupBy(graph.edges.filter(edge => !left.has(edge)), ({ to }) => to);
  const nodes = told.nodes.map(node => SETTINGS.includes(node.kind) && readers.has(node.id) ? { ...node, lines: [...node.lines, `used by ${readers.get(node.id)!.length} workloads`] } : node);
  return inFrames({ ...told, nodes });
}

function inFrames(graph: Graph): Graph {
  const { nodes, groups, edges } = graph;
  const frames = new Set(groups.filter(({ kind }) => kind !== 'Namespace').map(({ id }) => id));
  const ends = new Map<string, GraphEdge[]>();
  for (const edge of edges) { [edge.from, edge.to].forEach(id => append(ends, id, edge)); }
  const tied = framesWithArrowsInside(graph, frames);
  const [moved, told] = [new Map<GraphNode, GraphNode>(), new Set<GraphEdge>()];
  for (const node of nodes) {
    const [edge, ...others] = ends.get(node.id) ?? [];
    if (others.length > 0 || !edge || edge.tone !== undefined) { continue; }
    const frame = edge.from === node.id ? edge.to : edge.from;
    if (!frames.has(frame)) { continue; }
    const isService = SERVICES.includes(node.kind) && edge.to === frame;
    if (isService) { moved.set(node, { ...node, group: frame, lines: [...node.lines, edge.label].filter(line => line !== '') }); }
    // Below boxes that have arrows of their own is no room.
    const isSetting = SETTINGS.includes(node.kind) && edge.from === frame && !tied.has(frame);
    if (isSetting) { moved.set(node, { ...node, group: frame, lines: [...node.lines, ...wordsOf(edge)] }); }
    if (moved.has(node)) { told.add(edge); }
  }
  return { ...graph, nodes: nodes.map(node => moved.get(node) ?? node), edges: edges.filter(edge => !told.has(edge)) };
}

function wordsOf({ label }: GraphEdge): string[] {
  return Object.hasOwn(USES, label) ? [USES[label]] : [];
}

/** Frames of which a box has an arrow that leads out of them. */
function framesWithArrowsInside({ nodes, edges }: Graph, frames: ReadonlySet<string>): Set<string> {
  const inside = groupBy(nodes.filter(({ group = '' }) => frames.has(group)), ({ group }) => group!);
  const frameOf = new Map([...inside].flatMap(([frame, all]) => all.map(({ id }): [string, string] => [id, frame])));
  return new Set(edges.flatMap(({ from, to }) => {
    const frame = frameOf.get(from);
    return frame !== undefined && frameOf.get(to) !== frame ? [frame] : [];
  }));
}
