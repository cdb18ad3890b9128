import { GraphEdge, GraphGroup, GraphMark, GraphNode, isMaking, TONES } from './graph';
import { replicasOf } from '../kubernetes/workload';
import { groupBy } from '../manifest/group-by';

/** What is known of a picture when its workloads are folded. */
export interface FoldedFacts {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** The ids of what becomes one box, by the id of the workload. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly outgoing: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** What a workload says in one box: how many pods, which Services, where its data is, and what its frame says. */
export function foldedLines({ id, kind, lines, object }: Omit<GraphGroup, 'parent'>, facts: FoldedFacts): string[] {
  const parts = facts.parts.get(id) ?? [];
  const arrows = parts.flatMap(part => facts.outgoing.get(part) ?? []);
  const targets = arrows.flatMap(({ to }) => facts.nodes.get(to) ?? []);
  const claims = [...new Set(targets.filter(node => node.kind === 'PersistentVolumeClaim'))];
  const settingsOf = (some: readonly GraphEdge[]) => [...new Set(some.flatMap(({ to }) => facts.nodes.get(to) ?? []).filter(node => ['Secret', 'ConfigMap'].includes(node.kind)))];
  const [made, read] = [arrows.filter(isMaking), arrows.filter(edge => !isMaking(edge))].map(settingsOf);
  const services = parts.flatMap(part => facts.nodes.get(part) ?? []).filter(node => node.kind === 'Service');
  const count = object && !['Pod', 'DaemonSet'].includes(kind) ? replicasOf(object) : 1;
  return [
    ...count > 1 ? [`${count} pods`] : [],
    ...claims.length > 0 ? [`data: ${sizesOf(claims)}${classesOf(claims, facts)}`] : [],
    ...services.length > 0 ? [`Service${services.length > 1 ? 's' : ''} ${services.map(({ name }) => name).join(', ')}`] : [],
    ...read.length > 0 ? [`reads ${firstTwo(read)}`] : [],
    ...made.length > 0 ? [`makes ${firstTwo(made)}`] : [],
    ...lines.filter(line => !line.startsWith('spread') && !line.startsWith('pods keep apart')),
  ];
}

function firstTwo(nodes: readonly GraphNode[]): string {
  return `${nodes.map(({ name }) => name).slice(0, 2).join(', ')}${nodes.length > 2 ? ` and ${nodes.length - 2} more` : ''}`;
}

function sizesOf(claims: readonly GraphNode[]): string {
  return [...new Set(claims.map(({ lines, name }) => lines[0]?.split(' · ')[0] || name))].join(', ');
}

function classesOf(claims: readonly GraphNode[], { nodes, outgoing }: FoldedFacts): string {
  const classes = new Set(claims.flatMap(({ id }) => outgoing.get(id) ?? []).flatMap(({ to }) => nodes.get(to) ?? []).filter(({ kind }) => kind === 'StorageClass').map(({ name }) => name));
  return classes.size > 0 ? ` of ${[...classes].join(', ')}` : '';
}

/** A box says no more than this of what is marked in it. */
const MOST_MARKS = 4;

/** The marks of a workload and of what is folded into it, worst first: those of a part say of which, and each is told once. */
export function marksOf({ id, marks = [] }: Omit<GraphGroup, 'parent'>, { parts, nodes }: FoldedFacts): GraphMark[] {
  // The order in which pods restart is told by their workload, and so is what becomes of claims that it names.
  const named = new Set(marks.flatMap(({ words }) => words.split(/[^\w.-]+/)));
  const isTold = ({ kind, name }: GraphNode) => kind === 'Pod' ? marks.length > 0 : kind === 'PersistentVolumeClaim' && named.has(name);
  const told = (parts.get(id) ?? []).flatMap(part => nodes.get(part) ?? []).filter(node => !isTold(node));
  const all = told.flatMap(node => (node.marks ?? []).map(mark => ({ node, mark })));
  const alike = groupBy(all, ({ node, mark }) => JSON.stringify([node.kind, mark.tone, mark.words]));
  const ofParts = [...alike.values()].map(([{ node, mark }, ...more]): GraphMark =>
    ({ ...mark, words: `${node.kind} ${node.name}${more.length > 0 ? ` and ${more.length} more` : ''}: ${mark.words}` }));
  const sorted = [...marks, ...ofParts].sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
  return sorted.length <= MOST_MARKS ? sorted : [...sorted.slice(0, MOST_MARKS - 1), { tone: sorted[MOST_MARKS - 1].tone, words: `and ${sorted.length - MOST_MARKS + 1} more` }];
}
