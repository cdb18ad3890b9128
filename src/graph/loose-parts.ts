import { Block } from './blocks';
import { BlockEdge } from './crowds';
import { GraphEdge } from './graph';
import { blockEdges, GraphvizTask } from './graphviz-input';
import { append, groupBy } from '../manifest/group-by';

/** A picture without the parts of its frames that have nothing to do with the rest; and these parts. */
export interface Loosened {
  readonly rest: GraphvizTask;
  readonly parts: readonly GraphvizTask[];
}

/** Parts the largest of which stays, and all of a frame from which an arrow leads to the outside. */
export function loosened(task: GraphvizTask): Loosened {
  const { blocks, frames, titles } = task;
  const edges = blockEdges(task);
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const parts = [...partsOf(blocks, edges).values()];
  const isInside = (part: readonly Block[]) => {
    const [{ parent: frame }] = part;
    return frame !== undefined && !ends.has(frame) && part.every(({ parent }) => parent === frame);
  };
  const insides = groupBy(parts.filter(isInside), ([{ parent }]) => parent!);
  const loose = [...insides].flatMap(([frame, some]) => {
    const all = blocks.filter(({ parent }) => parent === frame).length;
    const isWhole = some.reduce((sum, part) => sum + part.length, 0) === all;
    return isWhole ? some.filter(part => part !== largest(some)) : some;
  });
  const taken = new Set(loose.flat());
  const partIn = new Map(loose.flatMap((part, i) => part.map(({ id }) => [id, i] as const)));
  const pairs = task.edges.map((edge, i) => ({ edge, label: task.labels[i], part: partIn.get(edges[i].from) }));
  const taskOf = (some: readonly Block[], i: number | undefined) => {
    const own = pairs.filter(({ part }) => part === i);
    return { blocks: some, titles, edges: own.map(({ edge }): GraphEdge => edge), labels: own.map(({ label }) => label) };
  };
  return {
    rest: { ...taskOf(blocks.filter(block => !taken.has(block)), undefined), frames },
    parts: loose.map((part, i) => ({ ...taskOf(part, i), frames: [] })),
  };
}

function largest(parts: readonly (readonly Block[])[]): readonly Block[] {
  const sizeOf = (part: readonly Block[]) => part.reduce((sum, { width, height }) => sum + width * height, 0);
  return parts.reduce((a, b) => sizeOf(b) > sizeOf(a) ? b : a);
}

/** Blocks that arrows hold together, by one of them. */
function partsOf(blocks: readonly Block[], edges: readonly BlockEdge[]): Map<string, Block[]> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    append(neighbours, from, to);
    append(neighbours, to, from);
  }
  const leaders = new Map<string, string>();
  for (const { id } of blocks) {
    if (leaders.has(id)) { continue; }
    const found = new Set([id]);
    for (const one of found) { (neighbours.get(one) ?? []).forEach(other => found.add(other)); }
    found.forEach(one => leaders.set(one, id));
  }
  return groupBy(blocks, ({ id }) => leaders.get(id)!);
}
