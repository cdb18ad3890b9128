import { Block, widened } from './blocks';
import { BlockEdge } from './crowds';
import { GraphEdge } from './graph';
import { idsIn, widthSideBySide } from './joined-blocks';
import { Point } from './layout';
import { append, groupBy } from '../manifest/group-by';

/**
 * Whose place each block takes, by their indices, so that names which differ in their last number stand in its order, row by row from left to right.
 * Only blocks of one size with the same arrows change places, each with what belongs to it alone, such as its Service: the picture stays what it is,
 * but for the names.
 */
export function placesInOrder(blocks: readonly Block[], edges: readonly GraphEdge[], middleOf: (block: number) => Point): number[] {
  const units = unitsOf(blocks, edges).filter(({ block }) => numberOf(blocks[block]) !== undefined);
  const swap = (places: readonly number[], some: readonly Unit[]) => {
    const next = [...places];
    for (const twins of groupBy(some, ({ likeness }) => likeness).values()) {
      const inRows = [...twins].sort((a, b) => middleOf(a.block).y - middleOf(b.block).y || middleOf(a.block).x - middleOf(b.block).x);
      [...twins].sort((a, b) => numberOf(blocks[a.block])! - numberOf(blocks[b.block])!).forEach(({ block, satellites }, i) => {
        next[block] = places[inRows[i].block];
        satellites.forEach((satellite, k) => { next[satellite] = places[inRows[i].satellites[k]]; });
      });
    }
    return next;
  };
  // First those that are alone, such as all Secrets that one workload reads; then those that take others along.
  const alone = swap(blocks.map((_, i) => i), units.filter(({ satellites }) => satellites.length === 0));
  return swap(alone, units.filter(({ satellites }) => satellites.length > 0));
}

/** Names that differ in their last number and stand in one row in another order: which of them must stand left of which other one. */
export function mixedRows(blocks: readonly Block[], middleOf: (block: number) => Point): BlockEdge[] {
  const middles = new Map(blocks.map((block, i) => [block, middleOf(i)]));
  return [...familiesOf(blocks, block => Math.round(middles.get(block)!.y)).values()].flatMap(row => {
    const sorted = [...row].sort((a, b) => numberOf(a)! - numberOf(b)!);
    const isMixed = sorted.some((block, i) => i > 0 && middles.get(block)!.x < middles.get(sorted[i - 1])!.x);
    return isMixed ? sorted.slice(1).map(({ id }, i) => ({ from: sorted[i].id, to: id })) : [];
  });
}

/** A block with those that have arrows with it alone, by their indices. */
interface Unit {
  readonly block: number;
  readonly satellites: readonly number[];
  /** Units of one likeness can change places. */
  readonly likeness: string;
}

/** What an arrow is to the block at one of its ends. */
interface ArrowEnd {
  readonly edge: GraphEdge;
  /** The block at the other end. */
  readonly other: number | undefined;
  readonly isOut: boolean;
}

function unitsOf(blocks: readonly Block[], edges: readonly GraphEdge[]): Unit[] {
  const indices = indicesOf(blocks);
  const arrows = new Map<number, ArrowEnd[]>();
  for (const edge of edges) {
    const [from, to] = [indices.get(edge.from), indices.get(edge.to)];
    if (from !== undefined) { append(arrows, from, { edge, other: to, isOut: true }); }
    if (to !== undefined) { append(arrows, to, { edge, other: from, isOut: false }); }
  }
  const numbersOf = ([block]: readonly number[]) => block === undefined ? 0 : numberOf(blocks[block]) ?? 0;
  const countOf = (block: number) => arrows.get(block)?.length ?? 0;
  const isSatellite = (block: number | undefined, of: number) => block !== undefined && countOf(block) === 1 && countOf(of) > 1;
  const shapeOf = (block: number) => {
    const { frame, parent, width, height } = blocks[block];
    return JSON.stringify([frame !== undefined, kindAndName(blocks[block])[0], parent, width, height]);
  };
  return blocks.map((block, i) => {
    const ids = idsIn(block);
    const ends = (arrows.get(i) ?? []).map(({ edge, other, isOut }) => {
      const [here, there] = isOut ? [edge.from, edge.to] : [edge.to, edge.from];
      const belongs = isSatellite(other, i);
      const words = JSON.stringify([isOut, ids.indexOf(here), belongs ? shapeOf(other!) : there, wordsOf(edge)]);
      return { satellite: belongs ? [other!] : [], words };
    }).sort((a, b) => a.words < b.words ? -1 : a.words > b.words ? 1 : numbersOf(a.satellite) - numbersOf(b.satellite));
    const likeness = JSON.stringify([shapeOf(i), stemOf(block), ...ends.map(({ words }) => words)]);
    return { block: i, satellites: ends.flatMap(({ satellite }) => satellite), likeness };
  });
}

