import { labelArea, pointsOf } from './label-places';
import { Area, LaidArrow, Point } from './layout';

/** The side of the squares by which room is looked for. */
const SQUARE = 8;
/** What is kept free around blocks, and around arrows. */
const [AROUND_BLOCKS, AROUND_ARROWS] = [16, 12];

/** What is taken in a picture, square by square. */
export class FreeRoom {
  private readonly columns: number;
  private readonly rows: number;
  private readonly taken: Uint8Array;

  constructor({ width, height }: Pick<Area, 'width' | 'height'>) {
    [this.columns, this.rows] = [width, height].map(side => Math.ceil(side / SQUARE) + 1);
    this.taken = new Uint8Array(this.columns * this.rows);
  }

  public takeBlock({ x, y, width, height }: Area, around = AROUND_BLOCKS): void {
    const { left, top, right, bottom } = this.squares({ x: x - around, y: y - around, width: width + 2 * around, height: height + 2 * around });
    for (let row = top; row <= bottom; row++) { this.taken.fill(1, row * this.columns + left, row * this.columns + right + 1); }
  }

  public takeArrow(arrow: LaidArrow): void {
    for (const { x, y } of [...pointsOf(arrow.curve), arrow.tip]) { this.takeBlock({ x, y, width: 0, height: 0 }, AROUND_ARROWS); }
    const label = labelArea(arrow);
    if (label) { this.takeBlock(label, AROUND_ARROWS); }
  }

  /** The topmost place in an area where something has room, and of those in one row the leftmost one. */
  public placeFor({ width, height }: Pick<Area, 'width' | 'height'>, within: Area): Point | undefined {
    const sums = this.sums();
    for (let y = within.y; y + height <= within.y + within.height; y += SQUARE) {
      for (let x = within.x; x + width <= within.x + within.width; x += SQUARE) {
        if (this.isFree({ x, y, width, height }, sums)) { return { x, y }; }
      }
    }
    return undefined;
  }

  private isFree(area: Area, sums: Uint32Array): boolean {
    const { left, top, right, bottom } = this.squares(area);
    const at = (row: number, column: number) => sums[row * (this.columns + 1) + column];
    return at(bottom + 1, right + 1) - at(top, right + 1) - at(bottom + 1, left) + at(top, left) === 0;
  }

  /** How many squares are taken above and left of each corner. */
  private sums(): Uint32Array {
    const sums = new Uint32Array((this.columns + 1) * (this.rows + 1));
    const width = this.columns + 1;
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0, sum = 0; column < this.columns; column++) {
        sum += this.taken[row * this.columns + column];
        sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + sum;
      }
    }
    return sums;
  }

  private squares({ x, y, width, height }: Area) {
    const inside = (value: number, most: number) => Math.min(Math.max(Math.floor(value / SQUARE), 0), most - 1);
    const [left, right] = [x, x + width].map(side => inside(side, this.columns));
    const [top, bottom] = [y, y + height].map(side => inside(side, this.rows));
    return { left, top, right, bottom };
  }
}
