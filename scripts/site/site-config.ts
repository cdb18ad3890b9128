import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHAPTERS } from './chapters';
import { anchorOf } from '../../src/reports/anchor';

const REPOSITORY = 'https://github.com/cdk8s-stateful/cdk8s-stateful';
const DIST = resolve('dist');
const PAGES = join(DIST, 'site-pages');

/** What is used here of VitePress' reader of Markdown. */
interface MarkdownReader {
  readonly renderer: { readonly rules: Record<string, unknown> };
  readonly utils: { escapeHtml(text: string): string };
}

/** How VitePress makes the site of the pages in dist/site-pages/. */
export function siteConfig() {
  return {
    lang: 'en',
    title: 'cdk8s-stateful',
    description: 'Constructs that make stateful workloads on Kubernetes safe to write, safe to change and easy to see.',
    srcDir: PAGES,
    outDir: join(DIST, 'site'),
    cacheDir: resolve('node_modules/.cache/vitepress'),
    markdown: {
      anchor: { slugify: anchorOf },
      toc: { slugify: anchorOf },
      headers: { slugify: anchorOf },
      // Vue would take braces in a text for an expression; it leaves code alone.
      config: ({ renderer, utils }: MarkdownReader) => {
        renderer.rules.text = (tokens: readonly { readonly content: string }[], index: number) => utils.escapeHtml(tokens[index].content).replaceAll('{{', '&#123;&#123;');
      },
    },
    themeConfig: {
      nav: [
        { text: 'Guide', link: '/getting-started' },
        { text: 'Examples', link: '/examples/' },
        { text: 'Databases', link: '/databases' },
        { text: 'Rules', link: '/rules/' },
        { text: 'API', link: '/api/' },
        { text: 'GitHub', link: REPOSITORY },
      ],
      sidebar: sidebar(),
      outline: [2, 3],
      search: { provider: 'local' },
    },
  };
}

function sidebar() {
  return CHAPTERS.map(({ title, pages, isClosed }) => ({
    text: title,
    ...isClosed && { collapsed: true },
    items: pages.map(page => ({ text: titleOf(page), link: `/${page.replace(/index$/, '')}` })),
  }));
}

/** The heading of a page. */
function titleOf(page: string): string {
  return /^# (.*)$/m.exec(readFileSync(join(PAGES, `${page}.md`), 'utf8'))![1].replaceAll('`', '');
}
