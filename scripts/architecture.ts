/** Writes the picture of rooms and imports into docs/architecture.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importsOfSrc, pictureOfRooms } from './imports';

const PAGE = resolve(__dirname, '../docs/architecture.md');
const PICTURE = /```mermaid\n[^`]*```/;

const page = readFileSync(PAGE, 'utf8');
if (!PICTURE.test(page)) { throw new Error(`${PAGE} has no picture to replace: a block of code that starts with \`\`\`mermaid`); }
writeFileSync(PAGE, page.replace(PICTURE, pictureOfRooms(importsOfSrc())));
