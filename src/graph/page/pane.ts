const [SMALLEST, LARGEST] = [0.05, 4];
/** A picture is not made smaller than this to be seen as a whole; what does not fit is scrolled to. Its width fits if this is not too small to read. */
const COMFORTABLE = 0.9;
const READABLE = 0.7;
/** A small picture is enlarged, on a wall more than on a desk: to this size in a pane of so many pixels. */
const ENLARGED = 1.5;
const DESK = 1400;
/** A pane that is narrower shows the whole width first, however small; what is chosen is then made large enough to be read. */
const PHONE = 600;
const STEP = 1.25;
/** A hand that moves the mouse no further than this still clicks. */
const FIRM = 4;

/** The pane with the picture: the browser scrolls it, and we change the size of the picture. So keys, touch and scroll bars work as everywhere. */
export class Pane {
  private zoom = 1;
  private size = { width: 1, height: 1 };
  private isDragged = false;

  constructor(private readonly pane: HTMLElement) {
    pane.addEventListener('wheel', event => this.wheel(event), { passive: false });
    pane.addEventListener('keydown', event => this.key(event));
    pane.addEventListener('pointerdown', event => this.drag(event));
    pane.addEventListener('click', event => {
      if (this.isDragged) { event.stopImmediatePropagation(); }
      this.isDragged = false;
    });
    this.pinch();
  }

  /** `over` is as large as the picture. */
  public show(picture: SVGSVGElement, over: SVGSVGElement): void {
    const { width, height } = picture.viewBox.baseVal;
    this.size = { width, height };
    this.pane.replaceChildren(picture, over);
    const { clientWidth, clientHeight } = this.pane;
    const [across, down] = [clientWidth / width, clientHeight / height];
    const most = ENLARGED * Math.max(1, clientWidth / DESK);
    const least = this.isPhone ? Math.min(across, READABLE) : READABLE;
    this.zoomTo(Math.max(least, Math.min(most, across, Math.max(down, COMFORTABLE))));
    this.pane.scrollTo(Math.max(0, topmostOf(picture) - clientWidth / 2), 0);
  }

  public fit(): void {
    // Where buttons lie over the picture, it ends above them.
    const height = this.pane.clientHeight - parseFloat(getComputedStyle(this.pane).paddingBottom);
    this.zoomTo(Math.min(this.pane.clientWidth / this.size.width, height / this.size.height, LARGEST));
  }

  private get isPhone(): boolean { return this.pane.clientWidth < PHONE; }

  public larger(): void { this.zoomTo(this.zoom * STEP); }

  public smaller(): void { this.zoomTo(this.zoom / STEP); }

  /** Scrolls so far that an element is seen; of one that is larger than the pane, its top with the title. */
  public reveal(element: Element): void {
    const [inner, outer] = [element.getBoundingClientRect(), this.pane.getBoundingClientRect()];
    const isSeen = inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
    const isSmall = this.zoom < READABLE;
    if (isSeen && !(isSmall && this.isPhone)) { return; }
    if (isSmall) { this.zoomTo(Math.max(READABLE, Math.min(COMFORTABLE, this.zoom * outer.width / inner.width))); }
    const now = element.getBoundingClientRect();
    const down = now.height > outer.height ? now.top - outer.top : middle(now.top, now.height) - middle(outer.top, outer.height);
    this.pane.scrollBy(middle(now.left, now.width) - middle(outer.left, outer.width), down);
  }

  /** The point at `x` and `y` of the window stays where it is. */
  private zoomTo(zoom: number, x?: number, y?: number): void {
    const outer = this.pane.getBoundingClientRect();
    const next = Math.min(LARGEST, Math.max(SMALLEST, zoom));
    const [left, top] = [(x ?? middle(outer.left, outer.width)) - outer.left, (y ?? middle(outer.top, outer.height)) - outer.top];
    const [pictureX, pictureY] = [(this.pane.scrollLeft + left) / this.zoom, (this.pane.scrollTop + top) / this.zoom];
    this.zoom = next;
    for (const { style } of this.pane.querySelectorAll<SVGSVGElement>(':scope > svg')) {
      style.width = `${this.size.width * next}px`;
      style.height = `${this.size.height * next}px`;
    }
    this.pane.scrollTo(pictureX * next - left, pictureY * next - top);
  }

  private wheel(event: WheelEvent): void {
    // Two fingers on a touchpad come as a wheel with the control key.
    if (!event.ctrlKey && !event.metaKey) { return; }
    event.preventDefault();
    this.zoomTo(this.zoom * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  }

  private key(event: KeyboardEvent): void {
    const action = { '+': () => this.larger(), '=': () => this.larger(), '-': () => this.smaller(), '0': () => this.fit() }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    action();
  }

  /** A mouse drags the picture; fingers scroll already. */
  private drag({ pointerType, button, clientX, clientY }: PointerEvent): void {
    if (pointerType !== 'mouse' || button !== 0) { return; }
    const { scrollLeft, scrollTop } = this.pane;
    const move = (event: PointerEvent) => this.pane.scrollTo(scrollLeft + clientX - event.clientX, scrollTop + clientY - event.clientY);
    const end = (event: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      this.pane.classList.remove('dragged');
      // The end of a drag is no click on what is below the pointer.
      this.isDragged = Math.hypot(clientX - event.clientX, clientY - event.clientY) > FIRM;
    };
    this.pane.classList.add('dragged');
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { once: true });
  }

  private pinch(): void {
    let distance = 0;
    this.pane.addEventListener('touchstart', ({ touches }) => { distance = touches.length === 2 ? distanceOf(touches) : 0; }, { passive: true });
    this.pane.addEventListener('touchmove', event => {
      const { touches } = event;
      if (touches.length !== 2 || distance === 0) { return; }
      event.preventDefault();
      const next = distanceOf(touches);
      this.zoomTo(this.zoom * next / distance, (touches[0].clientX + touches[1].clientX) / 2, (touches[0].clientY + touches[1].clientY) / 2);
      distance = next;
    }, { passive: false });
  }
}

const middle = (start: number, length: number) => start + length / 2;

/** Where the middle of the topmost workload is, from the left of the picture: a corner of a wide picture may be empty, or hold only who may reach it. */
function topmostOf(picture: SVGSVGElement): number {
  const workloads = picture.querySelectorAll('.frame.workload');
  const areas = [...workloads.length > 0 ? workloads : picture.querySelectorAll('.box')].map(shape => shape.getBoundingClientRect());
  const first = areas.reduce<DOMRect | undefined>((top, area) => top === undefined || area.top < top.top ? area : top, undefined);
  return first === undefined ? 0 : middle(first.left, first.width) - picture.getBoundingClientRect().left;
}

function distanceOf(touches: TouchList): number {
  return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
}
