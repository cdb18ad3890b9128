import { BoxText, boxText, placedText, textBlock, WIDEST } from './box-text';
import { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';
import { LaidArrow, LaidBox, LaidFrame } from './layout';
import { groupBy } from '../manifest/group-by';

export const PADDING = 10;
const GAP = 14;
/** Between a pod and its claims: an arrow with a word beside it. */
const SHORTEST_ARROW = 34;
const WIDEST_WORD = 110;
const WIDEST_TITLE = 420;
/** Arrow heads have this length. */
const HEAD = 9;

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
  return { id: node.id, parent: node.group, width, height, boxes: [box(node, text, 0, 0, width, height)], arrows: [] };
}

/** Room for the lid of a drum is in each box, so that boxes in a row are alike. */
function heightOf(text: BoxText): number {
  return Math.ceil(text.height) + 2 * PADDING + 4;
}

function box(node: GraphNode, text: BoxText, x: number, y: number, width: number, height: number): LaidBox {
  return { node, x, y, width, height, text: placedText(text, x, y + 4 + (height - 4 - text.height) / 2, width, 'middle') };
}

/** A pod with the claims that are below it. */
interface Column {
  readonly top: GraphNode;
  readonly below: readonly { readonly node: GraphNode; readonly edge: GraphEdge }[];
}

function workloadBlock(group: GraphGroup, nodes: readonly GraphNode[], outgoing: ReadonlyMap<string, readonly GraphEdge[]>): Block {
  const columns = columnsOf(nodes, outgoing);
  const texts = new Map(nodes.map(node => [node.id, boxText(node)]));
  const words = new Map(columns.flatMap(({ below }) => below).map(({ edge }) => [edge, textBlock([[edge.label, 'line']], WIDEST_WORD)]));
  const gap = Math.max(SHORTEST_ARROW, ...[...words.values()].map(({ height }) => Math.ceil(height) + HEAD + 6));
  const widthOf = ({ id }: GraphNode, word = 0) => Math.ceil(Math.max(texts.get(id)!.width + 2 * PADDING, word && 2 * (word + 8)));
  const highest = (some: readonly GraphNode[]) => Math.max(0, ...some.map(({ id }) => heightOf(texts.get(id)!)));
  const [podHeight, claimHeight] = [highest(columns.map(({ top }) => top)), highest(columns.flatMap(({ below }) => below.map(({ node }) => node)))];
  const boxes: LaidBox[] = [];
  const arrows: LaidArrow[] = [];
  let x = 0;
  for (const column of columns) {
    const belows = column.below.map(({ node, edge }) => widthOf(node, words.get(edge)!.width));
    const belowWidth = belows.reduce((sum, width) => sum + width + GAP, -GAP);
    const width = Math.max(widthOf(column.top), belowWidth);
    boxes.push(box(column.top, texts.get(column.top.id)!, x, 0, width, podHeight));
    let left = x + (width - belowWidth) / 2;
    column.below.forEach(({ node, edge }, i) => {
      boxes.push(box(node, texts.get(node.id)!, left, podHeight + gap, belows[i], claimHeight));
      arrows.push(downwards(edge, words.get(edge)!, left + belows[i] / 2, podHeight, podHeight + gap));
      left += belows[i] + GAP;
    });
    x += width + GAP;
  }
  const height = (columns.length > 0 ? podHeight + PADDING : 0) + (claimHeight > 0 ? gap + claimHeight : 0);
  return framed(group, { width: Math.max(0, x - GAP), height, boxes, arrows });
}

/** The frame around what was put together, with its title above. */
function framed(group: GraphGroup, inside: Pick<Block, 'width' | 'height' | 'boxes' | 'arrows'>): Block {
  const title = boxText(group, Math.min(Math.max(WIDEST, inside.width), WIDEST_TITLE));
  const width = Math.max(inside.width, Math.ceil(title.width)) + 2 * PADDING;
  const top = Math.ceil(title.height) + PADDING + GAP / 2;
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

/** Pods in their order, each with what it alone points at in the same frame. */
function columnsOf(nodes: readonly GraphNode[], outgoing: ReadonlyMap<string, readonly GraphEdge[]>): Column[] {
  const left = new Map(nodes.map(node => [node.id, node]));
  const columns: Column[] = [];
  for (const top of nodes) {
    if (!left.delete(top.id)) { continue; }
    const below = (outgoing.get(top.id) ?? []).flatMap(edge => {
      const node = left.get(edge.to);
      left.delete(edge.to);
      return node ? [{ node, edge }] : [];
    });
    columns.push({ top, below });
  }
  return columns;
}

function downwards(edge: GraphEdge, label: BoxText, x: number, from: number, to: number): LaidArrow {
  const end = to - HEAD;
  return {
    edge,
    curve: [from, from, end, end].map(y => ({ x, y })),
    tip: { x, y: to },
    text: placedText(label, x + 6, from + (to - from - HEAD - label.height) / 2, label.width, 'left'),
  };
}

export function movedBox(one: LaidBox, dx: number, dy: number): LaidBox {
  return { ...one, x: one.x + dx, y: one.y + dy, text: moved(one.text, dx, dy) };
}

export function movedFrame(frame: LaidFrame, dx: number, dy: number): LaidFrame {
  return { ...frame, x: frame.x + dx, y: frame.y + dy, text: moved(frame.text, dx, dy) };
}

export function movedArrow(arrow: LaidArrow, dx: number, dy: number): LaidArrow {
  const [tip, tail] = moved([arrow.tip, ...arrow.tail ? [arrow.tail] : []], dx, dy);
  return { ...arrow, curve: moved(arrow.curve, dx, dy), tip, ...tail && { tail }, text: moved(arrow.text, dx, dy) };
}

function moved<P extends { readonly x: number; readonly y: number }>(points: readonly P[], dx: number, dy: number): P[] {
  return points.map(point => ({ ...point, x: point.x + dx, y: point.y + dy }));
}
