import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documents } from './documents';
import { EXAMPLE_GROUPS } from './example-groups';
import { gallery } from './gallery';
import { withFlowchartDrawn } from './rooms';
import { rulePages } from './rules';

const ROOT = resolve(__dirname, '../..');

/** All that VitePress makes the site of: Markdown and pictures, by their paths. */
export async function sitePages(): Promise<Map<string, string>> {
  const pages = new Map([
    ['index.md', readFileSync(join(__dirname, 'index.md'), 'utf8')],
    ...documents(ROOT, EXAMPLE_GROUPS.flatMap(({ examples }) => Object.keys(examples))),
    ...rulePages(),
    ...await gallery(ROOT),
  ]);
  pages.set('public/system.svg', pages.get('pictures/system.svg')!);
  pages.set('architecture.md', await withFlowchartDrawn(pages.get('architecture.md')!));
  return pages;
}
