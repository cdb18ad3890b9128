import { Graph, GraphGroup } from './graph';
import { groupBy } from '../manifest/group-by';

/**
 * The part of a picture that belongs to one workload: it, what it needs, and who reaches it. Other workloads end the
 * walk, and so does what many share, such as a class.
 *
 * @param name `db`, or `shop/db`
 * @returns undefined if no workload has this name
 */
export function partOf(graph: Graph, name: string): Graph | undefined {
  const starts = graph.groups.filter(group => group.kind !== 'Namespace' && (group.name === name || group.id.endsWith(`/${name}`)));
  return starts.length === 0 ? undefined : partAround(graph, starts);
}

/** The same around some workloads. */
export function partAround(graph: Graph, starts: readonly GraphGroup[]): Graph {
  const kept = reached(graph, starts);
  const groups = graph.groups.filter(({ id }) => kept.has(id));
  const nodes = graph.nodes.filter(({ id, group }) => kept.has(id) || (group !== undefined && isInKept(group, groups)));
  const ids = new Set([...nodes, ...groups].map(({ id }) => id));
  const around = new Set([...nodes.map(({ group }) => group), ...groups.map(({ parent }) => parent)]);
  const parents = graph.groups.filter(({ id, kind }) => kind === 'Namespace' && around.has(id));
  return { ...graph, nodes, groups: [...parents, ...groups], edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

function isInKept(group: string, groups: readonly GraphGroup[]): boolean {
  return groups.some(({ id, kind }) => id === group && kind !== 'Namespace');
}

function reached({ nodes, edges }: Graph, starts: readonly GraphGroup[]): Set<string> {
  const groups = new Set(starts.map(({ id }) => id));
  const begin = [...groups, ...nodes.filter(({ group }) => group !== undefined && groups.has(group)).map(({ id }) => id)];
  const [needs, users] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
  return new Set([
    ...closure(begin, id => (needs.get(id) ?? []).map(({ to }) => to)),
    ...closure(begin, id => (users.get(id) ?? []).map(({ from }) => from)),
  ]);
}

/** All that is reached from some boxes, step by step. */
function closure(begin: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(begin);
  // A set that grows while it is walked is walked to its end.
  for (const id of found) { next(id).forEach(one => found.add(one)); }
  return found;
}
