import { Block } from './blocks';
import { placedText } from './box-text';
import { WIDEST_ROW } from './crowds';
import { bestDrawing, numbers, WIDEST_PICTURE } from './drawing';
import { filled } from './filled-frames';
import { blockEdges, GraphvizTask } from './graphviz-input';
import { inRows, joined, split } from './joined-blocks';
import { pointsOf, withLabelsNear } from './label-places';
import { Area, Drawn, LaidArrow, Point } from './layout';
import { loosened } from './loose-parts';
import { linesInOrder, numberedFamilies, scattered } from './numbered-order';

/** Of more blocks a picture is drawn in one way: each way takes as long again. */
const MOST_BLOCKS = 120;
/** More parts of several blocks stand in rows of their own anyway, such as the sets of a namespace with their Services. */
const MOST_PARTS = 4;

/** What is kept lower than this has no need to be drawn another way. */
const HIGH_ENOUGH = 1000;

/** The picture as Graphviz draws all of it, or, if that is too large or its numbers are not in order, the best of several ways. */
export async function bestWay(task: GraphvizTask, rounds: number): Promise<Drawn> {
  const usual = await drawnOnce(task, rounds);
  const families = scatteredIn(task, usual);
  if (task.blocks.length > MOST_BLOCKS || families.length === 0 && usual.width <= WIDEST_PICTURE && usual.height <= HIGH_ENOUGH) { return usual; }
  const ways = [usual, ...families.length > 0 ? [await inFamilies(task, families, rounds)] : [], await withLooseParts(task, rounds)];
  return ways.reduce<Drawn>((best, way) => way && cost(task, way) < cost(task, best) ? way : best, usual);
}

/** As bad as how many pixels of height: a pixel of width that is too much, a pixel of an arrow, and names of which the numbers are not in order. */
const [TOO_WIDE, ARROW, OUT_OF_ORDER] = [4, 0.1, 500];

/** How large a picture is, how far its arrows lead, and how much of it is out of order. */
function cost(task: GraphvizTask, drawn: Drawn): number {
  const arrows = drawn.arrows.reduce((sum, { curve }) => sum + lengthOf(pointsOf(curve)), 0);
  return drawn.height + TOO_WIDE * Math.max(0, drawn.width - WIDEST_PICTURE) + ARROW * arrows + OUT_OF_ORDER * scatteredIn(task, drawn).length;
}

function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - line[i].x, y - line[i].y), 0);
}

/** Names that differ in their last number are one block for Graphviz, for each row. */
async function inFamilies(task: GraphvizTask, families: readonly (readonly Block[])[], rounds: number): Promise<Drawn> {
  const blocks = inRows(task.blocks, families);
  return split(blocks, await drawnOnce({ ...task, blocks }, rounds));
}

async function better(task: GraphvizTask, one: Drawn, other: Promise<Drawn>): Promise<Drawn> {
  const next = await other;
  return cost(task, next) < cost(task, one) ? next : one;
}

/** Parts of a frame that have nothing to do with the rest are put where there is room. */
async function withLooseParts(task: GraphvizTask, rounds: number): Promise<Drawn | undefined> {
  const { rest, parts } = loosened(task);
  const several = parts.filter(({ blocks }) => blocks.length > 1);
  if (parts.length === 0 || several.length > MOST_PARTS || rest.edges.length === 0) { return undefined; }
  const first = await drawnOnce(rest, rounds);
  const families = scatteredIn(rest, first);
  const drawn = families.length > 0 ? await better(rest, first, inFamilies(rest, families, rounds)) : first;
  const single = parts.flatMap(part => part.blocks.length === 1 ? part.blocks : []);
  const blocks = inRows(single, numberedFamilies(single));
  for (const part of several) {
    const withoutFrame = part.blocks.map(({ parent, ...block }) => block);
    blocks.push(joined(part.blocks, await bestWay({ ...part, blocks: withoutFrame }, rounds)));
  }
  const picture = filled(rest, drawn, blocks);
  return picture && split(blocks, picture);
}

function scatteredIn({ blocks, edges }: GraphvizTask, { areas }: Pick<Drawn, 'areas'>): Block[][] {
  const middleOf = ({ id }: Block) => {
    const { x, y, width, height } = areas.get(id)!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const families = scattered(blocks, middleOf, WIDEST_ROW);
  const between = blockEdges({ blocks, edges });
  return families.filter(family => !between.some(({ from, to }) => family.some(({ id }) => id === from) && family.some(({ id }) => id === to)));
}

async function drawnOnce(task: GraphvizTask, rounds: number): Promise<Drawn> {
  const { found, frames, width, height, middles, places } = await bestDrawing(task, rounds);
  const flip = ([x, y]: readonly number[]): Point => ({ x, y: height - y });
  const blockAreas = task.blocks.map((block: Block, i): [string, Area] => {
    const middle = middles[places[i]];
    return [block.id, { x: middle.x - block.width / 2, y: middle.y - block.height / 2, width: block.width, height: block.height }];
  });
  const drawn: any[] = (found.edges ?? []).filter(({ id }: any) => id !== undefined);
  const lines = new Map(drawn.map(one => [task.edges[Number(one.id)], one]));
  const taken = linesInOrder(task.blocks, task.edges, places);
  const arrows = task.edges.map((edge, i): LaidArrow => {
    const [one, label] = [lines.get(taken[i]), task.labels[i]];
    const points: string[] = one.pos.split(' ');
    const { x, y } = flip(numbers(one.lp ?? '0,0'));
    const [tail, tip] = ['s,', 'e,'].map(end => points.find(point => point.startsWith(end))?.slice(end.length));
    return {
      edge,
      curve: points.filter(point => !/^[se]/.test(point)).map(point => flip(numbers(point))),
      tip: flip(numbers(tip!)),
      ...tail !== undefined && { tail: flip(numbers(tail)) },
      text: placedText(label, x - label.width / 2, y - label.height / 2, label.width, 'middle'),
    };
  });
  return { areas: new Map([...blockAreas, ...frames]), arrows: withLabelsNear(arrows, blockAreas.map(([, area]) => area)), width, height };
}

