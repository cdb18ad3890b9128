import { boxText, placedText, WIDEST } from './box-text';
import { Arrangement, claimsBelow, claimsBeside, Column, columnsOf } from './columns';
import { SERVICES, SETTINGS } from './compact';
import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';
import { boxAt, heightOf, PADDING } from './laid-box';
import { LaidArrow, LaidBox, LaidFrame } from './layout';
import { moved, movedArrow, movedBox } from './moved';
import { rowsOfBoxes, stacked } from './stack';
import { groupBy } from '../manifest/group-by';

const TITLE_GAP = 7;
const WIDEST_TITLE = 420;
/** Where claims side by side are wider than this, they are below each other. */
const WIDEST_CLAIMS = 1000;
/** Where pods of one row, each with a claim or none, are wider than this, they stand in several. */
const WIDEST_PODS = 1250;

/** What is put into its place as one: a box, or the frame of a workload with its pods and, below each of them, its claims. */
export interface Block {
  readonly id: string;
  /** The frame around it. @default - none */
  readonly parent?: string;
  readonly width: number;
  readonly height: number;
  /** What is in it, from its left upper corner. */
  readonly frame?: LaidFrame;
  readonly boxes: readonly LaidBox[];
  readonly arrows: readonly LaidArrow[];
  /** Of blocks that are one for Graphviz: each, and where it is from the left upper corner. @default - it is a block of its own */
  readonly members?: readonly { readonly block: Block; readonly x: number; readonly y: number }[];
}

/** The blocks of a picture. Whatever is in a frame that is no namespace belongs to the block of this frame. */
export function blocksOf({ nodes, groups, edges }: Graph): Block[] {
  const inside = groupBy(nodes, ({ group = '' }) => group);
  const workloads = new Map(groups.filter(({ kind }) => kind !== 'Namespace').map(group => [group.id, group]));
  const outgoing = groupBy(edges, ({ from }) => from);
  return [
    ...[...workloads.values()].map(group => workloadBlock(group, inside.get(group.id) ?? [], outgoing)),
    ...nodes.filter(({ group = '' }) => !workloads.has(group)).map(singleBlock),
  ];
}

function singleBlock(node: GraphNode): Block {
  const text = boxText(node);
  const [width, height] = [Math.ceil(text.width) + 2 * PADDING, heightOf(text)];
  return { id: node.id, parent: node.group, width, height, boxes: [boxAt(node, text, 0, 0, width, height)], arrows: [] };
}

function workloadBlock(group: GraphGroup, nodes: readonly GraphNode[], outgoing: ReadonlyMap<string, readonly GraphEdge[]>): Block {
  const [services, settings] = [SERVICES, SETTINGS].map(kinds => nodes.filter(({ kind }) => kinds.includes(kind)));
  const columns = columnsOf(nodes.filter(({ kind }) => !SERVICES.includes(kind) && !SETTINGS.includes(kind)), outgoing);
  const beside = claimsBeside(columns);
  // Below each other, only the last claims have room for an arrow of their own.
  const isTied = columns.some(({ below }) => below.some(({ node }) => outgoing.has(node.id)));
  const below = beside.width <= WIDEST_CLAIMS || isTied ? beside : claimsBelow(columns);
  const narrower = below.width < beside.width ? below : beside;
  const pods = narrower === beside && !isTied ? inRows(columns, beside) : narrower;
  const widest = Math.max(pods.width, WIDEST_TITLE);
  return framed(group, stacked([rowsOfBoxes(services, widest), pods, rowsOfBoxes(settings, widest)].filter(({ boxes }) => boxes.length > 0)));
}

/** Pods with their claims in several rows where one is wider than a screen, the first ordinals above. */
function inRows(columns: readonly Column[], inOne: Arrangement): Arrangement {
  const perRow = Math.ceil(columns.length / Math.max(1, Math.ceil(inOne.width / WIDEST_PODS)));
  const rows = Array.from({ length: Math.ceil(columns.length / perRow) }, (_, row) => columns.slice(row * perRow, (row + 1) * perRow));
  return rows.length <= 1 ? inOne : stacked(rows.map(claimsBeside));
}

/** The frame around what was put together, with its title above. */
function framed(group: GraphGroup, inside: Pick<Block, 'width' | 'height' | 'boxes' | 'arrows'>): Block {
  const title = boxText(group, Math.min(Math.max(WIDEST, inside.width), WIDEST_TITLE));
  const width = Math.max(inside.width, Math.ceil(title.width)) + 2 * PADDING;
  const top = Math.ceil(title.height) + PADDING + TITLE_GAP;
  const height = top + inside.height;
  // A long title makes a frame wider than what is in it.
  const left = (width - inside.width) / 2;
  return {
    id: group.id,
    parent: group.parent,
    width,
    height,
    frame: { group, x: 0, y: 0, width, height, text: placedText(title, 0, PADDING, width, 'middle') },
    boxes: inside.boxes.map(one => movedBox(one, left, top)),
    arrows: inside.arrows.map(one => movedArrow(one, left, top)),
  };
}

/** The same block with more room on both sides. */
export function widened(block: Block, width: number): Block {
  const dx = (width - block.width) / 2;
  if (dx <= 0) { return block; }
  const { frame, boxes, arrows } = block;
  return {
    ...block,
    width,
    ...frame && { frame: { ...frame, width, text: moved(frame.text, dx, 0) } },
    boxes: boxes.map(one => frame ? movedBox(one, dx, 0) : { ...one, width, text: moved(one.text, dx, 0) }),
    arrows: arrows.map(arrow => movedArrow(arrow, dx, 0)),
  };
}
