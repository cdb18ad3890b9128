import { Block } from './blocks';
import { WIDEST_ROW } from './crowds';
import { Area, Drawn } from './layout';
import { movedArrow } from './moved';

/** Between blocks that are one block for Graphviz. */
const GAP = 20;

/** Blocks side by side that are one block for Graphviz, so that they stay in a row and in their order. */
export function sideBySide(blocks: readonly Block[]): Block {
  const height = Math.max(...blocks.map(block => block.height));
  let x = 0;
  const members = blocks.map(block => {
    const member = { block, x, y: (height - block.height) / 2 };
    x += block.width + GAP;
    return member;
  });
  return { id: `row of ${blocks[0].id}`, ...blocks[0].parent !== undefined && { parent: blocks[0].parent }, width: x - GAP, height, boxes: [], arrows: [], members };
}

/** The same blocks, of which those of a family are one block for each row. */
export function inRows(blocks: readonly Block[], families: readonly (readonly Block[])[]): Block[] {
  const rows = new Map(families.flatMap(family => rowsOf(family).map((row): [Block, Block] => [row[0], sideBySide(row)])));
  const members = new Set(families.flat());
  return blocks.flatMap(block => rows.get(block) ?? (members.has(block) ? [] : [block]));
}

function rowsOf(family: readonly Block[]): Block[][] {
  const perRow = Math.ceil(family.length / Math.ceil(widthSideBySide(family) / WIDEST_ROW));
  return Array.from({ length: Math.ceil(family.length / perRow) }, (_, row) => family.slice(row * perRow, (row + 1) * perRow));
}

/** How wide some blocks are side by side. */
export function widthSideBySide(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/** Everything in a block that arrows may lead to: itself, what is in its frame, and the same of its members. */
export function idsIn({ id, frame, boxes, members = [] }: Block): string[] {
  return [id, ...frame ? boxes.map(({ node }) => node.id) : [], ...members.flatMap(({ block }) => idsIn(block))];
}

/** A part of a picture that has been drawn already, as one block. */
export function joined(blocks: readonly Block[], { areas, arrows, width, height }: Drawn): Block {
  const members = blocks.map(block => ({ block, x: areas.get(block.id)!.x, y: areas.get(block.id)!.y }));
  return { id: `part of ${blocks[0].id}`, ...blocks[0].parent !== undefined && { parent: blocks[0].parent }, width, height, boxes: [], arrows, members };
}

/** The same picture, in which members are blocks of their own again. */
export function split(blocks: readonly Block[], drawn: Drawn): Drawn {
  const some = blocks.filter(({ members }) => members);
  const inside = some.flatMap(({ id, members = [] }) => members.map(({ block, x, y }): [string, Area] => {
    const area = drawn.areas.get(id)!;
    return [block.id, { x: area.x + x, y: area.y + y, width: block.width, height: block.height }];
  }));
  const arrows = some.flatMap(({ id, arrows: own }) => own.map(arrow => movedArrow(arrow, drawn.areas.get(id)!.x, drawn.areas.get(id)!.y)));
  return { ...drawn, areas: new Map([...drawn.areas, ...inside]), arrows: [...drawn.arrows, ...arrows] };
}
