import { officialTag } from './official-tag';

/** Where the entry points of databases look for what to run in a new, empty database. */
export const INIT_DIRECTORY = '/docker-entrypoint-initdb.d';

/** The ends of the names that they run, by the image. Others they ignore. @see https://github.com/docker-library */
const RUN: Readonly<Record<string, { readonly pattern: RegExp; readonly ends: string }>> = {
  postgres: { pattern: /\.(sh|sql(\.gz|\.xz|\.zst)?)$/, ends: '.sql or .sh' },
  mysql: { pattern: /\.(sh|sql(\.bz2|\.gz|\.xz|\.zst)?)$/, ends: '.sql or .sh' },
  mariadb: { pattern: /\.(sh|sql(\.gz|\.xz|\.zst)?)$/, ends: '.sql or .sh' },
  mongo: { pattern: /\.(sh|js)$/, ends: '.js or .sh' },
};

/** What an image runs of its directory; undefined if it has none, or nothing is known of it. */
export function initFilesOf(image: unknown): { readonly pattern: RegExp; readonly ends: string } | undefined {
  const { name } = officialTag(image) ?? {};
  return name !== undefined && Object.hasOwn(RUN, name) ? RUN[name] : undefined;
}

/** True for a directory that was meant to be the one above. */
export function isMisspelt(directory: string): boolean {
  return directory !== INIT_DIRECTORY && /^\/docker-?entry-?point[-_.]?(init|initdb|init-db|db-init|db)([-_.]?d)?$/.test(directory);
}
