import { distance, labelArea, pointsOf } from '../../src/graph/label-places';
import { Area, Layout, TextLine } from '../../src/graph/layout';

/** Boxes that overlap, by their names; and those that stand on a frame which they are not in. */
export function crossings({ boxes, frames }: Layout): string[] {
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => overlap(a, b)).map(b => `${a.node.name} | ${b.node.name}`));
  const parents = new Map(frames.map(({ group: { id, parent } }) => [id, parent]));
  const isIn = (group: string | undefined, frame: string): boolean => group !== undefined && (group === frame || isIn(parents.get(group), frame));
  const strangers = boxes.flatMap(box => frames.filter(frame => overlap(box, frame) !== isIn(box.node.group, frame.group.id)).map(frame => `${box.node.name} / ${frame.group.name}`));
  return [...pairs, ...strangers];
}

/** Texts that leave their box or frame. */
export function overhangs({ boxes, frames }: Layout): string[] {
  return [...boxes, ...frames].flatMap(area => area.text.filter(line => !isInside(line, area)).map(({ text }) => text));
}

export function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside({ x, y, width, size }: TextLine, area: Area): boolean {
  return x >= area.x && x + width <= area.x + area.width && y - size >= area.y && y <= area.y + area.height;
}

/** Labels that are far from their arrow, stand on a box, or on another label. */
export function strayLabels({ boxes, arrows }: Layout): string[] {
  const labels = arrows.flatMap(arrow => labelArea(arrow) ? [{ arrow, area: labelArea(arrow)! }] : []);
  return labels.flatMap(({ arrow: { edge, curve }, area }, i) => [
    ...distance(area, pointsOf(curve)) > 15 ? [`${edge.label}: far from ${edge.from} -> ${edge.to}`] : [],
    ...boxes.filter(box => overlap(area, box)).map(box => `${edge.label}: on ${box.node.name}`),
    ...labels.slice(i + 1).filter(other => overlap(area, other.area)).map(other => `${edge.label}: on ${other.arrow.edge.label}`),
  ]);
}

/** Arrows that end behind the title of a namespace. */
export function hiddenTips({ frames, arrows }: Layout): string[] {
  const titles = frames.filter(({ group }) => group.kind === 'Namespace').flatMap(({ text }) => text.map(({ x, y, width, size }) => ({ x, y: y - size, width, height: size })));
  return arrows.filter(({ tip }) => titles.some(title => distance(title, [tip]) === 0)).map(({ edge: { from, to } }) => `${from} -> ${to}`);
}

/** Boxes that an arrow runs through which is not theirs. */
export function hiddenArrows({ boxes, frames, arrows }: Layout): string[] {
  const workloads = frames.filter(({ group }) => group.kind !== 'Namespace');
  const framed = workloads.map(({ group, ...area }) => ({ ...group, group: group.parent, area }));
  const solid = [...boxes.map(({ node, ...area }) => ({ ...node, area })), ...framed];
  const groups = new Map(solid.map(({ id, group }) => [id, group]));
  return arrows.flatMap(({ edge: { from, to, label }, curve }) => solid
    .filter(({ id, group }) => ![from, to].some(end => end === id || end === group || groups.get(end) === id))
    .filter(({ area }) => distance(withoutBorder(area), pointsOf(curve)) === 0)
    .map(({ name }) => `${from} -${label}-> ${to}: through ${name}`));
}

/** The border of a box may be touched. */
function withoutBorder({ x, y, width, height }: Area): Area {
  return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
}
