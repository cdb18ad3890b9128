import { PageData, PageItem } from './data';

/** What is looked for. An empty text, and a filter that is not given, let everything through. */
export interface Query {
  readonly text: string;
  readonly namespace?: string;
  readonly kind?: string;
  /** By its index in `systems`. */
  readonly system?: number;
}

interface Entry {
  readonly item: PageItem;
  readonly name: string;
  readonly facts: string;
}

/** Where all words of a query stand: the better the place, the smaller. */
const BEGIN = 0;
const NAME = 1;
const FACTS = 2;
const YAML = 3;
const NOWHERE = 4;

/** Finds items while somebody types. */
export class Search {
  private readonly entries: readonly Entry[];
  private readonly yaml: readonly string[];

  constructor({ items, yaml }: PageData) {
    this.entries = items.map(item => {
      const { kind, name, namespace = '', lines, marks = [] } = item;
      return { item, name: name.toLowerCase(), facts: [kind, namespace, name, ...lines, ...marks.map(({ words }) => words)].join('\n').toLowerCase() };
    });
    this.yaml = yaml.map(text => text.toLowerCase());
  }

  /** The indices of what is found, the best first. */
  public find(query: Query): number[] {
    const words = query.text.toLowerCase().split(/\s+/).filter(word => word !== '');
    // The pods of a workload share their YAML, and it is looked through only for what no name or fact shows.
    const known = new Map<number, boolean>();
    const inYaml = (index: number) => {
      if (!known.has(index)) { known.set(index, words.every(word => this.yaml[index].includes(word))); }
      return known.get(index)!;
    };
    const places: number[][] = [[], [], [], []];
    for (const [index, entry] of this.entries.entries()) {
      if (passes(entry.item, query)) { places[placeOf(entry, words, inYaml)]?.push(index); }
    }
    return places.flat();
  }
}

function passes({ namespace, kind, systems }: PageItem, query: Query): boolean {
  return (query.namespace === undefined || namespace === query.namespace)
    && (query.kind === undefined || kind === query.kind)
    && (query.system === undefined || systems.includes(query.system));
}

function placeOf({ item, name, facts }: Entry, words: readonly string[], inYaml: (index: number) => boolean): number {
  if (words.every(word => name.includes(word))) { return words.length === 0 || name.startsWith(words[0]) ? BEGIN : NAME; }
  if (words.every(word => facts.includes(word))) { return FACTS; }
  return item.yaml !== undefined && inYaml(item.yaml) ? YAML : NOWHERE;
}
