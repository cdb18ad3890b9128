import { boxText } from './box-text';
import { Arrangement, GAP } from './columns';
import { GraphNode } from './graph';
import { boxAt, heightOf, PADDING } from './laid-box';
import { LaidBox } from './layout';
import { movedArrow, movedBox } from './moved';

/** Boxes in rows that are no wider than some width, if no box is. */
export function rowsOfBoxes(nodes: readonly GraphNode[], widest: number): Arrangement {
  const texts = nodes.map(node => boxText(node));
  const height = Math.max(0, ...texts.map(heightOf));
  const boxes: LaidBox[] = [];
  let [x, y, right] = [0, 0, 0];
  nodes.forEach((node, i) => {
    const width = Math.ceil(texts[i].width) + 2 * PADDING;
    if (x > 0 && x + width > widest) { [x, y] = [0, y + height + GAP]; }
    boxes.push(boxAt(node, texts[i], x, y, width, height));
    right = Math.max(right, x + width);
    x += width + GAP;
  });
  return { width: right, height: y + height + PADDING, boxes, arrows: [] };
}

/** Arrangements below each other, each in the middle. */
export function stacked(parts: readonly Arrangement[]): Arrangement {
  const width = Math.max(0, ...parts.map(part => part.width));
  let height = 0;
  const placed = parts.map(part => {
    const [dx, dy] = [(width - part.width) / 2, height];
    height += part.height;
    return { boxes: part.boxes.map(box => movedBox(box, dx, dy)), arrows: part.arrows.map(arrow => movedArrow(arrow, dx, dy)) };
  });
  return { width, height, boxes: placed.flatMap(({ boxes }) => boxes), arrows: placed.flatMap(({ arrows }) => arrows) };
}
