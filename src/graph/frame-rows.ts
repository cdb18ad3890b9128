import { Block } from './blocks';
import { BlockEdge, GAP, WIDEST_ROW } from './crowds';
import { append, groupBy } from '../manifest/group-by';

/** Blocks of a frame that have to do with each other. */
interface Part {
  readonly layers: readonly (readonly Block[])[];
  readonly width: number;
}

/**
 * Parts of a frame that have nothing to do with each other nor with what is outside stand in rows where side by side they are too wide, below
 * the rest of the frame. What is returned is which block must stand above which other one.
 */
export function rowsInFrames(blocks: readonly Block[], edges: readonly BlockEdge[]): BlockEdge[] {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const frames = groupBy(blocks.filter(({ id, parent }) => parent !== undefined && linked.has(id)), ({ parent }) => parent!);
  const partOf = partsOf(blocks, edges);
  const framesOf = groupBy([...linked], id => partOf(id));
  const parentOf = new Map(blocks.map(({ id, parent }) => [id, parent]));
  const isInside = (part: string, frame: string) => framesOf.get(part)!.every(id => parentOf.get(id) === frame);
  return [...frames].flatMap(([frame, inside]) => {
    const parts = groupBy(inside, ({ id }) => isInside(partOf(id), frame) ? partOf(id) : '');
    // What leads out of the frame comes first.
    const sorted = [...parts].sort(([a], [b]) => Number(b === '') - Number(a === '')).map(([, part]) => layered(part, edges));
    const rows = shelved(sorted);
    return rows.slice(1).flatMap((row, i) => row.map(({ layers: [[top]] }, k) => ({ from: bottomOf(rows[i], k), to: top.id })));
  });
}

/** What stands at the bottom of the part that is above, or of the last one of its row. */
function bottomOf(row: readonly Part[], place: number): string {
  return row[Math.min(place, row.length - 1)].layers.at(-1)![0].id;
}

function shelved(parts: readonly Part[]): Part[][] {
  const rows: Part[][] = [];
  let left = 0;
  for (const part of parts) {
    if (part.width > left || rows.length === 0) {
      rows.push([]);
      left = WIDEST_ROW;
    }
    rows.at(-1)!.push(part);
    left -= part.width + GAP;
  }
  return rows;
}

/** Which part a block belongs to, by the id of one of its blocks. */
function partsOf(blocks: readonly Block[], edges: readonly BlockEdge[]): (id: string) => string {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    append(neighbours, from, to);
    append(neighbours, to, from);
  }
  const parts = new Map<string, string>();
  for (const { id } of blocks) {
    if (parts.has(id)) { continue; }
    const found = new Set([id]);
    for (const one of found) { (neighbours.get(one) ?? []).forEach(other => found.add(other)); }
    found.forEach(one => parts.set(one, id));
  }
  return id => parts.get(id) ?? id;
}

/** The blocks of a part from top to bottom, as Graphviz will rank them: each below all that lead to it. */
export function layered(blocks: readonly Block[], edges: readonly BlockEdge[]): Part {
  const own = new Set(blocks.map(({ id }) => id));
  const inside = edges.filter(({ from, to }) => own.has(from) && own.has(to) && from !== to);
  const outgoing = groupBy(inside, ({ from }) => from);
  const waiting = new Map([...groupBy(inside, ({ to }) => to)].map(([id, all]) => [id, all.length]));
  const ranks = new Map(blocks.filter(({ id }) => !waiting.has(id)).map(({ id }) => [id, 0]));
  for (const [id] of ranks) {
    for (const { to } of outgoing.get(id) ?? []) {
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) { ranks.set(to, ranks.get(id)! + 1); }
    }
  }
  const layers = [...groupBy(blocks, ({ id }) => ranks.get(id) ?? 0)].sort(([a], [b]) => a - b).map(([, layer]) => layer);
  return { layers, width: Math.max(0, ...layers.map(layer => layer.reduce((sum, { width }) => sum + width + GAP, -GAP))) };
}
