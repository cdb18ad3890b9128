import { existsSync, readFileSync } from 'node:fs';
import { Agent, RequestOptions, request } from 'node:https';

/** So many requests are under way at once. */
const IN_FLIGHT = 16;

/** What the server answered. */
export interface Reply {
  readonly code: number;
  readonly body: any;
  /** Headers of this name, which tell what is deprecated or useless. */
  readonly warnings: readonly string[];
}

/** Asks an API server over connections that stay open. */
export class Client {
  /** Undefined as long as the server has no certificate. */
  public static of(port: number, token: string, certificate: string): Client | undefined {
    return existsSync(certificate) ? new Client(port, token, readFileSync(certificate, 'utf8')) : undefined;
  }

  private readonly options: RequestOptions;

  private constructor(port: number, token: string, ca: string) {
    const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT, ca });
    this.options = { host: '127.0.0.1', port, agent, headers: { 'authorization': `Bearer ${token}`, 'accept': 'application/json', 'content-type': 'application/json' } };
  }

  public get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  public post(path: string, object: unknown): Promise<Reply> {
    return this.send('POST', path, JSON.stringify(object));
  }

  public send(method: string, path: string, body = '', contentType = 'application/json'): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const headers = { ...this.options.headers as Record<string, string>, 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
      const call = request({ ...this.options, method, path, headers }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk)).on('error', reject);
        response.on('end', () => resolve({
          code: response.statusCode!,
          body: parsed(Buffer.concat(chunks).toString()),
          warnings: warningsIn(response.rawHeaders),
        }));
      });
      // The server may have closed a connection that was open for long.
      call.on('error', error => call.reusedSocket ? this.send(method, path, body, contentType).then(resolve, reject) : reject(error)).end(body);
    });
  }

  public async isReady(): Promise<boolean> {
    return this.get('/readyz').then(({ code }) => code === 200, () => false);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** `299 - "text"` */
function warningsIn(rawHeaders: readonly string[]): string[] {
  return rawHeaders.flatMap((name, index) => index % 2 === 0 && name.toLowerCase() === 'warning' ? [rawHeaders[index + 1].replace(/^299 - "(.*)"$/s, '$1')] : []);
}

/** Does something for all items, several at a time, and gives the results in the order of the items. */
export async function inFlight<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const iterator = items[Symbol.iterator]();
  let count = 0;
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const index = count++;
      results[index] = await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return results;
}
