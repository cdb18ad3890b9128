import { ChildProcess, spawn } from 'child_process';
import { createInterface } from 'readline';

/**
 * A client that lives on the cluster's network: a process that is sent one
 * JSON request a line and answers each with one line. For clients that would
 * take too long to start for every request.
 */
export class LineHelper {
  private readonly child: ChildProcess;
  private readonly waiting: ((answer: any) => void)[] = [];

  constructor(argv: readonly string[]) {
    this.child = spawn(argv[0], argv.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.child.stdout! }).on('line', line => this.waiting.shift()?.(JSON.parse(line)));
    this.child.on('close', () => { for (const tell of this.waiting.splice(0)) { tell(undefined); } });
  }

  public ask(request: object): Promise<any> {
    return new Promise(resolve => {
      this.waiting.push(resolve);
      this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    });
  }

  public stop(): void {
    this.child.kill('SIGKILL');
  }
}
