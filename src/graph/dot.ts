import { Graph, GraphEdge, GraphGroup, GraphNode, Tone, worstTone } from './graph';
import { groupBy } from '../manifest/group-by';
import { printable } from '../reports/printable';

/** The picture for Graphviz. @see https://graphviz.org/doc/info/lang.html */
export function dot(graph: Graph): string {
  const nodes = groupBy(graph.nodes, ({ group = '' }) => group);
  const groups = groupBy(graph.groups, ({ parent = '' }) => parent);
  const anchors = anchorsOf(graph);
  const inside = (group: string, indent: string): string[] => [
    ...(nodes.get(group) ?? []).map(node => indent + box(node)),
    ...(groups.get(group) ?? []).flatMap(one => [
      `${indent}subgraph ${quoted(`cluster ${one.id}`)} {`, `${indent}  label=${quoted(frame(one))}${framed(one)}`, ...inside(one.id, `${indent}  `),
      ...nodes.has(one.id) || groups.has(one.id) ? [] : [`${indent}  ${quoted(`${one.id} empty`)} [label="", shape=none]`], `${indent}}`,
    ]),
  ];
  return [
    'digraph system {',
    '  graph [rankdir=LR, compound=true, fontname="Helvetica", nodesep=0.3, ranksep=0.8, style=rounded, color="#8a94a6"]',
    '  node [fontname="Helvetica", fontsize=11, shape=box, style="rounded,filled", fillcolor=white, color="#4a5568"]',
    '  edge [fontname="Helvetica", fontsize=9, color="#4a5568"]',
    ...inside('', '  '),
    ...(graph.asides ?? []).map(({ title, lines }, i) => `  ${quoted(`aside ${i}`)} [shape=note, label=${quoted([title, ...lines].join('\n'))}]`),
    ...graph.edges.map(edge => `  ${arrow(edge, anchors)}`),
    ...graph.note === undefined ? [] : [`  label=${quoted(graph.note)}`],
    '}',
    '',
  ].join('\n');
}

const SHAPES: Readonly<Record<string, string>> = {
  'PersistentVolumeClaim': 'cylinder',
  'PersistentVolume': 'cylinder',
  'NFS server': 'folder',
  'directory of the node': 'folder',
  'Service': 'cds',
  'Secret': 'note',
  'ConfigMap': 'note',
};

/** What is marked. */
const MARKED: Readonly<Record<Tone, readonly string[]>> = {
  danger: ['color="#d1242f"', 'penwidth=4'],
  warning: ['color="#bf8700"', 'penwidth=3'],
  gone: ['color="#818b98"', 'penwidth=2', 'style="dashed"'],
  changed: ['color="#0969da"', 'penwidth=3'],
  added: ['color="#1a7f37"', 'penwidth=3', 'style="dotted"'],
};

function framed({ marks }: GraphGroup): string {
  const tone = worstTone(marks);
  return tone ? `; ${MARKED[tone].join('; ')}` : '';
}

function box({ id, kind, name, lines, missing, marks = [] }: GraphNode): string {
  const tone = worstTone(marks);
  const label = [kind, name, ...lines, ...missing ? ['not among the manifests'] : [], ...marks.map(({ words }) => words)].join('\n');
  const shape = Object.hasOwn(SHAPES, kind) ? [`shape=${SHAPES[kind]}`] : [];
  return `${quoted(id)} [${[`label=${quoted(label)}`, ...shape, ...missing ? ['style="dashed"'] : [], ...tone ? MARKED[tone] : []].join(', ')}]`;
}

function frame({ kind, name, lines, marks = [] }: GraphGroup): string {
  return [`${kind} ${name}`, ...lines, ...marks.map(({ words }) => words)].join('\n');
}

const STYLES: Readonly<Record<GraphEdge['about'], string>> = { requests: 'solid', data: 'bold', settings: 'dashed' };

/** Arrows of Graphviz are between boxes, and end at the border of a frame if they are told so. */
function arrow({ from, to, label, about, bothWays = false }: GraphEdge, anchors: ReadonlyMap<string, string>): string {
  const ends = [['ltail', from], ['lhead', to]].filter(([, id]) => anchors.has(id)).map(([side, id]) => `${side}=${quoted(`cluster ${id}`)}`);
  return `${quoted(anchors.get(from) ?? from)} -> ${quoted(anchors.get(to) ?? to)} [${[`label=${quoted(label)}`, `style=${STYLES[about]}`, ...bothWays ? ['dir=both'] : [], ...ends].join(', ')}]`;
}

/** A box in each frame: the middle one. */
function anchorsOf({ nodes, groups }: Graph): Map<string, string> {
  const inside = groupBy(nodes, ({ group = '' }) => group);
  return new Map(groups.map(({ id }) => {
    const all = inside.get(id) ?? [];
    // Claims are in the frame of their pods, and further away from what reaches these.
    const pods = all.filter(({ kind }) => kind === 'Pod');
    const boxes = pods.length > 0 ? pods : all;
    return [id, boxes[Math.floor(boxes.length / 2)]?.id ?? `${id} empty`];
  }));
}

function quoted(text: string): string {
  return `"${text.split('\n').map(line => printable(line).replace(/[\\"]/g, '\\$&')).join('\\n')}"`;
}
