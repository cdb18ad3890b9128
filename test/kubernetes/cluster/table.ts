const HEAD = ['what', 'applied', 'Kubernetes', 'nodes', 'result', 'seconds'];

/** What was run on what. */
export class Table {
  private readonly rows: string[][] = [];

  public add(row: { what: string; way: string; version: string; result: string; seconds: number }): void {
    this.rows.push([row.what, row.way, row.version, 'simulated', row.result, row.seconds.toFixed(1)]);
  }

  /** In Markdown. */
  public toString(): string {
    return [HEAD, HEAD.map(() => '---'), ...this.rows].map(row => `| ${row.join(' | ')} |`).join('\n');
  }
}
