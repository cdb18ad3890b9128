import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** One construct, and what synthesis wants to know about its place in the tree. */
export class TreeNode {
  /** The closest chart, which may be the construct itself; undefined for the app and what stands outside of charts. */
  public readonly chart?: ChartNode;
  public readonly isApiObject: boolean;
  /** The subtree is `nodes[index]` up to, not including, `nodes[end]`. */
  public end = 0;

  constructor(public readonly construct: IConstruct, public readonly index: number, public readonly parent?: TreeNode) {
    this.chart = parent?.chart;
    this.isApiObject = ApiObject.isApiObject(construct);
  }
}

/** A chart, and the nodes whose closest chart it is: itself first, then in the order of the tree. */
export class ChartNode extends TreeNode {
  public readonly chart: ChartNode = this;
  public readonly own: TreeNode[] = [];

  constructor(public readonly construct: Chart, index: number, parent?: TreeNode) {
    super(construct, index, parent);
  }
}

/** All constructs of an app, each visited once: parents before children, children in their order. */
export class ConstructTree {
  public readonly nodes: TreeNode[] = [];
  public readonly charts: ChartNode[] = [];

  constructor(root: IConstruct) {
    this.visit(root);
  }

  private visit(construct: IConstruct, parent?: TreeNode) {
    const node = this.add(construct, parent);
    for (const child of construct.node.children) { this.visit(child, node); }
    node.end = this.nodes.length;
  }

  private add(construct: IConstruct, parent?: TreeNode): TreeNode {
    const node = Chart.isChart(construct)
      ? new ChartNode(construct, this.nodes.length, parent)
      : new TreeNode(construct, this.nodes.length, parent);
    if (node instanceof ChartNode) { this.charts.push(node); }
    node.chart?.own.push(node);
    this.nodes.push(node);
    return node;
  }
}

/**
 * Nodes as cdk8s goes through them: it keeps them in an object by path, and
 * JavaScript puts keys that are whole numbers first.
 */
export function inOrderOfPaths<T extends TreeNode>(nodes: readonly T[]): T[] {
  const byPath: Record<string, T> = Object.create(null);
  for (const node of nodes) { byPath[node.construct.node.path] = node; }
  return Object.values(byPath);
}
