import { sleep } from './command';
import { LineHelper } from './line-helper';

/** A write that was answered: when it was sent, and when the answer came. */
export interface Answered {
  readonly key: string;
  readonly sent: number;
  readonly answered: number;
}

/** Writes keys over several connections at once, each as fast as it is answered. */
export class PlainWriter {
  public readonly answered: Answered[] = [];
  private readonly loops: Promise<void>[];
  private stopped = false;

  constructor(private readonly helpers: readonly LineHelper[]) {
    this.loops = helpers.map((helper, index) => this.loop(helper, `plain-${index}`));
  }

  public async stop(): Promise<void> {
    this.stopped = true;
    for (const helper of this.helpers) { helper.stop(); }
    await Promise.all(this.loops);
  }

  private async loop(helper: LineHelper, prefix: string): Promise<void> {
    for (let next = 0; !this.stopped; next++) {
      const key = `${prefix}-${next}`;
      const sent = Date.now();
      if (await helper.ask({ key }) === true) { this.answered.push({ key, sent, answered: Date.now() }); } else { await sleep(100); }
      await sleep(5);
    }
  }
}
