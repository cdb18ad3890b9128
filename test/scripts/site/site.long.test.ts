import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { RULE_IDS } from '../../../scripts/site/rules';

const ROOT = resolve(__dirname, '../../..');
const SITE = join(ROOT, 'dist/site');

/** What a page of the site has: the places one can lead to, and what it leads to or shows. */
interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** What the browser fetches by itself. */
  readonly fetched: readonly string[];
}

const plain = (text: string) => text.replaceAll('&amp;', '&');

function pageOf(html: string): Page {
  const valuesOf = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => plain(match[1]));
  const fetched = [...valuesOf(/<(?:img|script)\b[^>]* src="([^"]*)"/g), ...valuesOf(/<link\b[^>]* href="([^"]*)"/g)];
  return { ids: new Set(valuesOf(/ id="([^"]*)"/g)), links: new Set([...valuesOf(/<a\b[^>]* href="([^"]*)"/g), ...fetched]), fetched };
}

const isOutside = (link: string) => /^(https?|mailto|data):/.test(link);

let files: ReadonlySet<string>;
let pages: ReadonlyMap<string, Page>;

beforeAll(() => {
  execFileSync('npx', ['projen', 'docs'], { cwd: ROOT, stdio: 'pipe' });
  files = new Set(readdirSync(SITE, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/')));
  pages = new Map([...files].filter(file => file.endsWith('.html')).map(file => [file, pageOf(readFileSync(join(SITE, file), 'utf8'))]));
}, 600_000);

test('every link leads to a page, an anchor or a picture of the site, or out of it', () => {
  const broken = [...pages].flatMap(([page, { links }]) => [...links].filter(link => !isOutside(link) && !leadsSomewhere(page, link)).map(link => `${page}: ${link}`));

  expect(pages.size).toBeGreaterThan(RULE_IDS.length);
  expect(broken).toEqual([]);
});

test('a browser fetches nothing from elsewhere', () => {
  expect([...pages].flatMap(([page, { fetched }]) => fetched.filter(link => /^(\w+:)?\/\//.test(link)).map(link => `${page}: ${link}`))).toEqual([]);
});

test('the search knows every rule, example and type of the API', () => {
  const index = readdirSync(join(SITE, 'assets/chunks')).find(file => file.startsWith('@localSearchIndex'))!;
  const text = readFileSync(join(SITE, 'assets/chunks', index), 'utf8');

  expect(RULE_IDS.filter(id => !text.includes(`/rules/${id}.html`))).toEqual([]);
  expect(text).toContain('/examples/redis-replication.html');
  expect(text).toContain('/api/apps.html#statefulapp');
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? page : path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path);
  const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
  return files.has(file) && (!anchor || pages.get(file)!.ids.has(anchor));
}
