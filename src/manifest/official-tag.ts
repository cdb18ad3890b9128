import { textOf } from '../kubernetes/manifest';

/** Name and tag of an official image, which has no owner in its name; undefined for all others. */
export function officialTag(image: unknown): { readonly name: string; readonly tag?: string } | undefined {
  const [, name, tag] = /^(?:docker\.io\/)?(?:library\/)?([a-z]+)(?::([^@]*))?(?:@|$)/.exec(textOf(image)) ?? [];
  return name === undefined ? undefined : { name, tag };
}

/** True from a version on, such as `8.4`. A tag without a number is the newest: of all, or of the major version. A tag of another form may be any. */
export function isTagSince(tag: string | undefined, version: string): boolean {
  const [found, major = '', minor = ''] = /^(?:(\d+)(?:\.(\d+))?|latest|)(?=[.-]|$)/.exec(tag ?? '') ?? [];
  const number = (text: string) => text === '' ? Infinity : Number(text);
  const [wanted, wantedMinor] = version.split('.').map(Number);
  return found !== undefined && (number(major) > wanted || number(major) === wanted && number(minor) >= wantedMinor);
}
