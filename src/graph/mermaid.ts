import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';
import { groupBy } from '../manifest/group-by';
import { printable } from '../reports/printable';

/** The picture as Mermaid has it: GitHub and GitLab show it in Markdown. @see https://mermaid.js.org/syntax/flowchart.html */
export function mermaid(graph: Graph): string {
  const names = new Map([...graph.nodes, ...graph.groups].map(({ id }, index) => [id, `n${index}`]));
  const nodes = groupBy(graph.nodes, ({ group = '' }) => group);
  const groups = groupBy(graph.groups, ({ parent = '' }) => parent);
  const inside = (group: string, indent: string): string[] => [
    ...(nodes.get(group) ?? []).map(node => indent + box(node, names.get(node.id)!)),
    ...(groups.get(group) ?? []).flatMap(one => [`${indent}subgraph ${names.get(one.id)!}["${frame(one)}"]`, ...inside(one.id, `${indent}  `), `${indent}end`]),
  ];
  const dashed = graph.nodes.filter(({ missing }) => missing).map(({ id }) => names.get(id)!);
  return [
    ...graph.note === undefined ? [] : [`%% ${printable(graph.note)}`],
    'flowchart LR',
    ...inside('', '  '),
    ...graph.edges.map(edge => `  ${arrow(edge, names)}`),
    ...dashed.length > 0 ? ['  classDef missing stroke-dasharray: 5 5', `  class ${dashed.join(',')} missing`] : [],
    '',
  ].join('\n');
}

function box({ kind, name, lines, missing }: GraphNode, id: string): string {
  const text = [kind, ...[name, ...lines, ...missing ? ['not among the manifests'] : []]].map(escaped).join('<br>');
  switch (kind) {
    case 'PersistentVolumeClaim': case 'PersistentVolume': case 'NFS server': return `${id}[("${text}")]`;
    case 'Service': return `${id}(["${text}"])`;
    default: return `${id}["${text}"]`;
  }
}

function frame({ kind, name, lines }: GraphGroup): string {
  return [`${kind} ${name}`, ...lines].map(escaped).join('<br>');
}

const ARROWS: Readonly<Record<GraphEdge['about'], string>> = { requests: '-->', data: '==>', settings: '-.->' };

function arrow({ from, to, label, about }: GraphEdge, names: ReadonlyMap<string, string>): string {
  return `${names.get(from)} ${ARROWS[about]}${label === '' ? '' : `|"${escaped(label)}"|`} ${names.get(to)}`;
}

/** Text that stays text, whatever it holds. */
function escaped(text: string): string {
  return printable(text).replace(/[#"<>&`\\[\]{}|]/g, character => `#${character.charCodeAt(0)};`);
}
