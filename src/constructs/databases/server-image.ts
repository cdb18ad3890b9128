import { IMAGE_REFERENCE } from '../../kubernetes/formats/image';
import { misfit } from '../../props/fields';

/** Which images of a server the scripts of a preset know. */
export interface ServerImage {
  /** The one that it was tested with. */
  readonly image: string;
  /** What it is called. */
  readonly server: string;
  /** What tags begin with: the versions whose files and commands are the same. */
  readonly series: readonly string[];
}

/** Why a server of this image cannot be run; an empty list means that it can. */
export function imageProblems(image: string | undefined, { image: tested, server, series }: ServerImage): string[] {
  if (image === undefined) { return []; }
  const example = `write 'image: "${inSameRegistry(image, tested)}"'`;
  const tag = /:([\w][\w.-]{0,127})(?:@sha256:[0-9a-f]{64})?$/.exec(image)?.[1];
  if (tag === undefined) {
    return [`'image' must have a tag that begins with the version, for another one may not read the data, got '${image}'; ${example}`];
  }
  if (!series.some(version => tag === version || tag.startsWith(`${version}.`) || tag.startsWith(`${version}-`))) {
    return [`'image' must be of ${server} ${series.join(' or ')}, which the scripts know, and its tag begin with that, got '${image}'; ${example}`];
  }
  if (/alpine/i.test(tag)) {
    return [`'image' must not be of Alpine, with whose commands the scripts were never run, got '${image}'; ${example}`];
  }
  return misfit('image', image, IMAGE_REFERENCE, `"${tested}"`);
}

/** The image that was tested, under the name that was given. */
function inSameRegistry(given: string, tested: string): string {
  const [, path] = /^(.*\/[\w.-]+)(?:[:@][^/]*)?$/.exec(given) ?? [];
  return path === undefined ? tested : `${path}:${tested.split(':')[1]}`;
}
