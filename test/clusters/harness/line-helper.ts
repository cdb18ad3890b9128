import { ChildProcess, spawn } from 'child_process';
import { createInterface } from 'readline';

/**
 * A client that lives on the cluster's network: a process that is sent one
 * JSON request a line and answers each with one line. For clients that would
 * take too long to start for every request.
 */
export class LineHelper {
  private child?: ChildProcess;
  private waiting: ((answer: any) => void)[] = [];

  constructor(private readonly argv: readonly string[]) {}

  /** The answer; undefined if the client died of the question. The next question starts another one. */
  public ask(request: object): Promise<any> {
    this.child ??= this.start();
    const { stdin } = this.child;
    return new Promise(resolve => {
      this.waiting.push(resolve);
      stdin!.write(`${JSON.stringify(request)}\n`);
    });
  }

  public stop(): void {
    this.child?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const child = spawn(this.argv[0], this.argv.slice(1), { stdio: ['pipe', 'pipe', process.env.KEEP_LOGS ? 'inherit' : 'ignore'] });
    child.stdin!.on('error', () => undefined);
    createInterface({ input: child.stdout! }).on('line', line => this.waiting.shift()?.(JSON.parse(line)));
    child.on('close', () => {
      this.child = undefined;
      const unanswered = this.waiting;
      this.waiting = [];
      for (const tell of unanswered) { tell(undefined); }
    });
    return child;
  }
}
