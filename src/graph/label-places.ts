import { Area, LaidArrow, Point } from './layout';

/** A label further away from its arrow than this seems to belong to another one. */
const NEAR = 10;
/** Between an arrow and the label beside it. */
const BESIDE = 5;
/** Of a larger picture nobody asks which arrows run through a label: that takes a time that grows with the square. */
const MOST_ARROWS = 300;

/** Where on its arrow a label may stand: the middle first. */
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
/** Between the points of a curve that are looked at. */
const STEP = 15;
const [FEWEST_POINTS, MOST_POINTS] = [12, 60];

/** The same arrows; a label that Graphviz put far from its arrow is moved to it, where no box and no other label is. */
export function withLabelsNear(arrows: readonly LaidArrow[], boxes: readonly Area[]): LaidArrow[] {
  const lines = arrows.map(({ curve }) => pointsOf(curve));
  const places = arrows.map(labelArea);
  return arrows.map((arrow, i) => {
    const label = places[i];
    if (!label || distance(label, lines[i]) <= NEAR) { return arrow; }
    const taken = [...boxes, ...places.filter((other, k): other is Area => other !== undefined && k !== i)];
    const others = arrows.length > MOST_ARROWS ? [] : lines.filter((_, k) => k !== i);
    const found = candidates(label, lines[i]).filter(place => !taken.some(area => overlap(place, area)))
      .map(place => ({ place, crossed: others.filter(line => distance(place, line) === 0).length }))
      .sort((a, b) => a.crossed - b.crossed)[0]?.place;
    if (!found) { return arrow; }
    places[i] = found;
    return { ...arrow, text: arrow.text.map(line => ({ ...line, x: line.x + found.x - label.x, y: line.y + found.y - label.y })) };
  });
}

/** What the label of an arrow covers. */
export function labelArea({ text }: LaidArrow): Area | undefined {
  if (text.length === 0) { return undefined; }
  const [first, last] = [text[0], text.at(-1)!];
  const x = Math.min(...text.map(line => line.x));
  return { x, y: first.y - first.size, width: Math.max(...text.map(line => line.width)), height: last.y - first.y + first.size * 1.3 };
}

/** Points of a line, from its start to its end. */
export function pointsOf(curve: readonly Point[]): Point[] {
  const points = [curve[0]];
  for (let i = 1; i + 2 < curve.length; i += 3) {
    const [a, b, c, d] = curve.slice(i - 1, i + 3);
    const steps = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, Math.ceil(Math.hypot(d.x - a.x, d.y - a.y) / STEP)));
    for (let step = 1; step <= steps; step++) { points.push(bezier(a, b, c, d, step / steps)); }
  }
  return points;
}

function bezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const at = (axis: 'x' | 'y') => (1 - t) ** 3 * a[axis] + 3 * t * (1 - t) ** 2 * b[axis] + 3 * t ** 2 * (1 - t) * c[axis] + t ** 3 * d[axis];
  return { x: at('x'), y: at('y') };
}

/** How far the nearest point of a line is. */
export function distance({ x, y, width, height }: Area, line: readonly Point[]): number {
  return Math.min(...line.map(point => Math.hypot(Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height))));
}

/** Right of the line, left of it, and on it, where it can still be seen on both sides. */
function candidates({ width, height }: Area, line: readonly Point[]): Area[] {
  return [BESIDE, -width - BESIDE, -width / 2].flatMap(dx => PARTS.map(part => {
    const { x, y } = line[Math.round(part * (line.length - 1))];
    return { x: x + dx, y: y - height / 2, width, height };
  }));
}

/** Whether two areas have a part in common. */
export function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
