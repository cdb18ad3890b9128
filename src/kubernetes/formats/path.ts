import { Format } from './format';

/** A path below a directory, which cannot lead out of it. */
export const LOCAL_PATH: Format<string> = {
  family: 'path',
  mustBe: 'a relative path without `..`',
  fits: value => !value.startsWith('/') && !hasBacksteps(value),
  nearest: value => clean(value).slice(1),
};

/** The same, and the first characters are not those that the kubelet uses itself. */
export const LOCAL_FILE: Format<string> = {
  family: 'path',
  mustBe: 'a relative path without `..` that does not begin with `..`',
  fits: value => LOCAL_PATH.fits(value) && !value.startsWith('..'),
};

export const PATH_WITHOUT_BACKSTEPS: Format<string> = {
  family: 'path',
  mustBe: 'a path without `..`',
  fits: value => !hasBacksteps(value),
};

export const ABSOLUTE_PATH: Format<string> = {
  family: 'path',
  mustBe: 'an absolute path: one that begins with `/`',
  fits: value => value.startsWith('/'),
};

/** An absolute path that names one place. */
export const ABSOLUTE_PATH_WITHOUT_BACKSTEPS: Format<string> = {
  family: 'path',
  mustBe: 'an absolute path without `..`',
  fits: value => ABSOLUTE_PATH.fits(value) && !hasBacksteps(value),
  nearest: clean,
};

/** Where a volume appears in a container. The runtime takes `:` for the end of the path. */
export const MOUNT_PATH: Format<string> = {
  family: 'path',
  mustBe: 'an absolute path without `:` and `..`',
  fits: value => ABSOLUTE_PATH_WITHOUT_BACKSTEPS.fits(value) && !value.includes(':'),
  nearest: value => clean(value.replace(/:/g, '-')),
};

function hasBacksteps(path: string): boolean {
  return path.split('/').includes('..');
}

function clean(path: string): string {
  return '/' + path.split('/').filter(part => part !== '' && part !== '.' && part !== '..').join('/');
}
