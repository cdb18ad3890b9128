import { Format } from './format';

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(`^(?:(${HOST})/)?${COMPONENT}(?:/${COMPONENT})*(?::\\w[\\w.-]{0,127})?(?:@${DIGEST})?$`);

/** The digests that are known have a length of their own. */
const SHA = /@sha(256|512):(?![0-9a-f]+$)|@sha256:(?!.{64}$)|@sha512:(?!.{128}$)/;

/** What looks like the ID of an image is not taken for a name. */
const ID = /^[0-9a-f]{64}$/;

/**
 * An image as container runtimes parse it: the API server takes any text without blanks at its ends.
 *
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export const IMAGE_REFERENCE: Format<string> = {
  family: 'name',
  mustBe: 'a name in lower case, with a registry before it and a tag or digest behind it, such as registry.example.com/team/app:1.2.3',
  fits: value => {
    const match = REFERENCE.exec(value);
    return match !== null && isRegistry(match[1]) && !SHA.test(value) && !ID.test(value);
  },
  nearest: value => [
    value.trim().replace(/^["'\u201c\u201d\u2018\u2019]|["'\u201c\u201d\u2018\u2019]$/g, ''),
    value.trim().replace(/^[a-z]+:\/\//, ''),
    value.trim().replace(/[:@]$/, ''),
    value.trim().toLowerCase(),
  ].find(candidate => IMAGE_REFERENCE.fits(candidate)),
};

/** The first part of a path is a registry if it has a dot, a port or capital letters, or is localhost; else it is a part of the name. */
function isRegistry(host: string | undefined): boolean {
  return host === undefined || /[.:A-Z]/.test(host) || host === 'localhost' || new RegExp(`^${COMPONENT}$`).test(host);
}
