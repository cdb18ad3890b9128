import { boxText } from './box-text';
import { Arrangement, GAP } from './columns';
import { GraphNode } from './graph';
import { boxAt, heightOf, PADDING } from './laid-box';
import { LaidBox } from './layout';
import { movedArrow, movedBox } from './moved';

/** Boxes in rows that are no wider than some width, if no box is; each row is in the middle. */
export function rowsOfBoxes(nodes: readonly GraphNode[], widest: number): Arrangement {
  const texts = nodes.map(node => boxText(node));
  const height = Math.max(0, ...texts.map(heightOf));
  const rows: LaidBox[][] = [];
  let right = Infinity;
  nodes.forEach((node, i) => {
    const width = Math.ceil(texts[i].width) + 2 * PADDING;
    if (right + width > widest) {
      rows.push([]);
      right = 0;
    }
    rows.at(-1)!.push(boxAt(node, texts[i], right, (rows.length - 1) * (height + GAP), width, height));
    right += width + GAP;
  });
  const widths = rows.map(row => row.at(-1)!.x + row.at(-1)!.width);
  const width = Math.max(0, ...widths);
  const boxes = rows.flatMap((row, i) => row.map(box => movedBox(box, (width - widths[i]) / 2, 0)));
  return { width, height: Math.max(0, rows.length - 1) * (height + GAP) + height + PADDING, boxes, arrows: [] };
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
