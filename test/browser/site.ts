import { createReadStream, existsSync, statSync } from 'node:fs';
import { Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

const SITE = resolve(__dirname, '../../dist/site');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** True if `npm run docs` has built the site. */
export const IS_BUILT = existsSync(join(SITE, 'index.html'));

/** Serves the site for the tests of a file; gives back its address. */
export function useSite(): () => string {
  let server: Server;
  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const path = join(SITE, decodeURIComponent(new URL(url, 'http://site').pathname));
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
      response.writeHead(existsSync(file) ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      if (existsSync(file)) { createReadStream(file).pipe(response); } else { response.end(); }
    });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => { server.close(); });
  return () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
