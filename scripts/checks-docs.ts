/**
 * Prints docs/checks.md from the catalogue of checks. `--check` writes nothing
 * and fails if the page on disk is not what it would print.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from '../src/checks/docs-page';

const PAGE = join(__dirname, '../docs/checks.md');

const text = checksPage();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, text);
} else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== text) {
  process.stderr.write('docs/checks.md is not what the catalogue says; run: npx projen docs:checks\n');
  process.exitCode = 1;
}
