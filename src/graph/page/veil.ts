const SVG = 'http://www.w3.org/2000/svg';

/** Of an outline these are the corners only, and its lines are as wide. */
const EDGE = 2;

/**
 * Makes boxes pale: one path that lies over them, in a picture of its own. Where each box is made pale by itself, the browser paints
 * the whole picture anew with every letter of a search.
 */
export class Veil {
  public readonly root: SVGSVGElement;
  private readonly path: SVGPathElement;
  /** By the id of each box, as the text of a path. */
  private readonly rectangles = new Map<string, string>();

  constructor(private readonly picture: SVGSVGElement) {
    const { ownerDocument } = picture;
    this.root = ownerDocument.createElementNS(SVG, 'svg');
    this.path = ownerDocument.createElementNS(SVG, 'path');
    this.root.setAttribute('class', 'veil');
    this.root.setAttribute('aria-hidden', 'true');
    this.root.setAttribute('viewBox', picture.getAttribute('viewBox')!);
    this.root.append(this.path);
  }

  public cover(ids: readonly string[]): void {
    if (ids.length > 0 && this.rectangles.size === 0) { this.measure(); }
    this.path.setAttribute('d', ids.map(id => this.rectangles.get(id) ?? '').join(''));
  }

  /** Asked when it is needed: the browser must have laid out the picture. */
  private measure(): void {
    for (const outline of this.picture.querySelectorAll<SVGPathElement>('.box > path')) {
      const { x, y, width, height } = outline.getBBox();
      this.rectangles.set(outline.parentElement!.getAttribute('data-id')!, `M${x - EDGE} ${y - EDGE}h${width + 2 * EDGE}v${height + 2 * EDGE}h${-width - 2 * EDGE}z`);
    }
  }
}
