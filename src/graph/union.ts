import { Graph, GraphEdge, GraphGroup, GraphMark, GraphNode } from './graph';

/** Two pictures in one: what only the second one has is new, and what only the first one has is gone. */
export function united(before: Graph, after: Graph): Graph {
  return {
    nodes: bothSides(before.nodes, after.nodes),
    groups: bothSides(before.groups, after.groups),
    edges: edgesOfBoth(before.edges, after.edges),
  };
}

const NEW: GraphMark = { tone: 'added', words: 'new' };
const GONE: GraphMark = { tone: 'gone', words: 'gone' };

function bothSides<T extends GraphNode | GraphGroup>(before: readonly T[], after: readonly T[]): T[] {
  const [old, next] = [before, after].map(all => new Set(all.map(({ id }) => id)));
  // What is named and not there is neither.
  const marked = (one: T, mark: GraphMark) => 'missing' in one && one.missing ? one : { ...one, marks: [mark] };
  return [
    ...after.map(one => old.has(one.id) ? one : marked(one, NEW)),
    ...before.filter(({ id }) => !next.has(id)).map(one => marked(one, GONE)),
  ];
}

function edgesOfBoth(before: readonly GraphEdge[], after: readonly GraphEdge[]): GraphEdge[] {
  const [old, next] = [before, after].map(all => new Set(all.map(keyOf)));
  const worded = (edge: GraphEdge, tone: 'added' | 'gone', word: string) => ({ ...edge, tone, label: edge.label === '' ? word : `${word}: ${edge.label}` });
  return [
    ...after.map(edge => old.has(keyOf(edge)) ? edge : worded(edge, 'added', 'new')),
    ...before.filter(edge => !next.has(keyOf(edge))).map(edge => worded(edge, 'gone', 'gone')),
  ];
}

function keyOf({ from, to, label }: GraphEdge): string {
  return JSON.stringify([from, to, label]);
}
