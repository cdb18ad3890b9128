import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ChartNode, ConstructTree, TreeNode, inOrderOfPaths } from './construct-tree';
import { topologicalOrder } from './topological-order';
import { oncePerKey } from '../kubernetes/once';

/** Stands for several nodes: all of its members come first. */
interface Group {
  readonly members: readonly Vertex[];
}

type Vertex = TreeNode | Group;

/** One dependency as it was declared or as nesting implies it. */
interface Dependency {
  readonly source: TreeNode;
  readonly target: IConstruct;
}

/**
 * Who has to come before whom in an app, by the rules of cdk8s: a chart comes
 * after the charts inside it; if a construct depends on another one, its chart
 * comes after the other's chart, and each of its objects after each of the
 * other's. The last is not written down for every pair: groups stand for the
 * objects of a construct.
 */
export class Dependencies {
  /** True if a chart has to come after another one, so that files get numbers. */
  public readonly betweenCharts: boolean;

  private readonly byPath = new Map<string, TreeNode>();
  private readonly declared = new Map<TreeNode, Set<IConstruct>>();
  /** Why a chart comes after another one, for the error about cycles. */
  private readonly reasons = new Map<TreeNode, Map<IConstruct, string>>();
  /** Charts with something inside a nested chart that depends on something of theirs. */
  private readonly dependedFromInside = new Set<ChartNode>();

  private readonly edgesOf = oncePerKey((node: TreeNode): readonly Vertex[] => {
    const direct: Vertex[] = [...this.declared.get(node) ?? []]
      .map(target => this.nodeAt(target))
      .filter(target => target !== undefined)
      .filter(target => target !== node);
    return node.isApiObject ? [...direct, ...scopesInChart(node).flatMap(scope => this.edgesFor(node, scope))] : direct;
  });

  /** One group for all objects inside a scope; none if they could be among their own targets. */
  private readonly sourceGroup = oncePerKey((scope: TreeNode): Group | undefined => {
    const targets = [...this.declared.get(scope)!];
    return targets.some(target => this.isRelatedTo(scope, target)) ? undefined : { members: targets.map(target => this.targetGroup(target)) };
  });

  private readonly targetGroup = oncePerKey((target: IConstruct): Group => ({ members: this.objectsIn(target) }));

  /** Objects of a construct's own chart inside the construct. */
  private readonly objectsIn = oncePerKey((target: IConstruct): readonly TreeNode[] => {
    const node = this.nodeAt(target);
    return node?.construct === target
      ? this.tree.nodes.slice(node.index, node.end).filter(inner => inner.isApiObject && inner.chart === node.chart)
      : this.objectsElsewhere(target);
  });

  constructor(private readonly tree: ConstructTree) {
    for (const node of tree.nodes) {
      const { dependencies } = node.construct.node;
      if (dependencies.length > 0) { this.declared.set(node, new Set(dependencies)); }
    }
    const nested = tree.charts.filter(chart => chart.parent instanceof ChartNode);
    if (this.declared.size > 0 || nested.length > 0) {
      for (const node of tree.nodes) { this.byPath.set(node.construct.node.path, node); }
    }
    for (const chart of nested) { this.addToChart(chart.parent!, chart.construct, 'contains it'); }
    this.betweenCharts = this.liftToCharts() || nested.length > 0;
    for (const { source, target } of this.all()) { this.noteTarget(source, target); }
  }

  /** All charts, each after those it depends on. */
  public charts(): ChartNode[] {
    if (this.declared.size === 0) { return inOrderOfPaths(this.tree.charts); }
    return this.order(inOrderOfPaths(this.tree.nodes), () => true).filter(node => node instanceof ChartNode);
  }

  /** The objects of a chart, each after those it depends on. */
  public objectsOf(chart: ChartNode): TreeNode[] {
    if (this.declared.size === 0) { return chart.own.filter(node => node.isApiObject); }
    const order = this.dependedFromInside.has(chart)
      ? this.order(this.tree.nodes.slice(chart.index, chart.end), node => node.index >= chart.index && node.index < chart.end)
      : this.order(chart.own, node => node.chart === chart);
    return order.filter(node => node.isApiObject && node.chart === chart);
  }

  private order(nodes: readonly TreeNode[], isAmong: (node: TreeNode) => boolean): TreeNode[] {
    const targetsOf = (vertex: Vertex) => {
      const targets = isGroup(vertex) ? vertex.members : this.edgesOf(vertex);
      return targets.filter(target => isGroup(target) || isAmong(target));
    };
    return topologicalOrder<Vertex>(nodes, targetsOf, cycle => this.cycleError(cycle as TreeNode[])) as TreeNode[];
  }

