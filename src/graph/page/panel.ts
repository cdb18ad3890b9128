import { PageData, PageItem } from './data';
import { button, element } from './dom';

/** More are counted only: who looks for something types on. */
const MOST_LISTED = 50;
const MOST_NEIGHBOURS = 50;

/** What the panel can ask for. */
export interface PanelActions {
  readonly choose: (item: number) => void;
  /** Opens the picture of a workload, by its index in `systems`. */
  readonly open: (system: number) => void;
  readonly back: () => void;
}

interface Neighbour {
  readonly item: number;
  readonly label: string;
}

/** The part beside the picture: what is found, or all about one thing. It says in words what the picture shows. */
export class Panel {
  private readonly outgoing = new Map<number, Neighbour[]>();
  private readonly incoming = new Map<number, Neighbour[]>();
  private readonly inside = new Map<number, Neighbour[]>();

  constructor(private readonly root: HTMLElement, private readonly data: PageData, private readonly actions: PanelActions) {
    for (const { from, to, label } of data.arrows) {
      append(this.outgoing, from, { item: to, label });
      append(this.incoming, to, { item: from, label });
    }
    data.items.forEach(({ within }, item) => {
      if (within !== undefined) { append(this.inside, within, { item, label: '' }); }
    });
  }

  /** Who looks for something sees what is found first, and the plan below it. */
  public list(found: readonly number[], isSifted: boolean): void {
    const rows = found.slice(0, MOST_LISTED).map(item => element('li', {}, this.link(item)));
    const rest = found.length - rows.length;
    const asides = this.data.asides.map(({ title, lines }) => element('section', { class: 'aside' }, element('h2', {}, title), element('ul', {}, ...lines.map(line => element('li', {}, line)))));
    const list = [
      element('ul', { class: 'found' }, ...rows),
      ...rest > 0 ? [element('p', { class: 'quiet' }, `and ${rest} more: type on, or choose a namespace or a kind`)] : [],
    ];
    this.root.replaceChildren(...isSifted ? [...list, ...asides] : [...asides, ...list]);
    this.root.scrollTop = 0;
  }

  public details(index: number, shownSystem: number | undefined): void {
    const item = this.data.items[index];
    const heading = element('h2', { tabindex: '-1' }, element('span', { class: 'kind' }, item.kind), element('span', { class: 'name' }, item.name));
    this.root.replaceChildren(
      button('← All', this.actions.back, { class: 'back' }),
      heading,
      ...this.facts(item),
      ...this.openers(item, shownSystem),
      ...this.neighbours('Part of', item.within === undefined ? [] : [{ item: item.within, label: '' }]),
      ...this.neighbours('Parts', this.inside.get(index) ?? []),
      ...this.neighbours('Needs or reaches', this.outgoing.get(index) ?? []),
      ...this.neighbours('Needed or reached by', this.incoming.get(index) ?? []),
      ...this.yaml(item),
    );
    this.root.scrollTop = 0;
  }

  private facts({ namespace, lines, marks = [] }: PageItem): Node[] {
    const facts = [...namespace === undefined ? [] : [`in namespace ${namespace}`], ...lines];
    return [
      ...marks.length > 0 ? [element('ul', { class: 'marks' }, ...marks.map(({ tone, words }) => element('li', { class: `mark ${tone}` }, words)))] : [],
      element('ul', { class: 'facts' }, ...facts.map(fact => element('li', {}, fact))),
    ];
  }

  private openers({ id, systems }: PageItem, shown: number | undefined): Node[] {
    const others = systems.filter(system => system !== shown && document.querySelector(`template[data-system="${system}"]`));
    const own = others.filter(system => this.data.items[this.data.systems[system]].id === id);
    return (own.length > 0 ? own : others).slice(0, 3).map(system => {
      const { kind, name } = this.data.items[this.data.systems[system]];
      return button(`Open the picture of ${kind} ${name}`, () => this.actions.open(system), { class: 'open' });
    });
  }

  private neighbours(title: string, all: readonly Neighbour[]): Node[] {
    if (all.length === 0) { return []; }
    const rows = all.slice(0, MOST_NEIGHBOURS).map(({ item, label }) => element('li', {}, this.link(item), ...label === '' ? [] : [element('span', { class: 'quiet' }, ` ${label}`)]));
    const rest = all.length - rows.length;
    return [element('h3', {}, title), element('ul', { class: 'found' }, ...rows, ...rest > 0 ? [element('li', { class: 'quiet' }, `and ${rest} more`)] : [])];
  }

  private yaml({ yaml, madeOf }: PageItem): Node[] {
    if (yaml === undefined) { return []; }
    return [
      element('h3', {}, madeOf === undefined ? 'YAML' : `Made of ${madeOf}`),
      element('pre', { 'tabindex': '0', 'role': 'region', 'aria-label': 'YAML' }, this.data.yaml[yaml]),
    ];
  }

  private link(index: number): HTMLButtonElement {
    const { kind, name, namespace, marks = [] } = this.data.items[index];
    const made = button('', () => this.actions.choose(index), { class: 'item' });
    made.append(element('span', { class: 'kind' }, kind), ' ', element('span', { class: 'name' }, name), ...namespace === undefined ? [] : [' ', element('span', { class: 'quiet' }, namespace)]);
    if (marks.length > 0) { made.append(' ', element('span', { class: `mark ${marks[0].tone}` }, marks[0].words)); }
    return made;
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) { values.push(value); } else { map.set(key, [value]); }
}
