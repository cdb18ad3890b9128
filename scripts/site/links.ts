import { posix } from 'node:path';

const REPOSITORY = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main';

/** Files of the repository that are pages of the site under another name. */
const MOVED: Readonly<Record<string, string>> = {
  'README.md': 'index.md',
  'API.md': 'api/index.md',
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
  'docs/checks.md': 'rules/index.md',
};

/** Where a file of the repository is on the site; undefined if it is not there. */
export function onSite(file: string): string | undefined {
  if (MOVED[file]) { return MOVED[file]; }
  if (/^docs\/.*\.(md|svg)$/.test(file)) { return file.slice('docs/'.length); }
  const example = /^examples\/([a-z-]+)\.ts$/.exec(file);
  return example ? `examples/${example[1]}.md` : undefined;
}

/** The text of a Markdown file of the repository with the links that it needs as a page of the site. */
export function withLinksOfSite(text: string, file: string, examples: readonly string[]): string {
  const page = onSite(file)!;
  const from = (target: string) => posix.relative(posix.dirname(page), target);
  const linked = (prose: string) => prose
    .replace(/\]\(([^)\s]+)\)/g, (_, link: string) => `](${linkOnSite(link, file, from)})`)
    .replace(/(?<!\[)`(?:examples\/)?([a-z-]+)\.ts`(?!\])/g, (code, name: string) => examples.includes(name) ? `[${code}](${from(`examples/${name}.md`)})` : code);
  return text.split(/(^```[\s\S]*?^```$)/m).map((part, index) => index % 2 === 0 ? linked(part) : part).join('');
}

function linkOnSite(link: string, file: string, from: (target: string) => string): string {
  const [path, anchor] = link.split('#');
  if (path === '' || /^https?:/.test(link)) { return link; }
  const target = posix.join(posix.dirname(file), path);
  // Each check has a page of its own here.
  if (target === 'docs/checks.md' && anchor) { return from(`rules/${anchor}.md`); }
  const page = onSite(target);
  const place = anchor === undefined ? '' : `#${anchor}`;
  return page === undefined ? `${REPOSITORY}/${target}${place}` : `${from(page)}${place}`;
}
