import { GraphvizTask } from './graphviz-input';
import { groupBy } from '../manifest/group-by';

/** The parts of a picture between which no arrow runs and which no frame holds together, in the order of their first block or frame. */
export function componentsOf(task: GraphvizTask): GraphvizTask[] {
  const { blocks, frames, titles, edges, labels } = task;
  const leaders = new Map<string, string>();
  const find = (id: string): string => {
    let leader = id;
    while (leaders.has(leader)) { leader = leaders.get(leader)!; }
    // What was passed is shortened, so that the next walk is short.
    for (let at = id; at !== leader;) {
      const next = leaders.get(at)!;
      leaders.set(at, leader);
      at = next;
    }
    return leader;
  };
  const join = (a: string, b: string) => {
    const [first, second] = [find(a), find(b)];
    if (first !== second) { leaders.set(second, first); }
  };
  for (const { id, parent, boxes } of blocks) {
    if (parent !== undefined) { join(parent, id); }
    for (const { node } of boxes) { if (node.id !== id) { join(id, node.id); } }
  }
  edges.forEach(({ from, to }) => join(from, to));
  const [framesIn, blocksIn] = [groupBy(frames, ({ id }) => find(id)), groupBy(blocks, ({ id }) => find(id))];
  const edgesIn = groupBy(edges.map((edge, i) => ({ edge, label: labels[i] })), ({ edge }) => find(edge.from));
  return [...new Set([...framesIn.keys(), ...blocksIn.keys()])].map(leader => {
    const inside = edgesIn.get(leader) ?? [];
    const [own, around] = [blocksIn.get(leader) ?? [], framesIn.get(leader) ?? []];
    return { blocks: own, frames: around, titles, edges: inside.map(({ edge }) => edge), labels: inside.map(({ label }) => label) };
  });
}
