import { Graph, GraphEdge, GraphGroup, GraphNode, Tone, worstTone } from './graph';
import { shortText } from './short-text';
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
  const asides = (graph.asides ?? []).map(({ title, lines }, i) => `  aside${i}["${[title, ...lines].map(escaped).join('<br>')}"]`);
  const tones = groupBy([...graph.nodes, ...graph.groups].filter(({ marks = [] }) => marks.length > 0), ({ marks }) => worstTone(marks)!);
  const dashed = graph.nodes.filter(({ missing }) => missing).map(({ id }) => names.get(id)!);
  return [
    ...graph.note === undefined ? [] : [`%% ${printable(graph.note)}`],
    'flowchart LR',
    ...inside('', '  '),
    ...graph.edges.map(edge => `  ${arrow(edge, names)}`),
    ...dashed.length > 0 ? ['  classDef missing stroke-dasharray: 5 5', `  class ${dashed.join(',')} missing`] : [],
    ...asides,
    ...[...tones].flatMap(([tone, marked]) => [`  classDef ${tone} ${STYLES[tone]}`, `  class ${marked.map(({ id }) => names.get(id)).join(',')} ${tone}`]),
    '',
  ].join('\n');
}

/** Mermaid draws no more than this where nobody tells it otherwise, and GitHub and GitLab do not. @see https://mermaid.js.org/config/schema-docs/config.html */
const MOST_LETTERS = 50_000;
const MOST_ARROWS = 500;

/** Why a page would show an error in place of this picture. */
export function tooLargeForMermaid(text: string, { edges }: Graph): string | undefined {
  const sizes = [[text.length, MOST_LETTERS, 'letters'], [edges.length, MOST_ARROWS, 'arrows']] as const;
  const tooLarge = sizes.filter(([size, most]) => size > most).map(([size, most, what]) => `${size} ${what} are more than ${most}`);
  return tooLarge.length > 0 ? `Mermaid draws no picture of this size unless it is told to: ${tooLarge.join(', ')}` : undefined;
}

/** What is marked, in the colours of light and of dark pages, and told apart without colours. */
const STYLES: Readonly<Record<Tone, string>> = {
  danger: 'stroke:#d1242f,stroke-width:4px',
  warning: 'stroke:#bf8700,stroke-width:3px,stroke-dasharray:12 3',
  gone: 'stroke:#818b98,stroke-width:2px,stroke-dasharray:3 5',
  changed: 'stroke:#0969da,stroke-width:3px',
  added: 'stroke:#1a7f37,stroke-width:3px,stroke-dasharray:2 3',
};

function box({ kind, name, lines, missing, marks = [] }: GraphNode, id: string): string {
  const text = [kind, name, ...lines, ...missing ? ['not among the manifests'] : [], ...marks.map(({ words }) => words)].map(escaped).join('<br>');
  switch (kind) {
    case 'PersistentVolumeClaim': case 'PersistentVolume': case 'NFS server': return `${id}[("${text}")]`;
    case 'Service': return `${id}(["${text}"])`;
    default: return `${id}["${text}"]`;
  }
}

function frame({ kind, name, lines, marks = [] }: GraphGroup): string {
  return [`${kind} ${name}`, ...lines, ...marks.map(({ words }) => words)].map(escaped).join('<br>');
}

const ARROWS: Readonly<Record<GraphEdge['about'], string>> = { requests: '-->', data: '==>', settings: '-.->' };

function arrow({ from, to, label, about, bothWays = false }: GraphEdge, names: ReadonlyMap<string, string>): string {
  return `${names.get(from)} ${bothWays ? '<' : ''}${ARROWS[about]}${label === '' ? '' : `|"${escaped(label)}"|`} ${names.get(to)}`;
}

/** Two dollars begin a formula and `fa:fa-` an icon, also where their letters are written as numbers: a joiner, which has no width, parts them. */
const WORD_JOINER = '\u2060';

/** Text that stays text, whatever it holds. */
function escaped(text: string): string {
  return shortText(text)
    .replace(/\$(?=\$)|:(?=fa-)/g, character => character + WORD_JOINER)
    .replace(/[#"<>&`\\[\]{}|]/g, character => `#${character.charCodeAt(0)};`);
}
