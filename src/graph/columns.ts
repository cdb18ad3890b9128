import { BoxText, boxText, placedText, textBlock } from './box-text';
import { GraphEdge, GraphNode } from './graph';
import { boxAt, heightOf, PADDING } from './laid-box';
import { LaidArrow, LaidBox, Point } from './layout';

/** Between boxes in a frame. */
export const GAP = 14;
/** Between a pod and its claims: an arrow with a word beside it. */
const SHORTEST_ARROW = 34;
const WIDEST_WORD = 110;
/** Arrow heads have this length. */
const HEAD = 9;
/** Where the line of claims below each other runs, and where they begin, from the left of their pod. */
const RAIL = 10;
const INDENT = 24;

/** Between a word and the box below it, of which the border may be thick. */
const BORDER = 4;

/** A pod with the claims that are below it. */
export interface Column {
  readonly top: GraphNode;
  readonly below: readonly { readonly node: GraphNode; readonly edge: GraphEdge }[];
}

/** Boxes that have their places. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly LaidBox[];
  readonly arrows: readonly LaidArrow[];
}

/** Pods in their order, each with what it alone points at in the same frame. */
export function columnsOf(nodes: readonly GraphNode[], outgoing: ReadonlyMap<string, readonly GraphEdge[]>): Column[] {
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

/** The claims of a pod side by side below it. */
export function claimsBeside(columns: readonly Column[]): Arrangement {
  const { texts, words } = textsOf(columns);
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
    boxes.push(boxAt(column.top, texts.get(column.top.id)!, x, 0, width, podHeight));
    let left = x + (width - belowWidth) / 2;
    column.below.forEach(({ node, edge }, i) => {
      boxes.push(boxAt(node, texts.get(node.id)!, left, podHeight + gap, belows[i], claimHeight));
      arrows.push(downwards(edge, words.get(edge)!, left + belows[i] / 2, podHeight, podHeight + gap));
      left += belows[i] + GAP;
    });
    x += width + GAP;
  }
  const height = (columns.length > 0 ? podHeight + PADDING : 0) + (claimHeight > 0 ? gap + claimHeight : 0);
  return { width: Math.max(0, x - GAP), height, boxes, arrows };
}

/** The claims of a pod below each other, in rows that all pods have in common: a line runs down from the pod, and an arrow from it to each claim. */
export function claimsBelow(columns: readonly Column[]): Arrangement {
  const { texts, words } = textsOf(columns);
  const podHeight = Math.max(0, ...columns.map(({ top }) => heightOf(texts.get(top.id)!)));
  const rows = Array.from({ length: Math.max(0, ...columns.map(({ below }) => below.length)) }, (_, i) => {
    const row = columns.flatMap(({ below }) => below[i] ?? []);
    return {
      word: Math.max(...row.map(({ edge }) => Math.ceil(words.get(edge)!.height))),
      claim: Math.max(...row.map(({ node }) => heightOf(texts.get(node.id)!))),
    };
  });
  const boxes: LaidBox[] = [];
  const arrows: LaidArrow[] = [];
  let x = 0;
  for (const { top, below } of columns) {
    const widest = Math.max(0, ...below.map(({ node, edge }) => Math.max(texts.get(node.id)!.width + 2 * PADDING, words.get(edge)!.width)));
    const width = Math.ceil(Math.max(texts.get(top.id)!.width + 2 * PADDING, INDENT + widest));
    boxes.push(boxAt(top, texts.get(top.id)!, x, 0, width, podHeight));
    let y = podHeight;
    below.forEach(({ node, edge }, i) => {
      const at = y + GAP / 2 + rows[i].word + BORDER;
      boxes.push(boxAt(node, texts.get(node.id)!, x + INDENT, at, width - INDENT, rows[i].claim));
      arrows.push(aside(edge, words.get(edge)!, { x: x + RAIL, y: podHeight }, { x: x + INDENT, y: at + rows[i].claim / 2 }, y + GAP / 2));
      y = at + rows[i].claim;
    });
    x += width + GAP;
  }
  const height = rows.reduce((sum, { word, claim }) => sum + GAP / 2 + word + BORDER + claim, podHeight + PADDING);
  return { width: Math.max(0, x - GAP), height: columns.length > 0 ? height : 0, boxes, arrows };
}

function textsOf(columns: readonly Column[]) {
  const nodes = columns.flatMap(({ top, below }) => [top, ...below.map(({ node }) => node)]);
  return {
    texts: new Map<string, BoxText>(nodes.map(node => [node.id, boxText(node)])),
    words: new Map<GraphEdge, BoxText>(columns.flatMap(({ below }) => below).map(({ edge }) => [edge, textBlock([[edge.label, 'line']], WIDEST_WORD)])),
  };
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

/** Down from a pod, and then to the right to the left side of a claim; the word is above the claim. */
function aside(edge: GraphEdge, label: BoxText, from: Point, to: Point, wordAt: number): LaidArrow {
  const [corner, end] = [{ x: from.x, y: to.y }, { x: to.x - HEAD, y: to.y }];
  return { edge, curve: [from, from, corner, corner, corner, end, end], tip: to, text: placedText(label, to.x, wordAt, label.width, 'left') };
}
