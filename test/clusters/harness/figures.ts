/** Times that a scenario took, in seconds. */
export interface Figures {
  /** From the start of the members until all were ready and a write was acknowledged. */
  formed?: number;
  /** From the loss of the leader until a write that was sent after it was acknowledged. */
  failedOver?: number;
  /** Longest time in which no write was acknowledged. */
  paused?: number;
  /** What else is worth knowing. */
  remark?: string;
}

interface Row extends Figures {
  readonly scenario: string;
  readonly total: number;
}

/** Collects the times of all scenarios of an engine, and prints each when it is over and all of them at the end. */
export class FigureTable {
  private readonly rows: Row[] = [];

  constructor(private readonly engine: string) {}

  public add(scenario: string, total: number, figures: Figures): void {
    this.rows.push({ scenario, total, ...figures });
    process.stderr.write(`${this.engine}: ${scenario}: ${seconds(total)} in all, formed ${seconds(figures.formed)}, `
      + `failed over ${seconds(figures.failedOver)}, longest pause of writes ${seconds(figures.paused)} ${figures.remark ?? ''}\n`);
  }

  /** A table in Markdown. */
  public toString(): string {
    const cells = this.rows.map(({ scenario, total, formed, failedOver, paused, remark }) =>
      [scenario, seconds(formed), seconds(failedOver), seconds(paused), seconds(total), remark ?? '']);
    return [[this.engine, 'formed', 'failed over', 'longest pause of writes', 'in all', ''], Array(6).fill('---'), ...cells]
      .map(row => `| ${row.join(' | ')} |`).join('\n');
  }
}

function seconds(value?: number): string {
  return value === undefined ? '-' : `${value.toFixed(1)} s`;
}
