/**
 * Prints a page for each minor version of Kubernetes, docs/kubernetes-1.34.md, the table of docs/kubernetes-fields.md, and
 * the list of rules in docs/upgrade-check.md. `--check` writes nothing and fails if a page on disk is not what it would print.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsPage } from './kubernetes-fields/page';
import { withRules } from '../src/upgrade/rules-page';
import { PAGE_MINORS, versionPage } from '../src/upgrade/version-page';

const DOCS = join(__dirname, '../docs');
const RULES_PAGE = join(DOCS, 'upgrade-check.md');

const read = (file: string) => existsSync(file) ? readFileSync(file, 'utf8') : undefined;
const pages = new Map([
  [RULES_PAGE, withRules(read(RULES_PAGE) ?? '')],
  [join(DOCS, 'kubernetes-fields.md'), fieldsPage()],
  ...PAGE_MINORS.map(minor => [join(DOCS, `kubernetes-${minor}.md`), versionPage(minor)] as const),
]);

for (const [file, text] of pages) {
  if (read(file) === text) { continue; }
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else {
    process.stderr.write(`${file} is not what the data says; run: npx projen docs:upgrades\n`);
    process.exitCode = 1;
  }
}
