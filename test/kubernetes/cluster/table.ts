const HEAD = ['what', 'applied', 'Kubernetes', 'nodes', 'result', 'seconds'];

/** What was run on what: each when it is over, and all at the end. */
export class Table {
  private readonly rows: string[][] = [];

  public add(row: { what: string; way: string; version: string; result: string; seconds: number }): void {
    const cells = [row.what, row.way, row.version, 'simulated', row.result, row.seconds.toFixed(1)];
    this.rows.push(cells);
    process.stderr.write(`${cells.join(', ')} s\n`);
  }

  /** In Markdown. */
  public toString(): string {
    return [HEAD, HEAD.map(() => '---'), ...this.rows].map(row => `| ${row.join(' | ')} |`).join('\n');
  }
}
