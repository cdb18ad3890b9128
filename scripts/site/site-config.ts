import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHAPTERS } from './chapters';
import { anchorOf } from '../../src/reports/anchor';

const REPOSITORY = 'https://github.com/cdk8s-stateful/cdk8s-stateful';
const DIST = resolve('dist');
const PAGES = join(DIST, 'site-pages');

/** A disk on a blue ground, in the page itself: so it needs no address. */
const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d4ed8"/>'
  + '<path d="M7 9c0-5 18-5 18 0v14c0 5-18 5-18 0zm0 0c0 5 18 5 18 0" fill="none" stroke="#fff" stroke-width="2"/></svg>';

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
    head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }]],
    srcDir: PAGES,
    outDir: join(DIST, 'site'),
    cacheDir: resolve('node_modules/.cache/vitepress'),
    markdown: {
      theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
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
  return CHAPTERS.map(({ title, pages }) => ({
    text: title,
    items: pages.map(page => ({ text: titleOf(page), link: `/${page.replace(/index$/, '')}` })),
  }));
}

/** The heading of a page. */
function titleOf(page: string): string {
  return /^# (.*)$/m.exec(readFileSync(join(PAGES, `${page}.md`), 'utf8'))![1].replaceAll('`', '');
}
