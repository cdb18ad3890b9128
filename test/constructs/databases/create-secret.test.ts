import { execFile, execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createServer, Server } from 'https';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';

const SCRIPT = join(__dirname, '../../../src/constructs/databases/scripts/create-secret.sh');

interface Call { readonly method: string; readonly url: string; readonly authorization: string; readonly body: string }

/** A server that answers as the API server does when a Secret is created: 201 once, then 409. */
class SecretsApi {
  public readonly calls: Call[] = [];
  public readonly directory = mkdtempSync(join(tmpdir(), 'secrets-api-'));
  private server!: Server;
  private created = false;

  public async start(forbidden = false): Promise<void> {
    const [key, crt] = [join(this.directory, 'tls.key'), join(this.directory, 'ca.crt')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', crt, '-days', '1',
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
    writeFileSync(join(this.directory, 'token'), 'the-token');
    this.server = createServer({ key: readFileSync(key), cert: readFileSync(crt) }, (request, response) => {
      let body = '';
      request.on('data', chunk => { body += chunk; });
      request.on('end', () => {
        this.calls.push({ method: request.method!, url: request.url!, authorization: request.headers.authorization ?? '', body });
        response.writeHead(forbidden ? 403 : this.created ? 409 : 201).end('{}');
        this.created = true;
      });
    });
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** Runs the script as the Job does. */
  public run(): Promise<{ code: number; output: string }> {
    const { port } = this.server.address() as AddressInfo;
    const env = {
      ...process.env,
      SECRET_NAME: 'cache-auth',
      POD_NAMESPACE: 'data',
      KEYS: 'password replication-password',
      ACCOUNT_DIRECTORY: this.directory,
      API_SERVER: `https://localhost:${port}`,
    };
    return new Promise(resolve => execFile('sh', [SCRIPT], { env }, (error, stdout, stderr) => resolve({ code: error ? 1 : 0, output: stdout + stderr })));
  }

  public stop(): void {
    this.server.close();
    rmSync(this.directory, { recursive: true });
  }
}

let api: SecretsApi;

beforeEach(() => { api = new SecretsApi(); });
afterEach(() => api.stop());

test('creates the Secret with a random value for each key', async () => {
  await api.start();

  const { code } = await api.run();

  const [{ method, url, authorization, body }] = api.calls;
  const secret = JSON.parse(body);
  expect({ code, method, url, authorization }).toEqual({ code: 0, method: 'POST', url: '/api/v1/namespaces/data/secrets', authorization: 'Bearer the-token' });
  expect(secret).toMatchObject({ kind: 'Secret', metadata: { name: 'cache-auth' } });
  expect(secret.stringData.password).toMatch(/^[0-9a-f]{48}$/);
  expect(secret.stringData['replication-password']).not.toBe(secret.stringData.password);
});

test('leaves a Secret that exists as it is, and succeeds', async () => {
  await api.start();
  await api.run();

  const { code, output } = await api.run();

  expect(code).toBe(0);
  expect(output).toContain('exists already');
  expect(api.calls.map(({ method }) => method)).toEqual(['POST', 'POST']);
});

test('fails with the answer if the API server refuses', async () => {
  await api.start(true);

  const { code, output } = await api.run();

  expect(code).toBe(1);
  expect(output).toContain('answered 403');
});
