import { BoxText, placedText } from './box-text';
import { GraphNode } from './graph';
import { LaidBox } from './layout';

/** Between the border of a box or a frame and what is in it. */
export const PADDING = 10;

/** Room for the lid of a drum is in each box, so that boxes in a row are alike. */
export function heightOf(text: BoxText): number {
  return Math.ceil(text.height) + 2 * PADDING + 4;
}

export function boxAt(node: GraphNode, text: BoxText, x: number, y: number, width: number, height: number): LaidBox {
  return { node, x, y, width, height, text: placedText(text, x, y + 4 + (height - 4 - text.height) / 2, width, 'middle') };
}
