import { Graph, GraphEdge, GraphNode, isMaking } from './graph';
import { groupBy } from '../manifest/group-by';

/** Arrows to one class that can be followed. */
const MOST_ARROWS = 4;

/**
 * Where many claims go to one class, each says so in a line: the arrows would run across the whole picture, to what all of them have in common.
 *
 * @param kinds of the ends of which the same is true
 * @param most arrows to one of them that stay
 */
export function withCommonEnds(graph: Graph, kinds: readonly string[] = ['StorageClass'], most: number = MOST_ARROWS): Graph {
  const ends = new Map(graph.nodes.filter(({ kind }) => kinds.includes(kind)).map(({ id, name }) => [id, name]));
  // Who makes a Secret is another thing than who reads it.
  const toEnds = groupBy(graph.edges.filter(edge => ends.has(edge.to) && !isMaking(edge)), ({ to }) => to);
  const told = new Set([...toEnds.values()].filter(all => all.length > most).flat());
  const byEnd = groupBy(told, ({ from }) => from);
  const withLines = <T extends { readonly id: string; readonly lines: readonly string[] }>(one: T): T => {
    const lines = (byEnd.get(one.id) ?? []).map(edge => lineOf(edge, ends.get(edge.to)!));
    return lines.length > 0 ? { ...one, lines: [...one.lines, ...lines] } : one;
  };
  // A box that has its name alone, such as the cluster's default, is told whole.
  const gone = new Set([...toEnds].filter(([, all]) => all.every(edge => told.has(edge))).map(([id]) => id));
  const isDrawn = ({ id, lines, object, missing, marks }: GraphNode) => !gone.has(id) || lines.length > 0 || object !== undefined || missing || marks;
  return {
    ...graph,
    nodes: graph.nodes.filter(isDrawn).map(withLines),
    groups: graph.groups.map(withLines),
    edges: graph.edges.filter(edge => !told.has(edge)),
  };
}

/** `provisioned by fast`, of `provisioned by`; `provisioned by fast (claims)`, of `provisioned by (claims)`. */
function lineOf({ label }: GraphEdge, name: string): string {
  const [words, which] = label.split(/ (?=\()/);
  return [words, name, which].filter(part => part !== undefined && part !== '').join(' ');
}
