/* eslint-disable @typescript-eslint/no-require-imports -- Graphviz is loaded when something is drawn */
import { Block, blocksOf, movedArrow, movedBox, movedFrame } from './blocks';
import { boxText, placedText, textBlock } from './box-text';
import { componentsOf } from './components';
import { Graph } from './graph';
import { graphvizInput, GraphvizTask } from './graphviz-input';
import { withLabelsNear } from './label-places';
import { PADDING } from './laid-box';
import { Area, LaidArrow, Layout, Point } from './layout';
import { inEvenWidths, inNumberedOrder, inOrderOf, linesInOrder, placesInOrder } from './numbered-order';
import { inShelves, shelves } from './shelves';

/** Gives everything its place: texts are measured by us, and Graphviz is told how large each block is. */
export async function placed(graph: Graph): Promise<Layout> {
  const blocks = inEvenWidths(inNumberedOrder(blocksOf(graph)));
  const drawn = new Set(blocks.flatMap(({ arrows }) => arrows.map(({ edge }) => edge)));
  const edges = inOrderOf(blocks, graph.edges.filter(edge => !drawn.has(edge)));
  const frames = graph.groups.filter(({ kind }) => kind === 'Namespace');
  const titles = new Map(frames.map(frame => [frame.id, boxText(frame)]));
  const task = { blocks, frames, titles, edges, labels: edges.map(({ label }) => textBlock([[label, 'line']])) };
  const { areas, arrows, width, height } = edges.length === 0 ? { ...inShelves(task), arrows: [] } : await inParts(task);
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
async function inParts(task: GraphvizTask): Promise<PlacesAndArrows> {
  const parts: PlacesAndArrows[] = [];
  for (const part of componentsOf(task)) { parts.push(part.edges.length === 0 ? { ...inShelves(part), arrows: [] } : await byGraphviz(part)); }
  const { areas: corners, width, height } = shelves(parts.map((part, i) => ({ ...part, id: String(i) })));
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

async function byGraphviz(task: GraphvizTask): Promise<PlacesAndArrows> {
  const { layoutWithGraphviz } = require('./graphviz') as typeof import('./graphviz');
  const found = await layoutWithGraphviz(graphvizInput(task));
  const [, , width, height] = numbers(found.bb);
  const objects = new Map<string, any>((found.objects ?? []).map((object: any) => [object.name, object]));
  // Graphviz counts from below.
  const flip = ([x, y]: readonly number[]): Point => ({ x, y: height - y });
  const middles = task.blocks.map((_, i) => flip(numbers(objects.get(`n${i}`).pos)));
  const places = placesInOrder(task.blocks, task.edges, i => middles[i]);
  const blockAreas = task.blocks.map((block: Block, i): [string, Area] => {
    const middle = middles[places[i]];
    return [block.id, { x: middle.x - block.width / 2, y: middle.y - block.height / 2, width: block.width, height: block.height }];
  });
  const frameAreas = task.frames.map(({ id }, i): [string, Area] => {
    const [left, bottom, right, top] = numbers(objects.get(`cluster${i}`).bb);
    return [id, { x: left, y: height - top, width: right - left, height: top - bottom }];
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
  return { areas: new Map([...blockAreas, ...frameAreas]), arrows: withLabelsNear(arrows, blockAreas.map(([, area]) => area)), width, height };
}

const numbers = (text: string) => text.split(',').map(Number);

