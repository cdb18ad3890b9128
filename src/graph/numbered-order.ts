import { Block } from './blocks';
import { GraphEdge } from './graph';
import { groupBy } from '../manifest/group-by';

/**
 * Whose place each block takes, by their indices, so that names which differ in their last number stand in its order from left to right.
 * Only blocks of one size with the same arrows change places: the picture stays what it is, but for the names.
 */
export function placesInOrder(blocks: readonly Block[], edges: readonly GraphEdge[], xOf: (block: number) => number): number[] {
  const [outgoing, incoming] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
  const arrowsAt = (id: string) => [
    ...(outgoing.get(id) ?? []).map(edge => `to ${edge.to} ${wordsOf(edge)}`), ...(incoming.get(id) ?? []).map(edge => `from ${edge.from} ${wordsOf(edge)}`),
  ].sort();
  const places = blocks.map((_, i) => i);
  const twins = groupBy(places.filter(i => numberOf(blocks[i]) !== undefined), i => {
    const { parent, width, height, frame } = blocks[i];
    return JSON.stringify([frame!.group.kind, frame!.group.name.replace(/\d+$/, ''), parent, width, height, idsOf(blocks[i]).map(arrowsAt)]);
  });
  for (const all of twins.values()) {
    const fromLeft = [...all].sort((a, b) => xOf(a) - xOf(b));
    [...all].sort((a, b) => numberOf(blocks[a])! - numberOf(blocks[b])!).forEach((block, i) => { places[block] = fromLeft[i]; });
  }
  return places;
}

/** For each arrow, the one whose line it takes when blocks have taken these places. */
export function linesInOrder(blocks: readonly Block[], edges: readonly GraphEdge[], places: readonly number[]): GraphEdge[] {
  const placeOf = new Map(blocks.flatMap((block, i) => {
    const there = idsOf(blocks[places[i]]);
    return idsOf(block).map((id, part): [string, string] => [id, there[part]]);
  }));
  const keyOf = (from: string, to: string, edge: GraphEdge) => JSON.stringify([from, to, wordsOf(edge)]);
  const lines = groupBy(edges, edge => keyOf(edge.from, edge.to, edge));
  return edges.map(edge => lines.get(keyOf(placeOf.get(edge.from) ?? edge.from, placeOf.get(edge.to) ?? edge.to, edge))!.shift()!);
}

/** The block itself, and what is in it. */
function idsOf({ id, frame, boxes }: Block): string[] {
  return frame ? [id, ...boxes.map(({ node }) => node.id)] : [id];
}

function wordsOf({ label, about, tone }: GraphEdge): string {
  return JSON.stringify([label, about, tone]);
}

/** The number at the end of a workload's name. */
function numberOf({ frame }: Block): number | undefined {
  const found = /-(\d{1,9})$/.exec(frame?.group.name ?? '');
  return found ? Number(found[1]) : undefined;
}
