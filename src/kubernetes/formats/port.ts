import { Format } from './format';
import { between } from './number';

export const PORT: Format<number> = { ...between(1, 65535), family: 'port', mustBe: 'a port from 1 to 65535' };

/** A port that a Service opens on every node, unless the API server was started with another range. */
export const NODE_PORT: Format<number> = { ...between(30_000, 32_767), family: 'port', mustBe: 'from 30000 to 32767' };

/** As IANA has the names of services. */
export const PORT_NAME: Format<string> = {
  family: 'portName',
  mustBe: 'lower case letters, digits and single `-` in between, with at least one letter, at most 15 characters',
  fits: value => value.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && /[a-z]/.test(value),
};

/** A number, or the name of a port of the Pod. */
export const PORT_OR_NAME: Format<number | string> = {
  family: 'port',
  mustBe: 'a port from 1 to 65535, or the name of one: lower case letters, digits and `-`, with at least one letter, at most 15 characters',
  fits: value => typeof value === 'number' ? PORT.fits(value) : PORT_NAME.fits(value),
};
