import { sleep } from './command';

/** Writes keys one after the other, and remembers which were acknowledged and when. */
export class Writer {
  /** When each acknowledged key was sent. */
  public readonly acknowledged = new Map<string, number>();
  private begun = 0;
  private answered: number[] = [];
  private running?: Promise<void>;
  private stopped = false;
  private next = 0;

  constructor(private readonly write: (key: string) => Promise<boolean>) {}

  public start(): void {
    this.stopped = false;
    this.begun = Date.now();
    this.answered = [];
    this.running = this.loop();
  }

  public async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Writes some keys now, each until it is acknowledged. */
  public async writeNow(count: number): Promise<void> {
    const wanted = this.acknowledged.size + count;
    const deadline = Date.now() + 60_000;
    while (this.acknowledged.size < wanted) {
      if (Date.now() > deadline) { throw new Error(`${wanted - this.acknowledged.size} of ${count} writes were not acknowledged within 60 s`); }
      await this.once();
    }
  }

  /** True once a key was acknowledged that was sent after a moment. */
  public acknowledgedSince(moment: number): boolean {
    return [...this.acknowledged.values()].some(at => at >= moment);
  }

  /** Longest time without an acknowledgement since the last start; undefined if it was never started. */
  public longestPause(): number | undefined {
    if (!this.running) { return undefined; }
    const moments = [this.begun, ...this.answered];
    return Math.max(0, ...moments.slice(1).map((moment, index) => moment - moments[index])) / 1000;
  }

  /** Forgets that it was ever started. */
  public rest(): void {
    this.running = undefined;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) { await this.once(); }
  }

  private async once(): Promise<void> {
    const key = `key-${this.next++}`;
    const sent = Date.now();
    if (await this.write(key)) {
      this.acknowledged.set(key, sent);
      this.answered.push(Date.now());
    } else { await sleep(100); }
  }
}
