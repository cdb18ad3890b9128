import { repositoryOf } from '../kubernetes/image';
import { textOf } from '../kubernetes/manifest';

/** An image that its registry does not give any more, and where it is. */
export interface GoneImage {
  /** When it went. */
  readonly since: string;
  readonly instead: string;
}

const BITNAMI = /^(?:docker\.io\/|registry-1\.docker\.io\/)?bitnami\/([a-z0-9-]+)$/;

/** What Bitnami still gives away with versions. */
const STAYED = /^(minideb.*|sealed-secrets.*)$/;

/**
 * Of the images of Bitnami only those without a version stayed where they were.
 *
 * @see https://github.com/bitnami/containers/issues/83267
 */
export function goneImage(image: unknown): GoneImage | undefined {
  const text = textOf(image);
  const [, name] = BITNAMI.exec(repositoryOf(text)) ?? [];
  const [, tag] = /:([^/:@]+)(?:@|$)/.exec(text) ?? [];
  if (name === undefined || STAYED.test(name) || tag === undefined || tag === 'latest') { return undefined; }
  return { since: 'September 2025', instead: `write docker.io/bitnamilegacy/${name}:${tag}, which gets no more updates, and move to an image that does` };
}
