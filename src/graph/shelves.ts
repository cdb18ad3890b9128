import { GraphvizTask } from './graphviz-input';
import { PADDING } from './laid-box';
import { Area } from './layout';
import { groupBy } from '../manifest/group-by';

const GAP = 16;
const SCREEN_RATIO = 1.6;

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Places of blocks and frames without arrows, by their ids: row by row, about as wide as a screen. */
export function inShelves({ blocks, frames, titles }: GraphvizTask) {
  const inside = groupBy(blocks, ({ parent = '' }) => parent);
  const areas = new Map<string, Area>();
  const frameRows = frames.map(({ id }) => {
    const title = titles.get(id)!;
    const rows = shelves(inside.get(id) ?? []);
    const top = PADDING + title.height + GAP / 2;
    return { id, rows, top, width: Math.max(rows.width, title.width) + 2 * PADDING, height: top + rows.height + PADDING };
  });
  const whole = shelves([...frameRows, ...inside.get('') ?? []]);
  for (const [id, area] of whole.areas) { areas.set(id, area); }
  for (const { id, rows, top } of frameRows) {
    const frame = areas.get(id)!;
    for (const [block, area] of rows.areas) { areas.set(block, { ...area, x: frame.x + PADDING + area.x, y: frame.y + top + area.y }); }
  }
  return { areas, width: whole.width, height: whole.height };
}

/** Things in rows, row by row, about as wide as a screen is in relation to its height, and no wider than something. */
export function shelves(all: readonly Sized[], most = Infinity) {
  const total = all.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(Math.min(Math.sqrt(total * SCREEN_RATIO), most), ...all.map(({ width }) => width));
  const areas = new Map<string, Area>();
  let [x, y, rowHeight, right] = [0, 0, 0, 0];
  for (const { id, width, height } of all) {
    if (x > 0 && x + width > widest) { [x, y, rowHeight] = [0, y + rowHeight + GAP, 0]; }
    areas.set(id, { x, y, width, height });
    right = Math.max(right, x + width);
    rowHeight = Math.max(rowHeight, height);
    x += width + GAP;
  }
  return { areas, width: right, height: y + rowHeight };
}
