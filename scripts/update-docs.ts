/**
 * Prints docs/updates.md from the table of effects. `--check` writes nothing
 * and fails if the page on disk is not what it would print.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updatesPage } from '../src/diff/docs-page';

const PAGE = join(__dirname, '../docs/updates.md');

const text = updatesPage();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, text);
} else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== text) {
  process.stderr.write('docs/updates.md is not what the table of effects says; run: npx projen docs:updates\n');
  process.exitCode = 1;
}