  /** Makes the chart of a construct depend on the charts of what the construct depends on. */
  private liftToCharts(): boolean {
    let lifted = false;
    for (const { source, target } of this.all()) {
      const targetChart = chartOf(target);
      if (chartOf(source.construct) !== targetChart) {
        this.addToChart(source.chart!, targetChart, `'${source.construct.node.path}' depends on '${target.node.path}'`);
        lifted = true;
      }
    }
    return lifted;
  }

  private all(): Dependency[] {
    const found: Dependency[] = [];
    for (const node of this.tree.nodes) {
      for (const target of this.declared.get(node) ?? []) { found.push({ source: node, target }); }
    }
    return found;
  }

  private addToChart(chart: TreeNode, target: IConstruct, reason: string) {
    if (!this.declared.has(chart)) { this.declared.set(chart, new Set()); }
    if (!this.reasons.has(chart)) { this.reasons.set(chart, new Map()); }
    this.declared.get(chart)!.add(target);
    const reasons = this.reasons.get(chart)!;
    if (!reasons.has(target)) { reasons.set(target, reason); }
  }

  /** Two objects that a dependency makes wait for each other are found here, before pairs are many. */
  private noteTarget(source: TreeNode, target: IConstruct) {
    const node = this.nodeAt(target);
    const targetChart = node?.chart;
    if (!node || !targetChart) { return; }
    if (isInside(source, targetChart) && source.chart !== targetChart) { this.dependedFromInside.add(targetChart); }
    if (!isRelated(source, node)) { return; }
    const both = isInside(source, node) ? this.objectsIn(source.construct) : this.objectsIn(target);
    if (both.length > 1) {
      throw this.cycleError([both[0], both[1]], `'${source.construct.node.path}' depends on '${target.node.path}', and both of them hold these objects`);
    }
  }

  /** What an object waits for because it is inside `scope`. */
  private edgesFor(node: TreeNode, scope: TreeNode): Vertex[] {
    const targets = this.declared.get(scope);
    if (!targets) { return []; }
    const shared = this.sourceGroup(scope);
    if (shared) { return [shared]; }
    return [...targets].flatMap<Vertex>(target => this.isRelatedTo(scope, target)
      ? this.objectsIn(target).filter(object => object !== node)
      : [this.targetGroup(target)]);
  }

  /** The target was taken out of the tree: what stands at its paths now takes its place. */
  private objectsElsewhere(target: IConstruct): TreeNode[] {
    const chart = chartOf(target);
    return target.node.findAll()
      .filter(inner => ApiObject.isApiObject(inner) && chartOf(inner) === chart)
      .map(inner => this.nodeAt(inner))
      .filter(node => node !== undefined);
  }

  private isRelatedTo(scope: TreeNode, target: IConstruct): boolean {
    const node = this.nodeAt(target);
    return node !== undefined && isRelated(scope, node);
  }

  private nodeAt(construct: IConstruct): TreeNode | undefined {
    return this.byPath.get(construct.node.path);
  }

  private cycleError(cycle: readonly TreeNode[], reason?: string): Error {
    const closed = [...cycle, cycle[0]];
    const reasons = closed.slice(1)
      .map((target, i) => ({ source: cycle[i], target, reason: this.reasons.get(cycle[i])?.get(target.construct) }))
      .filter(step => step.reason !== undefined)
      .map(({ source, target, reason: why }) => `\n  '${source.construct.node.path}' waits for '${target.construct.node.path}': ${why}`);
    return new Error([
      `Dependency cycle detected: ${closed.map(node => node.construct.node.path).join(' => ')}`,
      ...reason ? [`\n  ${reason}`] : reasons,
    ].join(''));
  }
}

function isGroup(vertex: Vertex): vertex is Group {
  return 'members' in vertex;
}

function chartOf(construct: IConstruct): Chart {
  const chart = construct.node.scopes.reverse().find(scope => Chart.isChart(scope));
  if (!chart) {
    throw new Error(`'${construct.node.path || 'the app'}' takes part in a dependency and is in no chart; declare it between charts or what is inside of charts`);
  }
  return chart as Chart;
}

/** From the chart down to the node itself. */
function scopesInChart(node: TreeNode): TreeNode[] {
  const scopes: TreeNode[] = [];
  for (let scope: TreeNode | undefined = node; scope && scope.chart === node.chart; scope = scope.parent) { scopes.push(scope); }
  return scopes.reverse();
}

function isInside(node: TreeNode, scope: TreeNode): boolean {
  return node.index >= scope.index && node.index < scope.end;
}

/** True if both are in the same chart and one is inside the other. */
function isRelated(a: TreeNode, b: TreeNode): boolean {
  return a.chart === b.chart && (isInside(a, b) || isInside(b, a));
}
