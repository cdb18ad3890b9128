import { Block } from './blocks';
import { BoxText } from './box-text';
import { claimsLast } from './claims-last';
import { BlockEdge, rowsOfCrowds } from './crowds';
import { rowsInFrames } from './frame-rows';
import { GraphEdge, GraphGroup } from './graph';
import { idsIn } from './joined-blocks';
import { groupBy } from '../manifest/group-by';

/** What Graphviz measures in. */
const INCH = 72;

/** Blocks without arrows stand in rows, if there are more of them in a frame; and so do those whose arrows end or begin at the same block. */
const MOST_IN_ROW = 4;
/** A block with its gaps is about this much wider than high, and a screen, too. */
const BLOCK_RATIO = 2.2;
const SCREEN_RATIO = 1.6;

/** In inches. */
const BETWEEN_BLOCKS = 0.3;
/** In inches: a label is a row of its own, with this above and below it; where none are, arrows need the room. */
const BETWEEN_ROWS = 0.55;
const BETWEEN_ROWS_WITHOUT_LABELS = 1;

/** What is put into its place by Graphviz. */
export interface GraphvizTask {
  readonly blocks: readonly Block[];
  /** Frames around blocks, with their titles. */
  readonly frames: readonly GraphGroup[];
  readonly titles: ReadonlyMap<string, BoxText>;
  readonly edges: readonly GraphEdge[];
  readonly labels: readonly BoxText[];
}

/** What a picture is made better by when it was drawn once. */
export interface GraphvizHints {
  /** Which block must stand above which other one. @default - none */
  readonly above?: readonly BlockEdge[];
  /** Which block must stand left of which other one of its row: Graphviz obeys that where there are no frames, so none are written. @default - none */
  readonly order?: readonly BlockEdge[];
  /** Blocks of a row are closer to each other. @default false */
  readonly isTight?: boolean;
}

/** The text for Graphviz: nothing of a manifest is in it, only sizes. `n3` is the fourth block, `cluster3` the fourth frame, and an arrow's id is its index. */
export function graphvizInput(task: GraphvizTask, { above = [], order = [], isTight = false }: GraphvizHints = {}): string {
  const places = new Places(task);
  const rows = rowsOfLeaves(task.edges, places);
  return [
    'digraph {', `graph [compound=true, labeljust=l, nodesep=${isTight ? BETWEEN_BLOCKS / 2 : BETWEEN_BLOCKS}, ranksep=${task.edges.some(({ isTold }) => isTold) ? BETWEEN_ROWS_WITHOUT_LABELS : BETWEEN_ROWS}${above.length > 0 ? ', newrank=true' : ''}]`, 'node [shape=box, fixedsize=true, margin=0, label=""]', ...inside('', task, places, order.length === 0),
    ...rowsBelow(task, places, rows),
    // The order of a row is kept only if the arrow has a weight.
    ...order.map(({ from, to }) => `${places.of(from).block} -> ${places.of(to).block} [style=invis, minlen=0, weight=1]`),
    ...above.map(({ from, to }) => `${places.of(from).block} -> ${places.of(to).block} [style=invis, weight=0]`),
    ...task.edges.map((edge, i) => arrow(edge, i, task.labels[i], places, rows.get(edge))), '}',
  ].join('\n');
}

/** Where an arrow ends: a block, a box or a member in it, or a frame. */
interface End {
  readonly block: string;
  readonly port?: string;
  readonly isMember?: boolean;
  readonly frame?: string;
}

class Places {
  private readonly ends = new Map<string, End>();
  public readonly inFrame: ReadonlyMap<string, readonly Block[]>;

  constructor({ blocks, frames }: GraphvizTask) {
    this.inFrame = groupBy(blocks, ({ parent = '' }) => parent);
    for (const [i, { id, frame, boxes, members = [] }] of blocks.entries()) {
      this.ends.set(id, { block: `n${i}` });
      if (frame) { boxes.forEach(({ node }, box) => this.ends.set(node.id, { block: `n${i}`, port: `b${box}` })); }
      for (const [member, { block }] of members.entries()) {
        idsIn(block).forEach(one => this.ends.set(one, { block: `n${i}`, port: `b${member}`, isMember: true }));
      }
    }
    for (const [i, { id }] of frames.entries()) {
      const blocksInside = this.inFrame.get(id) ?? [];
      const middle = blocksInside[Math.floor(blocksInside.length / 2)];
      this.ends.set(id, { block: middle ? this.ends.get(middle.id)!.block : `e${i}`, frame: `cluster${i}` });
    }
  }

  public of(id: string): End {
    return this.ends.get(id)!;
  }
}

/** The blocks of a frame, and what does not belong to any if the frame is ''. */
function inside(frame: string, { blocks, frames, titles, edges }: GraphvizTask, places: Places, isFramed: boolean): string[] {
  const used = new Set(edges.flatMap(({ from, to }) => [places.of(from).block, places.of(to).block]));
  const written = (some: readonly Block[]) => {
    const loose = some.map(({ id }) => places.of(id).block).filter(name => !used.has(name));
    const row = rowOf(loose.length, BLOCK_RATIO);
    return [
      ...some.map(block => `${places.of(block.id).block} [${size(block)}${block.frame || block.members ? `, label=${ports(block)}` : ''}]`),
      ...loose.length > MOST_IN_ROW ? loose.slice(row).map((name, i) => `${loose[i]} -> ${name} [style=invis]`) : [],
    ];
  };
  return [
    ...written(blocks.filter(({ parent = '' }) => parent === frame)),
    ...frames.flatMap(({ id }, i) => {
      const some = places.inFrame.get(id) ?? [];
      if (!isFramed) { return written(some); }
      return [`subgraph cluster${i} {`, `label=${room(titles.get(id)!, 6)}`, ...some.length > 0 ? written(some) : [`e${i} [style=invis, width=0.1, height=0.1]`], '}'];
    }),
  ];
}

