/** Runs so many tasks at a time; the others wait for their turn. */
export class Pool {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly size: number) {}

  public async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running === this.size) { await new Promise<void>(resolve => this.waiting.push(resolve)); } else { this.running += 1; }
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next) { next(); } else { this.running -= 1; }
    }
  }
}
