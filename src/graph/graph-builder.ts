import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';

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

  public edge(edge: GraphEdge): void {
    this.edges.set(JSON.stringify([edge.from, edge.to, edge.label]), edge);
  }

  public has(id: string): boolean {
    return this.nodes.has(id) || this.groups.has(id);
  }

  public get graph(): Graph {
    return { nodes: [...this.nodes.values()], groups: [...this.groups.values()], edges: [...this.edges.values()] };
  }
}
