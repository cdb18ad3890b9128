import { Block } from './blocks';
import { groupBy } from '../manifest/group-by';

/** A row of blocks that is wider than this does not fit on the screen of a laptop. */
export const WIDEST_ROW = 1250;
/** Between blocks that stand in a row. */
export const GAP = 40;

/** An arrow between blocks, by their ids. */
export interface BlockEdge {
  readonly from: string;
  readonly to: string;
}

/**
 * Blocks that stand in one row because all of them lead to the same one, or come from the same one, stand in several where the row is too
 * wide. What is returned is which block must stand above which other one.
 *
 * @param settled blocks that stand in rows already: nothing is said of crowds that consist of them
 */
export function rowsOfCrowds(blocks: readonly Block[], edges: readonly BlockEdge[], settled: ReadonlySet<string>): BlockEdge[] {
  const links = new Links(edges.filter(({ from, to }) => from !== to));
  const crowds = groupBy(blocks.filter(({ id }) => links.hubOf(id) !== undefined), ({ id, parent }) => JSON.stringify([links.hubOf(id), parent]));
  return [...crowds.values()].filter(crowd => !crowd.every(({ id }) => settled.has(id))).flatMap(crowd => {
    const rows = rowsOf(crowd);
    return rows.slice(1).flatMap((row, i) => row.map(({ id }, k) => ({ from: rows[i][Math.min(k, rows[i].length - 1)].id, to: links.topOf(id) })));
  });
}

/** As few rows as there is width for. */
function rowsOf(blocks: readonly Block[]): Block[][] {
  const total = blocks.reduce((sum, { width }) => sum + width + GAP, 0);
  const count = Math.ceil(total / WIDEST_ROW);
  if (count > 1 && blocks.some(({ members }) => members)) { return rowsByHeight(blocks, total / count); }
  const perRow = Math.ceil(blocks.length / count);
  return Array.from({ length: Math.ceil(blocks.length / perRow) }, (_, row) => blocks.slice(row * perRow, (row + 1) * perRow));
}

/** Where some blocks are rows already, high blocks stand with high ones, and the lowest above. */
function rowsByHeight(blocks: readonly Block[], enough: number): Block[][] {
  const rows: Block[][] = [[]];
  let width = 0;
  for (const block of [...blocks].sort((a, b) => a.height - b.height)) {
    if (width >= enough || width > 0 && width + block.width > WIDEST_ROW) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)!.push(block);
    width += block.width + GAP;
  }
  return rows;
}

/** Which block leads to which. */
class Links {
  private readonly targets: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly sources: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(edges: readonly BlockEdge[]) {
    const idsBy = (all: ReadonlyMap<string, readonly BlockEdge[]>, end: 'from' | 'to') =>
      new Map([...all].map(([id, some]) => [id, new Set(some.map(edge => edge[end]))]));
    this.targets = idsBy(groupBy(edges, ({ from }) => from), 'to');
    this.sources = idsBy(groupBy(edges, ({ to }) => to), 'from');
  }

  /** The block that one leads to, of several the one to which most lead; none if others than satellites lead to the block itself. */
  public hubOf(id: string): string | undefined {
    if (this.isSatellite(id) || ![...this.sources.get(id) ?? []].every(source => this.isSatellite(source))) { return undefined; }
    const count = (target: string) => this.sources.get(target)!.size;
    // Of those that are alike, the first.
    return [...this.targets.get(id) ?? []].sort((a, b) => count(b) - count(a))[0];
  }

  /** What stands at the top of a block and its satellites. */
  public topOf(id: string): string {
    return [...this.sources.get(id) ?? []][0] ?? id;
  }

  /** Nothing leads to a satellite, such as the Service of a workload, and it leads to one block that nothing else leads to. */
  private isSatellite(id: string): boolean {
    const [target, ...others] = this.targets.get(id) ?? [];
    return target !== undefined && others.length === 0 && !this.sources.has(id) && this.sources.get(target)!.size === 1 && this.targets.has(target);
  }
}
