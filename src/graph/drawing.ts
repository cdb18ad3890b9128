/* eslint-disable @typescript-eslint/no-require-imports -- Graphviz is loaded when something is drawn */
import { Block } from './blocks';
import { BlockEdge, WIDEST_ROW } from './crowds';
import { blockEdges, GraphvizHints, graphvizInput, GraphvizTask } from './graphviz-input';
import { overlap } from './label-places';
import { PADDING } from './laid-box';
import { Area, Point } from './layout';
import { outsideApart, rowsCut } from './narrower';
import { mixedRows, placesInOrder } from './numbered-order';

/** The screen of a laptop has room for this, with a margin. */
export const WIDEST_PICTURE = 1330;
/** An order is worth no more than this much more width. */
export const MOST_WIDER = 1.1;
/** Of more blocks each drawing takes long. */
const MOST_BLOCKS = 500;

/** What Graphviz says of where things are. */
export interface Drawing {
  readonly found: any;
  /** Of the frames, by their ids. */
  readonly frames: ReadonlyMap<string, Area>;
  readonly width: number;
  readonly height: number;
  /** Of the blocks, by their indices. */
  readonly middles: readonly Point[];
  /** Whose middle each block takes. */
  readonly places: readonly number[];
  readonly hints: GraphvizHints;
}

export const numbers = (text: string) => text.split(',').map(Number);

/** The drawing that is narrow enough, or else the narrowest one, with numbers in their order. */
export async function bestDrawing(task: GraphvizTask, rounds: number): Promise<Drawing> {
  const best = await narrowest(task, rounds);
  const order = mixed(task, best);
  if (order.length === 0 || task.blocks.length > MOST_BLOCKS || endsAtFrame(task)) { return best; }
  const next = await drawing(task, { ...best.hints, order });
  const isBetter = mixed(task, next).length === 0 && next.width <= Math.max(best.width * MOST_WIDER, WIDEST_PICTURE) && isApart(task, next);
  return isBetter ? next : best;
}

function endsAtFrame({ frames, edges }: GraphvizTask): boolean {
  const ids = new Set(frames.map(({ id }) => id));
  return edges.some(({ from, to }) => ids.has(from) || ids.has(to));
}

/** Whether what is in no frame, or in another one, stands outside of each frame. */
function isApart({ blocks, frames }: GraphvizTask, drawn: Drawing): boolean {
  return frames.every(({ id }) => {
    const area = drawn.frames.get(id)!;
    const others = frames.filter(other => other.id !== id).map(other => drawn.frames.get(other.id)!);
    const strangers = blocks.flatMap((block, i) => block.parent === id ? [] : [areaOf(block, drawn.middles[i])]);
    return ![...others, ...strangers].some(other => overlap(area, other));
  });
}

function areaOf({ width, height }: Block, { x, y }: Point): Area {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function mixed({ blocks }: GraphvizTask, { middles, places }: Drawing): BlockEdge[] {
  return mixedRows(blocks, block => middles[places[block]]);
}

async function drawing(task: GraphvizTask, hints: GraphvizHints): Promise<Drawing> {
  const { layoutWithGraphviz } = require('./graphviz') as typeof import('./graphviz');
  const found = await layoutWithGraphviz(graphvizInput(task, hints));
  const [, , width, high] = numbers(found.bb);
  const objects = new Map<string, any>((found.objects ?? []).map((object: any) => [object.name, object]));
  const isFramed = (hints.order ?? []).length === 0;
  // Graphviz counts from below.
  const middlesIn = (height: number) => task.blocks.map((_, i) => numbers(objects.get(`n${i}`).pos)).map(([x, y]) => ({ x, y: height - y }));
  const framesIn = (height: number) => new Map(task.frames.map(({ id }, i): [string, Area] => {
    if (!isFramed) { return [id, frameAround(task, id, middlesIn(height))]; }
    const [left, bottom, right, top] = numbers(objects.get(`cluster${i}`).bb);
    return [id, { x: left, y: height - top, width: right - left, height: top - bottom }];
  }));
  // A frame that Graphviz does not know may begin above the picture.
  const height = high - Math.min(0, ...[...framesIn(high).values()].map(({ y }) => y));
  const middles = middlesIn(height);
  return { found, frames: framesIn(height), width, height, middles, places: placesInOrder(task.blocks, task.edges, block => middles[block]), hints };
}

/** The frame around its blocks, with its title above them. */
function frameAround({ blocks, titles }: GraphvizTask, id: string, middles: readonly Point[]): Area {
  const title = titles.get(id)!;
  const areas = blocks.flatMap((block, i) => block.parent === id ? [areaOf(block, middles[i])] : []);
  const [left, top] = [Math.min(...areas.map(({ x }) => x)), Math.min(...areas.map(({ y }) => y))].map(side => side - PADDING);
  const [rights, bottoms] = [areas.map(({ x, width }) => x + width), areas.map(({ y, height }) => y + height)];
  const [right, bottom] = [rights, bottoms].map(sides => Math.max(...sides) + PADDING);
  const room = title.height + PADDING;
  return { x: left, y: top - room, width: Math.max(right - left, title.width + 2 * PADDING), height: bottom - top + room };
}

/** What is outside of frames is put above or below them, if that makes the picture narrower; then rows that are too wide are cut. */
async function narrowest(task: GraphvizTask, rounds: number): Promise<Drawing> {
  let best = await drawing(task, {});
  let last = best;
  for (let round = 0; best.width > WIDEST_PICTURE && round < rounds; round++) {
    const { above = [] } = last.hints;
    const more = round === 0 ? outsideApart(task.blocks, blockEdges(task))
      : rowsCut(task.blocks, block => last.middles[block], WIDEST_ROW * WIDEST_PICTURE / last.width);
    if (more.length === 0) { continue; }
    const next = await drawing(task, { above: [...above, ...more] });
    if (round > 0 || next.width < best.width) { last = next; }
    if (next.width < best.width) { best = next; }
  }
  if (best.width <= WIDEST_PICTURE || rounds === 0) { return best; }
  const tight = await drawing(task, { ...best.hints, isTight: true });
  return tight.width < best.width ? tight : best;
}
