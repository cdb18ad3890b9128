import { parentsOf } from '../../kubernetes/pointer';

/** JSON pointers, and whether another one lies below or above one of them. */
export class PathSet {
  private readonly paths: ReadonlySet<string>;
  private readonly above = new Set<string>();

  constructor(paths: Iterable<string>) {
    this.paths = new Set(paths);
    for (const path of this.paths) {
      for (const parent of parentsOf(path)) { this.above.add(parent); }
    }
  }

  /** True if the path is one of these, below one, or above one. */
  public touches(path: string): boolean {
    return this.paths.has(path) || this.above.has(path) || parentsOf(path).some(parent => this.paths.has(parent));
  }
}
