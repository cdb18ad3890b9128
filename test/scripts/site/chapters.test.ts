import { resolve } from 'node:path';
import { CHAPTERS } from '../../../scripts/site/chapters';
import { documentFiles } from '../../../scripts/site/documents';
import { onSite } from '../../../scripts/site/links';

const ROOT = resolve(__dirname, '../../..');

test('every page stands beside all others once: those of the repository, and the lists of rules and examples', () => {
  const pages = [...documentFiles(ROOT).map(file => onSite(file)!), 'rules/index.md', 'examples/index.md'];

  expect(CHAPTERS.flatMap(chapter => chapter.pages.map(page => `${page}.md`)).sort()).toEqual(pages.sort());
});
