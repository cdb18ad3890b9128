import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { useFolder } from '../cli/folder';

const SCRIPT = resolve(__dirname, '../../ci/comment.mjs');
const MARKER = '<!-- cdk8s-stateful: what this change does -->';
const folder = useFolder();

interface Call { readonly method: string; readonly url: string; readonly body?: string; readonly headers: IncomingMessage['headers'] }

let server: Server;
let calls: Call[];
/** What the platform answers: comments that are there, or a status. */
let comments: readonly object[];
let status: number;

beforeEach(async () => {
  [calls, comments, status] = [[], [], 200];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      const text = Buffer.concat(chunks).toString();
      calls.push({ method: request.method!, url: request.url!, headers: request.headers, body: text ? JSON.parse(text).body : undefined });
      response.writeHead(request.method === 'GET' ? 200 : status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(request.method === 'GET' ? comments : {}));
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The event of a pull request, as far as GitHub's documentation says what stands in it; names and titles are anybody's. */
const EVENT = {
  action: 'opened',
  number: 7,
  pull_request: { number: 7, title: '"; touch /tmp/hurt; $(touch /tmp/hurt)', head: { ref: 'x`touch /tmp/hurt`', sha: 'a'.repeat(40) }, base: { ref: 'main', sha: 'b'.repeat(40) } },
};

function run(env: Record<string, string>, ...more: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [SCRIPT, 'report.md', ...more], { cwd: folder.path, env: { PATH: process.env.PATH, ...env } });
  let out = '';
  child.stdout.on('data', chunk => { out += chunk; });
  child.stderr.on('data', chunk => { out += chunk; });
  return new Promise(done => { child.on('close', code => done({ code, out })); });
}

function github(event: object = EVENT): Record<string, string> {
  folder.write('event.json', JSON.stringify(event));
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: address(),
    GITHUB_REPOSITORY: 'shop/infra',
    GITHUB_EVENT_PATH: join(folder.path, 'event.json'),
    GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md'),
    GITHUB_TOKEN: 'secret',
  };
}

function gitlab(): Record<string, string> {
  return { GITLAB_CI: 'true', CI_API_V4_URL: `${address()}/api/v4`, CI_PROJECT_ID: '12', CI_MERGE_REQUEST_IID: '7', CDK8S_STATEFUL_TOKEN: 'secret' };
}

function address(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a pull request gets one comment, with the picture folded away', async () => {
  folder.write('report.md', '### What\n');
  folder.write('picture.mmd', 'flowchart LR\n  a --> b\n');

  expect(await run(github(), 'picture.mmd')).toMatchObject({ code: 0, out: 'cdk8s-stateful: the pull request has the report\n' });

  expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /repos/shop/infra/issues/7/comments?per_page=100&page=1', 'POST /repos/shop/infra/issues/7/comments']);
  expect(calls[1].body).toContain(`${MARKER}\n### What\n\n<details>`);
  expect(calls[1].body).toContain('```mermaid\nflowchart LR\n  a --> b\n```');
  expect(calls[1].headers.authorization).toBe('Bearer secret');
});

test('the next run replaces it, and leaves it if nothing is new', async () => {
  folder.write('report.md', 'new\n');
  comments = [{ id: 1, body: `${MARKER}\nof a person`, user: { type: 'User' } }, { id: 2, body: `${MARKER}\nold`, user: { type: 'Bot' } }];

  await run(github());
  comments = [{ id: 2, body: `${MARKER}\nnew\n`, user: { type: 'Bot' } }];
  await run(github());

  expect(calls.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`)).toEqual(['PATCH /repos/shop/infra/issues/comments/2']);
});

test('without the right to write, the report is in the summary of the run', async () => {
  folder.write('report.md', 'new\n');
  status = 403;

  expect(await run(github())).toMatchObject({ code: 0, out: expect.stringContaining('the token may not write, as in pull requests of forks') });
  expect(await run(github({ ref: 'refs/heads/main' }))).toMatchObject({ code: 0, out: expect.stringContaining('this is no pull request') });

  expect(readFileSync(join(folder.path, 'summary.md'), 'utf8')).toContain('new');
});

test('an event that is not what it says it is goes nowhere', async () => {
  folder.write('report.md', 'new\n');

  expect(await run(github({ pull_request: { number: '7/../../../user' } }))).toMatchObject({ code: 2, out: expect.stringContaining('the pull request is no number') });
  expect(calls).toEqual([]);
});

test('a comment is never longer than the platform takes', async () => {
  folder.write('report.md', `${'a line\n'.repeat(20_000)}`);

  await run(github());

  expect(calls[1].body!.length).toBeLessThan(65_536);
  expect(calls[1].body).toContain('too long for a comment');
});

test('a merge request gets a note', async () => {
  folder.write('report.md', 'new\n');

  expect(await run(gitlab())).toMatchObject({ code: 0, out: 'cdk8s-stateful: the merge request has the report\n' });
  comments = [{ id: 3, body: `${MARKER}\nold`, system: false }];
  await run(gitlab());

  expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /api/v4/projects/12/merge_requests/7/notes?per_page=100&page=1', 'POST /api/v4/projects/12/merge_requests/7/notes',
    'GET /api/v4/projects/12/merge_requests/7/notes?per_page=100&page=1', 'PUT /api/v4/projects/12/merge_requests/7/notes/3',
  ]);
  expect(calls[1].headers['private-token']).toBe('secret');
});

test('a failure of the platform is told', async () => {
  folder.write('report.md', 'new\n');
  status = 500;

  expect(await run(gitlab())).toMatchObject({ code: 2, out: expect.stringContaining('500') });
});
