import { Graph, GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/** Arrows to one class that can be followed. */
const MOST_ARROWS = 4;

/** Where many claims go to one class, each says so in a line: the arrows would run across the whole picture, to what all of them have in common. */
export function withClassLines(graph: Graph): Graph {
  const classes = new Map(graph.nodes.filter(({ kind }) => kind === 'StorageClass').map(({ id, name }) => [id, name]));
  const toClasses = groupBy(graph.edges.filter(({ to }) => classes.has(to)), ({ to }) => to);
  const told = new Set([...toClasses.values()].filter(all => all.length > MOST_ARROWS).flat());
  const byEnd = groupBy(told, ({ from }) => from);
  const withLines = <T extends { readonly id: string; readonly lines: readonly string[] }>(one: T): T => {
    const lines = (byEnd.get(one.id) ?? []).map(edge => lineOf(edge, classes.get(edge.to)!));
    return lines.length > 0 ? { ...one, lines: [...one.lines, ...lines] } : one;
  };
  return { ...graph, nodes: graph.nodes.map(withLines), groups: graph.groups.map(withLines), edges: graph.edges.filter(edge => !told.has(edge)) };
}

/** `provisioned by fast`, of `provisioned by`; `provisioned by fast (claims)`, of `provisioned by (claims)`. */
function lineOf({ label }: GraphEdge, name: string): string {
  const [words, which] = label.split(/ (?=\()/);
  return [words, name, which].filter(part => part !== undefined && part !== '').join(' ');
}