/** The same arrows from block to block; a frame is an end of its own. */
export function blockEdges({ blocks, edges }: Pick<GraphvizTask, 'blocks' | 'edges'>): BlockEdge[] {
  const idsOf = (block: Block) => [...idsIn(block), ...block.boxes.map(({ node }) => node.id)];
  const places = new Map(blocks.flatMap(block => idsOf(block).map((id): [string, string] => [id, block.id])));
  return edges.map(({ from, to }) => ({ from: places.get(from) ?? from, to: places.get(to) ?? to }));
}

/** What stands above what in a picture that would be too wide. */
function rowsBelow({ blocks, edges }: GraphvizTask, places: Places, rows: ReadonlyMap<GraphEdge, number>): string[] {
  const between = blockEdges({ blocks, edges });
  const parents = new Map(blocks.map(({ id, parent }) => [id, parent]));
  // An arrow that stays in its frame may be made longer, which is enough.
  const staying = between.filter(({ from, to }, i) => rows.has(edges[i]) && parents.get(from) === parents.get(to));
  const settled = new Set(staying.map(({ from }) => from));
  const crowds = rowsOfCrowds(blocks, between, settled);
  return [...crowds, ...rowsInFrames(blocks, [...between, ...crowds]), ...claimsLast(blocks, between)]
    .map(({ from, to }) => `${places.of(from).block} -> ${places.of(to).block} [style=invis, weight=0]`);
}

function arrow({ from, to, bothWays = false }: GraphEdge, i: number, label: BoxText, places: Places, row: number | undefined): string {
  const [tail, head] = [places.of(from), places.of(to)];
  // An arrow that leaves a box within a frame begins below it, and one that leads to a block of a row ends above it.
  const port = tail.port === undefined ? '' : `:${tail.port}:s`;
  const end = head.isMember ? `:${head.port}:n` : '';
  const attributes = [
    `id=${i}`, ...label.lines.length > 0 ? [`label=${room(label, 12)}`] : [], ...row === undefined ? [] : [`minlen=${row}`],
    ...bothWays ? ['dir=both'] : [], ...tail.frame ? [`ltail=${tail.frame}`] : [], ...head.frame ? [`lhead=${head.frame}`] : [],
  ];
  return `${tail.block}${port} -> ${head.block}${end} [${attributes.join(', ')}]`;
}

/** How many of a number of things stand in a row, so that the whole is about as wide as a screen. */
export function rowOf(count: number, ratio: number): number {
  return Math.max(1, Math.round(Math.sqrt(count * SCREEN_RATIO / ratio)));
}

/** Many blocks with one arrow to the same end, or from it, would be a row that is too wide: they stand in several. */
function rowsOfLeaves(edges: readonly GraphEdge[], places: Places): Map<GraphEdge, number> {
  const [outgoing, incoming] = [groupBy(edges, ({ from }) => places.of(from).block), groupBy(edges, ({ to }) => places.of(to).block)];
  const sources = edges.filter(({ from }) => outgoing.get(places.of(from).block)!.length === 1 && !incoming.has(places.of(from).block));
  const targets = edges.filter(({ to }) => incoming.get(places.of(to).block)!.length === 1 && !outgoing.has(places.of(to).block));
  const alike = [groupBy(sources, ({ to }) => to), groupBy(targets, ({ from }) => from)];
  const crowds = alike.flatMap(groups => [...groups.values()]).filter(all => all.length > MOST_IN_ROW);
  return new Map(crowds.flatMap(all => {
    const rows = Math.ceil(all.length / (2 * rowOf(all.length, BLOCK_RATIO)));
    return all.map((edge, i) => [edge, 1 + i % rows] as const);
  }));
}

function size({ width, height }: Block): string {
  return `width=${width / INCH}, height=${height / INCH}`;
}

/** A table with a cell where each box of the last row is, so that arrows know where to begin. */
function ports({ width, height, boxes: own, members }: Block): string {
  const boxes = members?.map(({ block, x, y }) => ({ x, y, width: block.width, height: block.height })) ?? own;
  const top = Math.max(0, ...boxes.map(({ y }) => y));
  const cells: string[] = [];
  let x = 0;
  for (const [i, box] of boxes.entries()) {
    if (box.y < top) { continue; }
    if (box.x > x) { cells.push(cell(box.x - x, box.height)); }
    cells.push(cell(box.width, box.height, `PORT="b${i}"`));
    x = box.x + box.width;
  }
  const foot = height - top - (boxes.at(-1)?.height ?? 0);
  const whole = (high: number) => `<TR>${cell(width, high, `COLSPAN="${cells.length + 1}"`)}</TR>`;
  return boxes.length === 0 ? '""' : `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">${whole(top)}<TR>${cells.join('')}${cell(width - x, boxes.at(-1)!.height)}</TR>${whole(foot)}</TABLE>>`;
}

function cell(width: number, height: number, rest = ''): string {
  return `<TD FIXEDSIZE="TRUE" WIDTH="${Math.max(1, Math.round(width))}" HEIGHT="${Math.max(1, Math.round(height))}" ${rest}></TD>`;
}

/** Room for a text. */
function room({ width, height }: BoxText, more: number): string {
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>${cell(width + more, height + 4)}</TR></TABLE>>`;
}
