import { blocksOf } from './blocks';
import { boxText, placedText, textBlock } from './box-text';
import { compact } from './compact';
import { componentsOf } from './components';
import { WIDEST_PICTURE } from './drawing';
import { Graph } from './graph';
import { GraphvizTask } from './graphviz-input';
import { PADDING } from './laid-box';
import { Area, Drawn, Layout, Point } from './layout';
import { movedArrow, movedBox, movedFrame } from './moved';
import { inEvenWidths, inNumberedOrder, inOrderOf } from './numbered-order';
import { inShelves, shelves } from './shelves';
import { bestWay } from './ways';

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
  const task = { blocks, frames, titles, edges, labels: edges.map(({ label, isTold }) => textBlock(isTold ? [] : [[label, 'line']])) };
  const { areas, arrows, width, height } = edges.length === 0 ? { ...inShelves(task), arrows: [] } : await inParts(task, rounds);
  const corners = blocks.map(block => [block, areas.get(block.id)!] as const);
  return {
    width,
    height,
    frames: [
      ...frames.map(group => {
        const area = areas.get(group.id)!;
        return { group, ...area, text: placedText(titles.get(group.id)!, area.x + PADDING, area.y + PADDING, area.width, 'left') };
      }),
      ...corners.flatMap(([{ frame }, { x, y }]) => frame ? [movedFrame(frame, x, y)] : []),
    ],
    boxes: corners.flatMap(([block, { x, y }]) => block.boxes.map(box => movedBox(box, x, y))),
    arrows: [...corners.flatMap(([block, { x, y }]) => block.arrows.map(arrow => movedArrow(arrow, x, y))), ...arrows],
  };
}

/** Parts that have nothing to do with each other stand in rows, as wide as a screen: Graphviz would put all of them side by side. */
async function inParts(task: GraphvizTask, rounds: number): Promise<Drawn> {
  const parts: Drawn[] = [];
  for (const part of componentsOf(task)) {
    parts.push(part.edges.length === 0 ? { ...inShelves(part), arrows: [] } : await bestWay(part, rounds));
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
