import { Stage, until } from './stage';

/** What stands in for the servers of one engine. */
interface StandIns {
  readonly stage: Stage;
  /** Pods that serve clients. */
  readonly serving: string[];
  readonly primary: string | undefined;
  /** What was asked of the stand-ins and they do not know: the test is wrong, or the script. */
  readonly unknown: string[];
  isRunning(pod: string): boolean;
  open(): Promise<void>;
  close(): void;
}

/** What tests of every engine do to members, and what they wait for. */
export class Trial<Servers extends StandIns> {
  /** Opened by the test itself, before all else. */
  public static async of<Servers extends StandIns>(servers: Servers): Promise<Trial<Servers>> {
    await servers.open();
    return new Trial(servers);
  }

  private constructor(public readonly servers: Servers) {}

  public close(): void {
    const { unknown } = this.servers;
    this.servers.close();
    expect(unknown).toEqual([]);
  }

  /** Waits until these members serve, and no others, and one of them leads. */
  public serving(...ordinals: number[]): Promise<void> {
    return until(`members ${ordinals.join(', ')} serve`,
      () => this.servers.serving.slice().sort().join() === this.pods(ordinals).join() && this.servers.primary !== undefined,
      () => [...this.servers.stage.log, `serving: ${this.servers.serving.join()}`]);
  }

  /** Waits until the servers of these members run, in a cluster or not. */
  public allRun(...ordinals: number[]): Promise<void> {
    return until('the servers run', () => this.pods(ordinals).every(pod => this.servers.isRunning(pod)), () => this.servers.stage.log);
  }

  public async formed(): Promise<void> {
    this.servers.stage.start(0, 1, 2);
    await this.serving(0, 1, 2);
  }

  /** All are killed at once. */
  public async outage(): Promise<void> {
    const { stage } = this.servers;
    stage.pods.forEach(pod => stage.kill(pod));
    await until('all have ended', () => stage.pods.every(pod => !this.servers.isRunning(pod)));
  }

  /** Member 0 is killed, and its disk is gone; the others go on. */
  public async loseVolume(): Promise<void> {
    const [pod] = this.pods([0]);
    this.servers.stage.kill(pod);
    await this.serving(1, 2);
    this.servers.stage.wipe(pod);
  }

  public pods(ordinals: number[]): string[] {
    return ordinals.map(ordinal => this.servers.stage.pod(ordinal));
  }
}
