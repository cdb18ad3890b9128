import { spawn } from 'node:child_process';
import { kubernetes } from './binaries';

/** What kubectl printed, and how it ended. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** kubectl of a cluster's own version. */
export class Kubectl {
  public readonly program: string;

  constructor(minor: string, private readonly kubeconfig: string) {
    this.program = kubernetes(minor, 'kubectl');
  }

  /** Asks, and takes a refusal for an answer. */
  public async ask(args: readonly string[], input = ''): Promise<Answer> {
    const child = spawn(this.program, args, { env: this.env });
    const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString();
    });
    child.stdin.on('error', () => { /* It ended without reading. */ }).end(input);
    const code = await new Promise<number>((resolve, reject) => child.on('error', reject).on('close', status => resolve(status ?? 1)));
    return { code, stdout: stdout(), stderr: stderr() };
  }

  /** Gives what kubectl prints if it succeeds, and fails with what it says otherwise. */
  public async run(args: readonly string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await this.ask(args, input);
    if (code !== 0) { throw new Error(`kubectl ${args.join(' ')} ended with ${code}:\n${stderr}${stdout}`); }
    return stdout;
  }

  public apply(objects: readonly object[]): Promise<string> {
    return this.run(['apply', '-f', '-'], listOf(objects));
  }

  /** On the server, which refuses fields that it does not know. */
  public applyStrictly(objects: readonly object[]): Promise<string> {
    return this.run(['apply', '--server-side', '--validate=strict', '-f', '-'], listOf(objects));
  }

  public get env(): NodeJS.ProcessEnv {
    return { ...process.env, KUBECONFIG: this.kubeconfig };
  }
}

const listOf = (items: readonly object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
