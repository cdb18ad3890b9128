import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';

/** No program draws more arrows than this, and nobody would see anything. */
const MOST_ARROWS = 50_000;

/** The name of the error: that of its class is another one where the code is published, which is made shorter. */
export const GRAPH_TOO_LARGE = 'GraphTooLarge';

/** The manifests have too much to do with each other for one picture. */
export class GraphTooLarge extends Error {
  constructor() {
    super(`more than ${MOST_ARROWS} arrows are no picture; draw fewer files`);
    this.name = GRAPH_TOO_LARGE;
  }
}

/** Collects a picture: what is added twice is there once. */
export class GraphBuilder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly groups = new Map<string, GraphGroup>();
  private readonly edges = new Map<string, GraphEdge>();

  /** Adds a box and returns its id. The first one of an id stays. */
  public node(node: GraphNode): string {
    if (!this.nodes.has(node.id)) { this.nodes.set(node.id, node); }
    return node.id;
  }

  /** Adds a frame and returns its id. */
  public group(group: GraphGroup): string {
    if (!this.groups.has(group.id)) { this.groups.set(group.id, group); }
    return group.id;
  }

  /** @throws GraphTooLarge */
  public edge(edge: GraphEdge): void {
    if (this.edges.size >= MOST_ARROWS) { throw new GraphTooLarge(); }
    this.edges.set(JSON.stringify([edge.from, edge.to, edge.label]), edge);
  }

  public has(id: string): boolean {
    return this.nodes.has(id) || this.groups.has(id);
  }

  public get graph(): Graph {
    return { nodes: [...this.nodes.values()], groups: [...this.groups.values()], edges: [...this.edges.values()] };
  }
}
