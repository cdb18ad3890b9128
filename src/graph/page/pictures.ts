import { Veil } from './veil';

/** The pictures of the page. One is in the page from the beginning; the others wait in templates. */
export class Pictures {
  private readonly whole: SVGSVGElement;

  constructor(private readonly pane: HTMLElement) {
    this.whole = pane.querySelector('svg')!;
  }

  /** The picture of a workload, else that of a namespace, else the whole. */
  public of(system: number | undefined, namespace: string | undefined): SVGSVGElement {
    const own = system === undefined ? undefined : this.inTemplate('system', String(system));
    return own ?? (system === undefined && namespace !== undefined ? this.inTemplate('namespace', namespace) : undefined) ?? this.whole;
  }

  private inTemplate(attribute: string, value: string): SVGSVGElement | undefined {
    const template = this.pane.ownerDocument.querySelector<HTMLTemplateElement>(`template[data-${attribute}="${CSS.escape(value)}"]`);
    return template?.content.querySelector('svg')?.cloneNode(true) as SVGSVGElement | undefined;
  }
}

/** What is in one picture: found by id, marked by classes. */
export class Drawn {
  private readonly boxes = new Map<string, Element>();
  private readonly arrows: readonly Element[];
  private readonly veil: Veil;

  constructor(private readonly picture: SVGSVGElement) {
    for (const box of picture.querySelectorAll('[data-id]')) { this.boxes.set(box.getAttribute('data-id')!, box); }
    this.arrows = [...picture.querySelectorAll('[data-from]')];
    this.veil = new Veil(picture);
  }

  /** What must lie over the picture, in its size. */
  public get over(): SVGSVGElement {
    return this.veil.root;
  }

  public find(id: string): Element | undefined {
    return this.boxes.get(id);
  }

  /** Everything else becomes pale. */
  public emphasize(ids: ReadonlySet<string> | undefined): void {
    this.picture.classList.toggle('sifted', ids !== undefined);
    this.veil.cover(ids === undefined ? [] : [...this.boxes.keys()].filter(id => !ids.has(id)));
  }

  /** Marks one, with the arrows of it and of its parts, and what is at their other ends. */
  public choose(id: string | undefined, parts: readonly string[] = []): void {
    const near = new Set<string>();
    this.picture.querySelectorAll('.chosen, .near').forEach(one => one.classList.remove('chosen', 'near'));
    this.picture.classList.toggle('pointed', id !== undefined && this.boxes.has(id));
    if (id === undefined) { return; }
    this.boxes.get(id)?.classList.add('chosen');
    const own = new Set([id, ...parts]);
    for (const arrow of this.arrows) {
      const ends = [arrow.getAttribute('data-from')!, arrow.getAttribute('data-to')!];
      if (!ends.some(end => own.has(end))) { continue; }
      ends.forEach(end => near.add(end));
      arrow.classList.add('near');
      this.picture.querySelector(`[data-arrow="${arrow.id}"]`)?.classList.add('near');
    }
    near.forEach(end => this.boxes.get(end)?.classList.add('near'));
  }
}
