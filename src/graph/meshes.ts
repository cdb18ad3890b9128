import { Graph, GraphEdge, GraphNode } from './graph';
import { groupBy } from '../manifest/group-by';

/** Arrows between fewer workloads can be followed. */
const FEWEST = 4;

/**
 * Where each of several workloads may reach each other on the same ports, one box says so, and each has one arrow to it: nobody follows
 * 56 arrows between eight workloads. Two have one arrow with two heads.
 */
export function withMeshes(graph: Graph): Graph {
  const alike = groupBy(graph.edges.filter(({ about }) => about === 'requests'), ({ label, tone }) => JSON.stringify([label, tone]));
  const boxPlaces = graph.nodes.map(({ id, group }) => [id, group] as const);
  const places = new Map([...boxPlaces, ...graph.groups.map(({ id, parent }) => [id, parent] as const)]);
  const inOrder = (ids: ReadonlySet<string>) => new Set([...places.keys()].filter(id => ids.has(id)));
  const meshes = [...alike.values()].flatMap(edges => meshesOf(edges).map(members => ({ edges, members: inOrder(members) })));
  const boxes = meshes.map(({ edges: [edge], members }, i) => ({ members, edge, box: boxOf(`mesh ${i}`, members, edge, places) }));
  const told = new Set(meshes.flatMap(({ edges, members }) => edges.filter(({ from, to }) => members.has(from) && members.has(to))));
  return {
    ...graph,
    nodes: [...graph.nodes, ...boxes.map(({ box }) => box)],
    edges: [
      ...withPairs(graph.edges.filter(edge => !told.has(edge))),
      ...boxes.flatMap(({ members, edge: { about, tone }, box }) =>
        [...members].map((from): GraphEdge => ({ from, to: box.id, label: '', about, bothWays: true, ...tone && { tone } }))),
    ],
  };
}

/** Two that reach each other on the same ports have one arrow, with a head at each end. */
function withPairs(edges: readonly GraphEdge[]): GraphEdge[] {
  const keyOf = (from: string, to: string, { label, about, tone }: GraphEdge) => JSON.stringify([from, to, label, about, tone]);
  const ahead = new Set<string>();
  const all = new Set(edges.map(edge => keyOf(edge.from, edge.to, edge)));
  return edges.flatMap(edge => {
    const back = keyOf(edge.to, edge.from, edge);
    if (!all.has(back)) { return [edge]; }
    ahead.add(keyOf(edge.from, edge.to, edge));
    return ahead.has(back) ? [] : [{ ...edge, bothWays: true }];
  });
}

function boxOf(id: string, members: ReadonlySet<string>, { label, tone }: GraphEdge, places: ReadonlyMap<string, string | undefined>): GraphNode {
  const [group, ...others] = new Set([...members].map(member => places.get(member)));
  return {
    id,
    kind: `${members.size} workloads`,
    name: 'each reaches each other',
    lines: tone ? [] : [label],
    ...others.length === 0 && group !== undefined && { group },
    ...tone && { marks: [{ tone, words: label }] },
  };
}

/** The largest group first, then the largest of what is left: each arrow is told once. */
function meshesOf(edges: readonly GraphEdge[]): ReadonlySet<string>[] {
  const targets = new Map([...groupBy(edges, ({ from }) => from)].map(([from, all]) => [from, new Set(all.map(({ to }) => to))]));
  const mutual = new Map([...targets].map(([from, all]) => [from, new Set([...all].filter(to => targets.get(to)?.has(from)))]));
  const found: ReadonlySet<string>[] = [];
  for (;;) {
    const around = [...mutual.keys()].map(seed => meshAround(seed, mutual));
    const largest = around.reduce<ReadonlySet<string>>((a, b) => b.size > a.size ? b : a, new Set());
    if (largest.size < FEWEST) { return found; }
    found.push(largest);
    for (const member of largest) { largest.forEach(other => mutual.get(member)!.delete(other)); }
  }
}

/** A workload with those that it reaches and that reach it, as long as they all reach each other; first who has most in common with it. */
function meshAround(seed: string, mutual: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const own = mutual.get(seed)!;
  const common = (id: string) => [...mutual.get(id)!].filter(other => own.has(other)).length;
  const nearest = [...own].map(id => [id, common(id)] as const).sort(([, a], [, b]) => b - a);
  const members = new Set([seed]);
  for (const [id] of nearest) {
    const reached = mutual.get(id)!;
    if ([...members].every(member => reached.has(member))) { members.add(id); }
  }
  return members;
}
