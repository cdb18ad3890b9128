/** Writes API.md and docs/api/ out of `.jsii`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publicTypes } from './api/assembly';
import { apiPages } from './api/page';

const ROOT = resolve(__dirname, '..');
const FOLDER = join(ROOT, 'docs/api');

const pages = apiPages(publicTypes());
mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER)) {
  if (!pages.has(`docs/api/${file}`)) { rmSync(join(FOLDER, file)); }
}
for (const [path, text] of pages) { writeFileSync(join(ROOT, path), text); }
