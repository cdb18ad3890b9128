import { CHECKS } from './checks';
import { Format } from './format';
import { parseQuantity } from '../../kubernetes/quantity';

const MAX_INT32 = 2 ** 31 - 1;

/** A number with bounds, both included. */
export function between(min: number, max: number): Format {
  return { check: CHECKS.range, mustBe: `a number from ${min} to ${max}`, holds: value => value >= min && value <= max };
}

/** A number that is large enough. */
export function atLeast(min: number): Format {
  return { check: CHECKS.range, mustBe: min === 0 ? 'a number that is not negative' : `a number of at least ${min}`, holds: value => value >= min };
}

export const NOT_NEGATIVE = atLeast(0);
export const POSITIVE = atLeast(1);

/** An id of a user or group of Linux. */
export const USER_ID = between(0, MAX_INT32);

/** Permissions of a file. */
export const FILE_MODE: Format = {
  check: CHECKS.mode,
  mustBe: 'a file mode from 0 to 0777 (511 in decimal)',
  holds: value => value >= 0 && value <= 0o777,
};

export const PORT: Format = { check: CHECKS.port, mustBe: 'a port from 1 to 65535', holds: value => value >= 1 && value <= 65535 };

export const PORT_NAME: Format = {
  check: CHECKS.portName,
  mustBe: 'lower case letters, digits and single `-` in between, with at least one letter, at most 15 characters',
  holds: isPortName,
};

/** A number, or the name of a port of the Pod. */
export const PORT_OR_NAME: Format = {
  check: CHECKS.port,
  mustBe: 'a port from 1 to 65535, or the name of one: lower case letters, digits and `-`, with at least one letter, at most 15 characters',
  holds: value => typeof value === 'number' ? PORT.holds(value) : isPortName(value),
};

export const QUANTITY_NOT_NEGATIVE: Format = {
  check: CHECKS.quantity,
  mustBe: 'a quantity that is not negative',
  holds: value => (parseQuantity(value) ?? 0n) >= 0n,
};

function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}
