import { Block } from './blocks';
import { WIDEST_PICTURE } from './drawing';
import { FreeRoom } from './free-room';
import { GraphvizTask } from './graphviz-input';
import { labelArea, overlap, pointsOf } from './label-places';
import { PADDING } from './laid-box';
import { Area, Drawn, LaidArrow, Point } from './layout';
import { moved } from './moved';

/** What is added to a frame for a block, besides the block: room on both sides of it. */
const GAP = 34;

/**
 * The same picture with more blocks in its frames: where there is room, else to the right of a frame if the picture may be that wide, else below
 * what is in the frame. Nothing if there is no room for one of them.
 */
export function filled(task: GraphvizTask, drawn: Drawn, more: readonly Block[]): Drawn | undefined {
  let picture: Drawn | undefined = drawn;
  // The highest first, so that lower ones stand beside it; those of one height in their order.
  for (const block of [...more].sort((a, b) => b.height - a.height)) {
    picture = picture && (inFreeRoom(task, picture, block) ?? besideFrame(task, picture, block) ?? belowFrame(task, picture, block));
  }
  return picture && trimmed(task, picture);
}

/** Frames end where what is in them ends, and the picture where they do: room may have been kept for a label or a block that stands elsewhere. */
function trimmed({ frames, titles }: GraphvizTask, { areas, arrows }: Drawn): Drawn {
  const framed = new Set(frames.map(({ id }) => id));
  const standing = [...areas].filter(([id]) => !framed.has(id)).map(([, area]) => area);
  const ends = arrows.flatMap(areasOf);
  const next = new Map([...areas].map(([id, area]): [string, Area] => {
    if (!framed.has(id)) { return [id, area]; }
    const inside = [...standing, ...ends].filter(inner => isIn(inner, area));
    const [right, bottom] = [Math.max(...inside.map(({ x, width }) => x + width)), Math.max(...inside.map(({ y, height }) => y + height))];
    const narrowest = titles.get(id)!.width + 2 * PADDING;
    const width = Math.min(area.width, Math.max(right + PADDING - area.x, narrowest));
    return [id, { ...area, width, height: Math.min(area.height, bottom + PADDING - area.y) }];
  }));
  const all = [...next.values(), ...ends];
  const [right, bottom] = [Math.max(...all.map(({ x, width }) => x + width)), Math.max(...all.map(({ y, height }) => y + height))];
  return { areas: next, arrows, width: right + PADDING, height: bottom + PADDING };
}

function isIn(inner: Area, { x, y, width, height }: Area): boolean {
  return inner.x >= x && inner.x < x + width && inner.y >= y && inner.y < y + height;
}

function inFreeRoom({ frames, titles }: GraphvizTask, picture: Drawn, block: Block): Drawn | undefined {
  const frame = picture.areas.get(block.parent!)!;
  const room = new FreeRoom(picture);
  const around = new Set(frames.map(({ id }) => id).filter(id => id === block.parent));
  for (const [id, area] of picture.areas) { if (!around.has(id)) { room.takeBlock(area); } }
  picture.arrows.forEach(arrow => room.takeArrow(arrow));
  const top = titles.get(block.parent!)!.height + 2 * PADDING;
  const inside = { x: frame.x + PADDING, y: frame.y + top, width: frame.width - 2 * PADDING, height: frame.height - top - PADDING };
  const place = room.placeFor(block, inside);
  if (!place) { return undefined; }
  return { ...picture, areas: new Map([...picture.areas, [block.id, { ...place, width: block.width, height: block.height }]]) };
}

/** The frame is made wider, if nothing stands beside it. */
function besideFrame(task: GraphvizTask, picture: Drawn, block: Block): Drawn | undefined {
  const wider = withWiderFrame(picture, block.parent!, block.width + GAP);
  return wider && wider.width <= WIDEST_PICTURE ? inFreeRoom(task, wider, block) : undefined;
}

function withWiderFrame(picture: Drawn, id: string, more: number): Drawn | undefined {
  const frame = picture.areas.get(id)!;
  const right = frame.x + frame.width;
  const beside = { x: right, y: frame.y - PADDING, width: more + PADDING, height: frame.height + 2 * PADDING };
  const taken = [...[...picture.areas.values()].filter(area => area !== frame), ...picture.arrows.flatMap(areasOf)];
  if (taken.some(area => overlap(area, beside))) { return undefined; }
  const areas = new Map([...picture.areas, [id, { ...frame, width: frame.width + more }]]);
  return { ...picture, areas, width: Math.max(picture.width, right + more) };
}

/** The frame is made higher, and what is below it goes down. */
function belowFrame(task: GraphvizTask, picture: Drawn, block: Block): Drawn | undefined {
  const frame = picture.areas.get(block.parent!)!;
  const tooNarrow = block.width + 2 * PADDING - frame.width;
  const wider = tooNarrow > 0 ? withWiderFrame(picture, block.parent!, tooNarrow) : picture;
  const lower = wider && lowered(task, wider, frame.y + frame.height - 1, block.height + GAP);
  return lower && inFreeRoom(task, lower, block);
}

/** What is below a line goes down, and frames that end below it are higher. Nothing if the line runs through a block. */
function lowered({ frames }: GraphvizTask, picture: Drawn, line: number, more: number): Drawn | undefined {
  const framed = new Set(frames.map(({ id }) => id));
  const isCut = ({ y, height }: Area) => y < line && y + height > line;
  if ([...picture.areas].some(([id, area]) => !framed.has(id) && isCut(area))) { return undefined; }
  const below = (y: number) => y > line ? y + more : y;
  const areas = new Map([...picture.areas].map(([id, area]): [string, Area] =>
    [id, { ...area, y: below(area.y), height: isCut(area) ? area.height + more : area.height }]));
  const points = <P extends Point>(some: readonly P[]) => some.map(point => ({ ...point, y: below(point.y) }));
  const arrows = picture.arrows.map(arrow => {
    const [tip, tail] = points([arrow.tip, ...arrow.tail ? [arrow.tail] : []]);
    const isLower = arrow.text.some(({ y }) => y > line);
    return { ...arrow, curve: points(arrow.curve), tip, ...tail && { tail }, text: moved(arrow.text, 0, isLower ? more : 0) };
  });
  return { areas, arrows, width: picture.width, height: picture.height + more };
}

/** Where an arrow and its label are. */
function areasOf(arrow: LaidArrow): Area[] {
  const points = [...pointsOf(arrow.curve), arrow.tip].map(point => ({ ...point, width: 0, height: 0 }));
  return [...points, labelArea(arrow) ?? []].flat();
}