/** Boxes and frames of one kind and height whose names differ in their last number are as wide as the widest of them: so they can change places. */
export function inEvenWidths(blocks: readonly Block[]): Block[] {
  const widest = new Map([...familiesOf(blocks, ({ height }) => height).values()].flatMap(all => {
    const width = Math.max(...all.map(block => block.width));
    return all.map(block => [block, width] as const);
  }));
  return blocks.map(block => widened(block, widest.get(block) ?? block.width));
}

/** Graphviz begins with the order that it is given, so names that differ in their last number alone are given to it in its order. */
export function inNumberedOrder(blocks: readonly Block[]): Block[] {
  const families = familiesOf(blocks);
  const sorted = new Map([...families].map(([, all]) => [all[0], [...all].sort((a, b) => numberOf(a)! - numberOf(b)!)]));
  const next = new Map([...families.values()].flatMap(all => all.map((block, i): [Block, Block] => [block, sorted.get(all[0])![i]])));
  return blocks.map(block => next.get(block) ?? block);
}

/** Names that differ in their last number, which do not stand in one row in their order, or in several where one would be wider than something. */
export function scattered(blocks: readonly Block[], middleOf: (block: Block) => Point, widest: number): Block[][] {
  return numberedFamilies(blocks).filter(family => {
    const middles = family.map(middleOf);
    const isNext = (a: Point, b: Point) => Math.abs(a.y - b.y) < 1 ? b.x > a.x : b.y > a.y && widthSideBySide(family) > widest;
    return middles.slice(1).some((middle, i) => !isNext(middles[i], middle));
  });
}

/** Blocks of one height whose names differ in their last number alone, in its order. */
export function numberedFamilies(blocks: readonly Block[]): Block[][] {
  const families = [...familiesOf(blocks, ({ height }) => height).values()].filter(all => all.length > 1);
  return families.map(all => [...all].sort((a, b) => numberOf(a)! - numberOf(b)!));
}

/** Blocks whose names differ in their last number alone, apart by something else. */
function familiesOf(blocks: readonly Block[], apartBy: (block: Block) => unknown = () => ''): Map<string, Block[]> {
  const numbered = blocks.filter(block => numberOf(block) !== undefined);
  return groupBy(numbered, block => JSON.stringify([block.parent, kindAndName(block)[0], stemOf(block), apartBy(block)]));
}

/** The same for arrows: those of the first blocks first. */
export function inOrderOf(blocks: readonly Block[], edges: readonly GraphEdge[]): GraphEdge[] {
  const indices = indicesOf(blocks);
  const at = (id: string) => indices.get(id) ?? -1;
  return [...edges].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
}

/** For each arrow, the one whose line it takes when blocks have taken these places. */
export function linesInOrder(blocks: readonly Block[], edges: readonly GraphEdge[], places: readonly number[]): GraphEdge[] {
  const placeOf = new Map(blocks.flatMap((block, i) => {
    const there = idsIn(blocks[places[i]]);
    return idsIn(block).map((id, part): [string, string] => [id, there[part]]);
  }));
  const keyOf = (from: string, to: string, edge: GraphEdge) => JSON.stringify([from, to, wordsOf(edge)]);
  const lines = groupBy(edges, edge => keyOf(edge.from, edge.to, edge));
  return edges.map(edge => lines.get(keyOf(placeOf.get(edge.from) ?? edge.from, placeOf.get(edge.to) ?? edge.to, edge))!.shift()!);
}

/** In which block something is. */
function indicesOf(blocks: readonly Block[]): Map<string, number> {
  return new Map(blocks.flatMap((block, i) => idsIn(block).map((id): [string, number] => [id, i])));
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

function kindAndName({ frame, boxes, members }: Block): [kind: string, name: string] {
  if (members) { return ['', '']; }
  const { kind, name } = frame ? frame.group : boxes[0].node;
  return [kind, name];
}
