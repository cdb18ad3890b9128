import { foldedLines, marksOf } from './folded-lines';
import { Graph, GraphEdge, GraphGroup, GraphNode, worstTone } from './graph';
import { withSharedLabels } from './shared-labels';
import { groupBy } from '../manifest/group-by';

/** A picture of more workloads shows each of them as one box. */
export const MOST_FRAMES = 12;
/** A picture of more workloads shows no arrows. */
const MOST_BOXES = 60;

/** Kinds that are read in the lines of a folded workload. */
const TOLD: ReadonlySet<string> = new Set([
  'Secret', 'ConfigMap', 'PersistentVolumeClaim', 'PersistentVolume', 'StorageClass', 'NFS server', 'directory of the node', 'volume of a driver',
]);

/** The same picture with less in it, if it would be too large to be read. Small ones stay as they are. */
export function folded(graph: Graph): Graph {
  const workloads = graph.groups.filter(({ kind }) => kind !== 'Namespace');
  if (workloads.length <= MOST_FRAMES) { return graph; }
  const boxes = workloadsAsBoxes(graph, workloads);
  return workloads.length <= MOST_BOXES ? withSharedLabels(boxes) : withoutArrows(boxes, workloads);
}

function workloadsAsBoxes(graph: Graph, workloads: readonly GraphGroup[]): Graph {
  const insides = new Map(workloads.map(({ id }) => [id, id]));
  const [outgoing, incoming] = [groupBy(graph.edges, ({ from }) => from), groupBy(graph.edges, ({ to }) => to)];
  for (const { id, group = '' } of graph.nodes) {
    if (insides.has(group)) { insides.set(id, group); }
  }
  // A Service of one workload is a part of it, as long as it is there to be told.
  for (const { id, kind, missing } of graph.nodes) {
    const targets = [...new Set((outgoing.get(id) ?? []).map(({ to }) => insides.get(to)))];
    if (kind === 'Service' && !missing && targets.length === 1 && targets[0] !== undefined) { insides.set(id, targets[0]); }
  }
  const facts = { nodes: new Map(graph.nodes.map(node => [node.id, node])), parts: groupBy(insides.keys(), id => insides.get(id)!), outgoing };
  const boxes = workloads.map(({ parent, ...group }): GraphNode => {
    const marks = marksOf(group, facts);
    return { ...group, lines: foldedLines(group, facts), ...parent !== undefined && { group: parent }, ...marks.length > 0 && { marks } };
  });
  // A workload tells of its data in lines; a claim that is lost has a box, also if none tells of it.
  const isDrawn = ({ id, kind, marks }: GraphNode) => worstTone(marks) === 'danger' || !TOLD.has(kind) && (outgoing.has(id) || incoming.has(id));
  const rest = graph.nodes.filter(node => !insides.has(node.id) && isDrawn(node));
  const shown = new Set([...boxes, ...rest].map(({ id }) => id));
  const groups = graph.groups.filter(({ kind }) => kind === 'Namespace');
  const edges = merged(graph.edges.map(edge => ({ ...edge, from: insides.get(edge.from) ?? edge.from, to: insides.get(edge.to) ?? edge.to })))
    .filter(({ from, to }) => from !== to && shown.has(from) && shown.has(to));
  return {
    ...graph,
    nodes: [...boxes, ...rest],
    groups,
    edges,
    note: `${graph.note === undefined ? '' : `${graph.note} `}${workloads.length} workloads, each as one box; --system NAME draws one with its pods and claims, --whole draws everything`,
  };
}

/** One arrow for all between the same boxes. */
function merged(edges: readonly GraphEdge[]): GraphEdge[] {
  const same = groupBy(edges, ({ from, to, about }) => JSON.stringify([from, to, about]));
  return [...same.values()].map(all => ({ ...all[0], label: labelOf([...new Set(all.map(({ label }) => label).filter(label => label !== ''))]) }));
}

function labelOf(labels: readonly string[]): string {
  return labels.length <= 2 ? labels.join(', ') : `${labels[0]}, and ${labels.length - 1} more`;
}

/** Arrows between boxes become lines in them. */
function withoutArrows({ nodes, groups, edges, note, ...graph }: Graph, workloads: readonly GraphGroup[]): Graph {
  const ids = new Set(workloads.map(({ id }) => id));
  const [reaches, reached] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
  const counts = (id: string) => ([[reaches, 'reaches'], [reached, 'reached by']] as const)
    .flatMap(([all, word]) => all.has(id) ? [`${word} ${all.get(id)!.length}`] : []);
  return {
    ...graph,
    nodes: nodes.filter(({ id }) => ids.has(id)).map(node => ({ ...node, lines: [...node.lines.slice(0, 2), ...counts(node.id)] })),
    groups,
    edges: [],
    note: note!.replace('as one box;', 'as one box, without arrows;'),
  };
}
