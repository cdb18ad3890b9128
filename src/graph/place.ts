import { Block, blocksOf } from './blocks';
import { boxText, placedText, textBlock } from './box-text';
import { compact } from './compact';
import { componentsOf } from './components';
import { bestDrawing, numbers, WIDEST_PICTURE } from './drawing';
import { Graph } from './graph';
import { GraphvizTask } from './graphviz-input';
import { withLabelsNear } from './label-places';
import { PADDING } from './laid-box';
import { Area, LaidArrow, Layout, Point } from './layout';
import { movedArrow, movedBox, movedFrame } from './moved';
import { inEvenWidths, inNumberedOrder, inOrderOf, linesInOrder } from './numbered-order';
import { inShelves, shelves } from './shelves';

/** How often a picture is drawn to make it narrower, and up to how many boxes. */
const MOST_ROUNDS = 3;
const MOST_TRIED = 500;

/** Gives everything its place. What would be too wide for a screen is drawn more compactly. */
export async function placed(graph: Graph): Promise<Layout> {
  const usual = await placedOnce(graph, 0);
  if (usual.width <= WIDEST_PICTURE || graph.nodes.length > MOST_TRIED) { return usual; }
  const less = await placedOnce(compact(graph), MOST_ROUNDS);
  return less.width < usual.width ? less : usual;
}

/** Texts are measured by us, and Graphviz is told how large each block is. */
async function placedOnce(graph: Graph, rounds: number): Promise<Layout> {
  const blocks = inEvenWidths(inNumberedOrder(blocksOf(graph)));
  const drawn = new Set(blocks.flatMap(({ arrows }) => arrows.map(({ edge }) => edge)));
  const edges = inOrderOf(blocks, graph.edges.filter(edge => !drawn.has(edge)));
  const frames = graph.groups.filter(({ kind }) => kind === 'Namespace');
  const titles = new Map(frames.map(frame => [frame.id, boxText(frame)]));
  const task = { blocks, frames, titles, edges, labels: edges.map(({ label }) => textBlock([[label, 'line']])) };
  const { areas, arrows, width, height } = edges.length === 0 ? { ...inShelves(task), arrows: [] } : await inParts(task, rounds);
  const corners = blocks.map(block => [block, areas.get(block.id)!] as const);
  return {
    width,
    height,
    frames: [
      ...frames.map(group => {
        const area = areas.get(group.id)!;
        return { group, ...area, text: placedText(titles.get(group.id)!, area.x, area.y + PADDING, area.width, 'middle') };
      }),
      ...corners.flatMap(([{ frame }, { x, y }]) => frame ? [movedFrame(frame, x, y)] : []),
    ],
    boxes: corners.flatMap(([block, { x, y }]) => block.boxes.map(box => movedBox(box, x, y))),
    arrows: [...corners.flatMap(([block, { x, y }]) => block.arrows.map(arrow => movedArrow(arrow, x, y))), ...arrows],
  };
}

/** Where blocks and frames are, by their ids. */
export interface Places {
  readonly areas: ReadonlyMap<string, Area>;
  readonly width: number;
  readonly height: number;
}

interface PlacesAndArrows extends Places {
  readonly arrows: readonly LaidArrow[];
}

/** Parts that have nothing to do with each other stand in rows, as wide as a screen: Graphviz would put all of them side by side. */
async function inParts(task: GraphvizTask, rounds: number): Promise<PlacesAndArrows> {
  const parts: PlacesAndArrows[] = [];
  for (const part of componentsOf(task)) {
    parts.push(part.edges.length === 0 ? { ...inShelves(part), arrows: [] } : await byGraphviz(part, rounds));
  }
  const { areas: corners, width, height } = shelves(parts.map((part, i) => ({ ...part, id: String(i) })), WIDEST_PICTURE);
  const placedParts = parts.map((part, i) => ({ ...part, ...corner(corners.get(String(i))!) }));
  return {
    areas: new Map(placedParts.flatMap(({ areas, dx, dy }) =>
      [...areas].map(([id, { x, y, ...size }]): [string, Area] => [id, { x: x + dx, y: y + dy, ...size }]))),
    arrows: placedParts.flatMap(({ arrows, dx, dy }) => arrows.map(arrow => movedArrow(arrow, dx, dy))),
    width,
    height,
  };
}

const corner = ({ x, y }: Point) => ({ dx: x, dy: y });

async function byGraphviz(task: GraphvizTask, rounds: number): Promise<PlacesAndArrows> {
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

