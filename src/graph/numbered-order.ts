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
    return JSON.stringify([frame !== undefined, kindAndName(blocks[i])[0], stemOf(blocks[i]), parent, width, height, idsOf(blocks[i]).map(arrowsAt)]);
  });
  for (const all of twins.values()) {
    const fromLeft = [...all].sort((a, b) => xOf(a) - xOf(b));
    [...all].sort((a, b) => numberOf(blocks[a])! - numberOf(blocks[b])!).forEach((block, i) => { places[block] = fromLeft[i]; });
  }
  return places;
}

/** Graphviz begins with the order that it is given, so names that differ in their last number alone are given to it in its order. */
export function inNumberedOrder(blocks: readonly Block[]): Block[] {
  const numbered = blocks.filter(block => numberOf(block) !== undefined);
  const families = groupBy(numbered, block => JSON.stringify([block.parent, kindAndName(block)[0], stemOf(block)]));
  const sorted = new Map([...families].map(([, all]) => [all[0], [...all].sort((a, b) => numberOf(a)! - numberOf(b)!)]));
  const next = new Map([...families.values()].flatMap(all => all.map((block, i): [Block, Block] => [block, sorted.get(all[0])![i]])));
  return blocks.map(block => next.get(block) ?? block);
}

/** The same for arrows: those of the first blocks first. */
export function inOrderOf(blocks: readonly Block[], edges: readonly GraphEdge[]): GraphEdge[] {
  const indices = new Map(blocks.flatMap((block, i) => idsOf(block).map((id): [string, number] => [id, i])));
  const at = (id: string) => indices.get(id) ?? -1;
  return [...edges].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
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

/** The number at the end of a name. */
function numberOf(block: Block): number | undefined {
  const found = /-(\d{1,9})$/.exec(kindAndName(block)[1]);
  return found ? Number(found[1]) : undefined;
}

function stemOf(block: Block): string {
  return kindAndName(block)[1].replace(/\d+$/, '');
}

function kindAndName({ frame, boxes }: Block): [kind: string, name: string] {
  const { kind, name } = frame ? frame.group : boxes[0].node;
  return [kind, name];
}
