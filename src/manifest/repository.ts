/** The git repository that the manifests stand in, as far as they speak of it. */
export interface Repository {
  /** Where it is fetched from. */
  readonly urls: readonly string[];
  /** The branch that is checked out. @default - none, or nobody knows */
  readonly branch?: string;
  /** Whether it has a folder, named from its top. */
  readonly hasFolder: (path: string) => boolean;
}

/** Whether a URL is one of the repository, however it is written: `git@example.com:a/b.git` is `https://example.com/a/b`. */
export function isOf({ urls }: Repository, url: unknown): boolean {
  return typeof url === 'string' && urls.some(own => plain(own) === plain(url));
}

function plain(url: string): string {
  return url.replace(/^[a-z+]+:\/\//, '').replace(/^[^@/]*@/, '').replace(/^([^/:]+):(?:\d+\/)?/, '$1/').replace(/(\.git)?\/*$/, '').toLowerCase();
}
