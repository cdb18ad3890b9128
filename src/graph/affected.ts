import { MOST_FRAMES } from './fold';
import { Graph, worstTone } from './graph';
import { partAround } from './system';

/** Of a large picture of a change the part that changes: workloads that are marked, or of which something is, with what is around them. */
export function affected(graph: Graph): Graph {
  const workloads = graph.groups.filter(({ kind }) => kind !== 'Namespace');
  const [nodes, groups] = [graph.nodes.filter(({ marks }) => marks), graph.groups.filter(({ marks }) => marks)];
  const marked = new Set([...nodes.flatMap(({ id, group }) => [id, group]), ...groups.map(({ id }) => id)]);
  const changing = graph.edges.filter(({ from, to, tone }) => tone || marked.has(from) || marked.has(to));
  const ends = new Set([...marked, ...changing.flatMap(({ from, to }) => [from, to])]);
  const starts = workloads.filter(({ id }) => ends.has(id));
  if (workloads.length <= MOST_FRAMES || starts.length === workloads.length) { return graph; }
  const lost = nodes.filter(({ kind, marks }) => kind === 'PersistentVolumeClaim' && worstTone(marks) === 'danger');
  const part = partAround(graph, [...starts, ...lost]);
  const left = workloads.length - part.groups.filter(({ kind }) => kind !== 'Namespace').length;
  return left === 0 ? part : { ...part, note: `${left} workloads that do not change are left out.` };
}
