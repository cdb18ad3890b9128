import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';
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

/** The same around some workloads, and boxes that belong to none. */
export function partAround(graph: Graph, starts: readonly (GraphGroup | GraphNode)[]): Graph {
  return new Parts(graph).around(starts);
}

/** Finds many parts of one picture, each in a time that grows with the part alone. */
export class Parts {
  private readonly needs: ReadonlyMap<string, readonly GraphEdge[]>;
  private readonly users: ReadonlyMap<string, readonly GraphEdge[]>;
  private readonly inside: ReadonlyMap<string, readonly GraphNode[]>;
  private readonly groups: ReadonlyMap<string, GraphGroup>;
  private readonly nodes: ReadonlyMap<string, GraphNode>;
  /** The place of each in the whole, which parts keep. */
  private readonly order: ReadonlyMap<GraphNode | GraphGroup | GraphEdge, number>;

  constructor(private readonly graph: Graph) {
    const { nodes, groups, edges } = graph;
    [this.needs, this.users] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
    this.inside = groupBy(nodes, ({ group = '' }) => group);
    this.groups = new Map(groups.map(group => [group.id, group]));
    this.nodes = new Map(nodes.map(node => [node.id, node]));
    this.order = new Map([...nodes, ...groups, ...edges].map((one, index) => [one, index]));
  }

  public around(starts: readonly (GraphGroup | GraphNode)[]): Graph {
    const kept = this.reached(starts);
    const workloads = [...kept].flatMap(id => this.groups.get(id) ?? []).filter(({ kind }) => kind !== 'Namespace');
    const nodes = new Set([...[...kept].flatMap(id => this.nodes.get(id) ?? []), ...workloads.flatMap(({ id }) => this.inside.get(id) ?? [])]);
    const ids = new Set([...nodes, ...workloads].map(({ id }) => id));
    const around = new Set([...[...nodes].map(({ group = '' }) => group), ...workloads.map(({ parent = '' }) => parent)]);
    const parents = [...around].flatMap(id => this.groups.get(id) ?? []).filter(({ kind }) => kind === 'Namespace');
    const edges = [...ids].flatMap(id => this.needs.get(id) ?? []).filter(({ to }) => ids.has(to));
    return { ...this.graph, nodes: this.inOrder(nodes), groups: [...this.inOrder(parents), ...this.inOrder(workloads)], edges: this.inOrder(edges) };
  }

  private inOrder<T extends GraphNode | GraphGroup | GraphEdge>(some: Iterable<T>): T[] {
    return [...some].sort((a, b) => this.order.get(a)! - this.order.get(b)!);
  }

  private reached(starts: readonly (GraphGroup | GraphNode)[]): Set<string> {
    const own = new Set(starts.map(({ id }) => id));
    const begin = [...own, ...[...own].flatMap(id => this.inside.get(id) ?? []).map(({ id }) => id)];
    // Whom another workload reaches in turn belongs to its own part.
    const isEnd = (id: string) => this.groups.has(id) && !own.has(id);
    return new Set([
      ...closure(begin, id => isEnd(id) ? [] : (this.needs.get(id) ?? []).map(({ to }) => to)),
      ...closure(begin, id => isEnd(id) ? [] : (this.users.get(id) ?? []).map(({ from }) => from)),
    ]);
  }
}

/** All that is reached from some boxes, step by step. */
function closure(begin: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(begin);
  // A set that grows while it is walked is walked to its end.
  for (const id of found) { next(id).forEach(one => found.add(one)); }
  return found;
}
