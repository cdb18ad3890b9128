import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** One construct, and what synthesis wants to know about its place in the tree. */
export interface TreeNode {
  readonly construct: IConstruct;
  readonly parent?: TreeNode;
  /** The closest chart, which may be the construct itself; undefined for the app and what stands outside of charts. */
  readonly chart?: ChartNode;
  readonly isApiObject: boolean;
  /** The subtree is `nodes[index]` up to, not including, `nodes[end]`. */
  readonly index: number;
  end: number;
}

/** A chart, and the nodes whose closest chart it is: itself first, then in the order of the tree. */
export interface ChartNode extends TreeNode {
  readonly construct: Chart;
  readonly own: TreeNode[];
}

/** All constructs of an app, each visited once: parents before children, children in their order. */
export class ConstructTree {
  public readonly nodes: TreeNode[] = [];
  public readonly charts: ChartNode[] = [];

  constructor(root: IConstruct) {
    this.visit(root);
  }

  /** The objects of a chart without those of charts inside it, in the order of the tree. */
  public objectsOf(chart: ChartNode): TreeNode[] {
    return chart.own.filter(node => node.isApiObject);
  }

  private visit(construct: IConstruct, parent?: TreeNode) {
    const node = this.add(construct, parent);
    for (const child of construct.node.children) { this.visit(child, node); }
    node.end = this.nodes.length;
  }

  private add(construct: IConstruct, parent?: TreeNode): TreeNode {
    const common = { parent, index: this.nodes.length, end: 0 };
    const node = Chart.isChart(construct)
      ? this.chartNode(construct, common)
      : { ...common, construct, chart: parent?.chart, isApiObject: ApiObject.isApiObject(construct) };
    node.chart?.own.push(node);
    this.nodes.push(node);
    return node;
  }

  private chartNode(construct: Chart, common: Pick<ChartNode, 'parent' | 'index' | 'end'>): ChartNode {
    const node: any = { ...common, construct, isApiObject: false, own: [] };
    node.chart = node;
    this.charts.push(node);
    return node;
  }
}

/** True for charts. */
export function isChartNode(node: TreeNode): node is ChartNode {
  return node.chart === node;
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
