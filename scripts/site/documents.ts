import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { onSite, withLinksOfSite } from './links';

/** The catalogue of checks has a page for each check on the site: see rules.ts. */
const REPLACED = ['docs/checks.md'];

/** The Markdown files of the repository that are pages of the site. */
export function documentFiles(root: string): string[] {
  const folder = (name: string) => readdirSync(join(root, name)).filter(file => file.endsWith('.md')).map(file => posix.join(name, file));
  return ['API.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...folder('docs'), ...folder('docs/databases'), ...folder('docs/api')].filter(file => !REPLACED.includes(file));
}

/** Pages of the site, by their paths, out of the Markdown files of the repository; and the pictures in them. */
export function documents(root: string, examples: readonly string[]): Map<string, string> {
  const pictures = readdirSync(join(root, 'docs/pictures')).map(name => posix.join('docs/pictures', name));
  return new Map([
    ...documentFiles(root).map(file => [onSite(file)!, withLinksOfSite(readFileSync(join(root, file), 'utf8'), file, examples)] as const),
    ...pictures.map(file => [onSite(file)!, readFileSync(join(root, file), 'utf8')] as const),
  ]);
}
