/** The first half of `npm run docs`: writes what VitePress makes the site of into dist/site-pages/. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sitePages } from './pages';

const FOLDER = resolve(__dirname, '../../dist/site-pages');

async function run() {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of await sitePages()) {
    const file = join(FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

void run();
