import { Graph, GraphGroup, GraphNode } from './graph';
import { PageData, PageItem } from './page/data';
import { pageYaml } from './page-yaml';
import { Manifest } from '../kubernetes/manifest';
import { append } from '../manifest/group-by';
import { titleOf } from '../manifest/inventory';
import { printable } from '../reports/printable';

/**
 * What the page knows of a picture.
 *
 * @param systems the part of each workload, in the order of the groups
 */
export function pageData(graph: Graph, systems: readonly Graph[]): PageData {
  const groups = new Map(graph.groups.map(group => [group.id, group]));
  const workloads = graph.groups.filter(({ kind }) => kind !== 'Namespace');
  const all: (GraphGroup | GraphNode)[] = [...workloads, ...graph.nodes];
  const indices = new Map(all.map(({ id }, index) => [id, index]));
  const systemsOf = new Map<string, number[]>();
  systems.forEach((part, system) => [...part.nodes, ...part.groups].forEach(({ id }) => append(systemsOf, id, system)));
  const yaml = new Yaml();
  const items = all.map((one): PageItem => {
    const { id, kind, name, lines, object, marks = [] } = one;
    const namespace = namespaceOf(one, groups);
    const isMissing = 'missing' in one && one.missing;
    return {
      id: printable(id),
      kind: printable(kind),
      name: printable(name),
      ...namespace !== undefined && { namespace: printable(namespace) },
      lines: [...lines, ...isMissing ? ['not among the manifests'] : []].map(printable),
      systems: systemsOf.get(id) ?? [],
      ...'group' in one && one.group !== undefined && indices.has(one.group) && { within: indices.get(one.group)! },
      ...object && { yaml: yaml.indexOf(object) },
      ...marks.length > 0 && { marks: marks.map(({ tone, words }) => ({ tone, words: printable(words) })) },
      ...object && 'derived' in one && one.derived && { madeOf: printable(titleOf(object)) },
    };
  });
  const arrows = graph.edges.flatMap(({ from, to, label }) => {
    const [tail, head] = [indices.get(from), indices.get(to)];
    return tail === undefined || head === undefined ? [] : [{ from: tail, to: head, label: printable(label) }];
  });
  const namespaces = [...new Set(items.flatMap(({ namespace }) => namespace ?? []))];
  const asides = (graph.asides ?? []).map(({ title, lines }) => ({ title: printable(title), lines: lines.map(printable) }));
  return { items, arrows, yaml: yaml.texts, systems: workloads.map((_, index) => index), namespaces, asides };
}

/** The name of the namespace whose frame is around something. */
function namespaceOf(one: GraphGroup | GraphNode, groups: ReadonlyMap<string, GraphGroup>): string | undefined {
  const around = groups.get(('parent' in one ? one.parent : 'group' in one ? one.group : undefined) ?? '');
  return around === undefined || around.kind === 'Namespace' ? around?.name : namespaceOf(around, groups);
}

/** Each object once, however many boxes are made of it. */
class Yaml {
  public readonly texts: string[] = [];
  private readonly indices = new Map<Manifest, number>();

  public indexOf(object: Manifest): number {
    const known = this.indices.get(object);
    if (known !== undefined) { return known; }
    this.indices.set(object, this.texts.length);
    return this.texts.push(pageYaml(object)) - 1;
  }
}
